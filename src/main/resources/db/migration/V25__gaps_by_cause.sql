-- Gaps with the same cause are asked for in one task: what they are gathered under, and the variable "gap" of its process.
ALTER TABLE firebreak.coverage_gap ADD COLUMN asked_as uuid;
UPDATE firebreak.coverage_gap SET asked_as = id;
ALTER TABLE firebreak.coverage_gap ALTER COLUMN asked_as SET NOT NULL;
CREATE INDEX coverage_gap_asked_as ON firebreak.coverage_gap (asked_as) WHERE closed_at IS NULL;
