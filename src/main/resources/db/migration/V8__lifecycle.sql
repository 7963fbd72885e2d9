-- The whole lifecycle of a case: its brand, its times, its outcome, and what people decide on the way.
ALTER TABLE firebreak.crisis_case
  ADD COLUMN brand                    text,
  ADD COLUMN found_first              boolean,
  ADD COLUMN past_peak                boolean,
  ADD COLUMN severity_advised         text CHECK (severity_advised IN ('S1', 'S2', 'S3', 'S4')),
  ADD COLUMN severity_confirmed       text CHECK (severity_confirmed IN ('S1', 'S2', 'S3', 'S4')),
  ADD COLUMN severity_reason          text,
  ADD COLUMN holding_statement_due_at timestamptz,
  ADD COLUMN watch_interval_seconds   bigint CHECK (watch_interval_seconds > 0),
  ADD COLUMN calm_period_seconds      bigint CHECK (calm_period_seconds > 0),
  ADD COLUMN calm_share_percent       int CHECK (calm_share_percent BETWEEN 0 AND 100),
  ADD COLUMN outcome                  text CHECK (outcome IN ('REVIEWED', 'ANSWERED', 'MERGED', 'FALSE_ALARM')),
  ADD COLUMN merged_into              text REFERENCES firebreak.crisis_case,
  ADD CONSTRAINT crisis_case_merged CHECK ((outcome = 'MERGED') = (merged_into IS NOT NULL));

UPDATE firebreak.crisis_case SET outcome = 'REVIEWED' WHERE phase = 'CLOSED';
-- a case from before has the times that the table Timing gave to all
UPDATE firebreak.crisis_case SET watch_interval_seconds = 7200, calm_period_seconds = 86400, calm_share_percent = 20
  WHERE cool_down_ends_at IS NOT NULL;

CREATE INDEX crisis_case_merged_into ON firebreak.crisis_case (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX crisis_case_open_of_brand ON firebreak.crisis_case (brand) WHERE phase <> 'CLOSED';

-- Who leads the case, from when on. The newest row counts.
CREATE TABLE firebreak.case_lead (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_reference text        NOT NULL REFERENCES firebreak.crisis_case,
  user_id        text        NOT NULL,
  named_by       text        NOT NULL,
  named_at       timestamptz NOT NULL,
  summary        text
);
CREATE INDEX case_lead_case ON firebreak.case_lead (case_reference, id DESC);

-- The areas of the house that were asked for facts when the case was contained.
CREATE TABLE firebreak.case_area (
  case_reference text        NOT NULL REFERENCES firebreak.crisis_case,
  area           text        NOT NULL,
  question       text        NOT NULL,
  asked_by       text        NOT NULL,
  asked_at       timestamptz NOT NULL,
  PRIMARY KEY (case_reference, area)
);

-- What became known: asked of an area, or on its own at any time. A merged case's facts are copied, never moved.
CREATE TABLE firebreak.case_fact (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_reference text        NOT NULL REFERENCES firebreak.crisis_case,
  area           text,
  text           text        NOT NULL,
  known_by       text        NOT NULL,
  known_at       timestamptz NOT NULL,
  came_with      text REFERENCES firebreak.crisis_case
);
CREATE INDEX case_fact_case ON firebreak.case_fact (case_reference, id);

-- How it began. The newest row counts; earlier findings stay.
CREATE TABLE firebreak.case_cause (
  id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_reference    text        NOT NULL REFERENCES firebreak.crisis_case,
  beginning         text        NOT NULL,
  triggers          text,
  people            text,
  responsibility    text        NOT NULL CHECK (responsibility IN ('UNKNOWN', 'NONE', 'LOW', 'STRONG')),
  cluster           text        NOT NULL CHECK (cluster IN ('VICTIM', 'ACCIDENTAL', 'PREVENTABLE')),
  claim             text        NOT NULL CHECK (claim IN ('FACT', 'RUMOUR', 'CHALLENGE')),
  claim_shown_false boolean     NOT NULL,
  bad_reputation    boolean     NOT NULL,
  found_by          text        NOT NULL,
  found_at          timestamptz NOT NULL
);
CREATE INDEX case_cause_case ON firebreak.case_cause (case_reference, id DESC);

-- While a case holds a freeze, nothing of its brand goes out but what this case approves.
CREATE TABLE firebreak.case_freeze (
  case_reference text PRIMARY KEY REFERENCES firebreak.crisis_case,
  begun_at       timestamptz NOT NULL,
  lifted_at      timestamptz,
  lifted_by      text,
  lift_reason    text,
  CHECK ((lifted_at IS NULL) = (lifted_by IS NULL))
);

-- Ending the cool-down early takes two people and a reason.
CREATE TABLE firebreak.cool_down_end (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_reference text        NOT NULL REFERENCES firebreak.crisis_case,
  asked_by       text        NOT NULL,
  asked_at       timestamptz NOT NULL,
  reason         text        NOT NULL,
  decided_by     text,
  decided_at     timestamptz,
  agreed         boolean,
  CHECK (decided_by IS NULL OR decided_by <> asked_by),
  CHECK ((decided_by IS NULL) = (agreed IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL))
);
CREATE UNIQUE INDEX cool_down_end_undecided ON firebreak.cool_down_end (case_reference) WHERE decided_by IS NULL;

-- A request that came before is answered again and not done again.
CREATE TABLE firebreak.case_request (
  case_reference text        NOT NULL REFERENCES firebreak.crisis_case,
  request_key    text        NOT NULL,
  act            text        NOT NULL,
  sha256         text        NOT NULL,
  answer         jsonb       NOT NULL,
  asked_at       timestamptz NOT NULL,
  PRIMARY KEY (case_reference, request_key)
);

-- what was found and named stays
CREATE TRIGGER case_lead_fixed BEFORE UPDATE OR DELETE ON firebreak.case_lead
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER case_fact_fixed BEFORE UPDATE OR DELETE ON firebreak.case_fact
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER case_cause_fixed BEFORE UPDATE OR DELETE ON firebreak.case_cause
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change();
ALTER TABLE firebreak.case_lead ENABLE ALWAYS TRIGGER case_lead_fixed;
ALTER TABLE firebreak.case_fact ENABLE ALWAYS TRIGGER case_fact_fixed;
ALTER TABLE firebreak.case_cause ENABLE ALWAYS TRIGGER case_cause_fixed;
