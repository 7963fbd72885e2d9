-- The pictures, films and sounds of a post, as its source tells of them: a list of objects with url, sha256, description.
ALTER TABLE firebreak.evidence
  ADD COLUMN media jsonb CHECK (jsonb_typeof(media) = 'array'),
  DROP CONSTRAINT evidence_redacted_whole,
  ADD CONSTRAINT evidence_redacted_whole CHECK (
    CASE WHEN redacted_at IS NULL
      THEN text IS NOT NULL AND redacted_by IS NULL AND redaction_reason IS NULL
      ELSE num_nonnulls(text, author_handle, author_name, url, media) = 0 AND redacted_by IS NOT NULL
        AND redaction_reason IS NOT NULL
    END);

-- a post that a person saw may have come by a tool already
CREATE INDEX evidence_url ON firebreak.evidence USING hash (url) WHERE url IS NOT NULL;

CREATE OR REPLACE FUNCTION firebreak.keep_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.kind, NEW.source, NEW.about, NEW.published_at, NEW.sha256, NEW.kept_by, NEW.kept_at)
      IS DISTINCT FROM
      (OLD.id, OLD.kind, OLD.source, OLD.about, OLD.published_at, OLD.sha256, OLD.kept_by, OLD.kept_at)
    OR NEW.case_reference IS NULL AND OLD.case_reference IS NOT NULL
    OR OLD.redacted_at IS NOT NULL AND (NEW.redacted_at, NEW.redacted_by, NEW.redaction_reason)
      IS DISTINCT FROM (OLD.redacted_at, OLD.redacted_by, OLD.redaction_reason)
    OR NEW.redacted_at IS NULL AND (NEW.text, NEW.author_handle, NEW.author_name, NEW.url, NEW.media)
      IS DISTINCT FROM (OLD.text, OLD.author_handle, OLD.author_name, OLD.url, OLD.media)
  THEN
    RAISE EXCEPTION 'Rows of %.% are never changed or removed (% refused)', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;

-- Each proposal of a take-down has an id of its own, with which is kept what the house rules warn of in its explanation.
ALTER TABLE firebreak.take_down DISABLE TRIGGER take_down_kept;
ALTER TABLE firebreak.take_down ADD COLUMN proposal_id uuid;
UPDATE firebreak.take_down SET proposal_id = id WHERE sha256 IS NOT NULL;
ALTER TABLE firebreak.take_down ENABLE ALWAYS TRIGGER take_down_kept;
ALTER TABLE firebreak.take_down
  ADD CONSTRAINT take_down_proposal CHECK ((proposal_id IS NULL) = (sha256 IS NULL));
CREATE UNIQUE INDEX take_down_proposal_once ON firebreak.take_down (proposal_id) WHERE proposal_id IS NOT NULL;
CREATE FUNCTION firebreak.keep_take_down_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.decision IN ('AGREE', 'REFUSE') AND NEW.proposal_id IS DISTINCT FROM OLD.proposal_id THEN
    RAISE EXCEPTION 'What was agreed of a take-down is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER take_down_proposal_kept BEFORE UPDATE ON firebreak.take_down
  FOR EACH ROW EXECUTE FUNCTION firebreak.keep_take_down_proposal();
ALTER TABLE firebreak.take_down ENABLE ALWAYS TRIGGER take_down_proposal_kept;
