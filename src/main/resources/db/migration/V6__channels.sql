-- The form of a version on each channel, as its approver saw it. Part of what the approval is bound to.
CREATE TABLE firebreak.rendering (
  position   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version_id uuid  NOT NULL REFERENCES firebreak.statement_version,
  channel    text  NOT NULL,
  part       int   NOT NULL CHECK (part > 0),
  text       text  NOT NULL,
  payload    text  NOT NULL,
  pictures   int[] NOT NULL,
  UNIQUE (version_id, channel, part)
);

CREATE TRIGGER rendering_fixed BEFORE UPDATE OR DELETE ON firebreak.rendering
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER rendering_never_emptied BEFORE TRUNCATE ON firebreak.rendering
  FOR EACH STATEMENT EXECUTE FUNCTION firebreak.refuse_change();
ALTER TABLE firebreak.rendering ENABLE ALWAYS TRIGGER rendering_fixed;
ALTER TABLE firebreak.rendering ENABLE ALWAYS TRIGGER rendering_never_emptied;

-- A rehearsal: everything is done but the last call to each channel.
ALTER TABLE firebreak.crisis_case ADD COLUMN drill boolean NOT NULL DEFAULT false;

-- The record of publications becomes their queue: one row for each part, channel and addressee of a version.
ALTER TABLE firebreak.publication
  DROP CONSTRAINT publication_state_check,
  DROP CONSTRAINT publication_version_id_channel_key,
  ALTER COLUMN url DROP NOT NULL,
  ALTER COLUMN sent_at DROP NOT NULL,
  ADD COLUMN audience       text        NOT NULL DEFAULT 'PUBLIC' CHECK (audience IN ('STAFF', 'PUBLIC', 'ALLIES')),
  ADD COLUMN part           int         NOT NULL DEFAULT 1 CHECK (part > 0),
  ADD COLUMN parts          int         NOT NULL DEFAULT 1,
  -- to whom it goes; empty where everybody reads it
  ADD COLUMN addressee      text        NOT NULL DEFAULT '',
  -- what tells this publication from all others, on every attempt
  ADD COLUMN key            text,
  ADD COLUMN dry_run        boolean     NOT NULL DEFAULT false,
  ADD COLUMN by_hand        boolean     NOT NULL DEFAULT false,
  -- where the statement was public already when this was queued
  ADD COLUMN links          text[]      NOT NULL DEFAULT '{}',
  ADD COLUMN created_at     timestamptz,
  ADD COLUMN not_before     timestamptz,
  ADD COLUMN first_tried_at timestamptz,
  ADD COLUMN attempt        int         NOT NULL DEFAULT 0,
  -- how often in a row a look found nothing
  ADD COLUMN absences       int         NOT NULL DEFAULT 0,
  ADD COLUMN probes         int         NOT NULL DEFAULT 0,
  -- who is sending it; that node holds an advisory lock as long as it lives
  ADD COLUMN node           uuid,
  -- why it is in its state, for a person
  ADD COLUMN reason         text,
  -- a person decided that it is not published here
  ADD COLUMN left_out       boolean     NOT NULL DEFAULT false,
  ADD COLUMN remote_id      text,
  ADD COLUMN remote_version text,
  ADD COLUMN read_back_at   timestamptz,
  ADD COLUMN read_backs     int         NOT NULL DEFAULT 0,
  -- what stood in its place when it was no longer what was approved; empty for nothing
  ADD COLUMN drift          text,
  ADD COLUMN drift_reported boolean     NOT NULL DEFAULT false,
  ADD CONSTRAINT publication_state_check CHECK (state IN
    ('PENDING', 'SENDING', 'SENT', 'RETRY', 'UNKNOWN', 'FAILED', 'NEEDS_HUMAN')),
  ADD CONSTRAINT publication_sent CHECK (state <> 'SENT' OR sent_at IS NOT NULL),
  ADD CONSTRAINT publication_sending CHECK (state <> 'SENDING' OR node IS NOT NULL),
  ADD CONSTRAINT publication_left_out CHECK (NOT left_out OR state = 'FAILED');

UPDATE firebreak.publication
  SET created_at = sent_at, attempt = 1, key = encode(sha256(convert_to(id::text, 'UTF8')), 'hex');

ALTER TABLE firebreak.publication
  ALTER COLUMN created_at SET NOT NULL,
  ALTER COLUMN key SET NOT NULL,
  ADD CONSTRAINT publication_key UNIQUE (key),
  ADD CONSTRAINT publication_once UNIQUE (version_id, channel, part, addressee);

CREATE INDEX publication_due ON firebreak.publication (channel, not_before)
  WHERE state IN ('PENDING', 'RETRY', 'UNKNOWN');
CREATE INDEX publication_sending ON firebreak.publication (node) WHERE state = 'SENDING';
CREATE INDEX publication_read_back ON firebreak.publication (read_back_at) WHERE read_back_at IS NOT NULL;
CREATE INDEX publication_drift ON firebreak.publication (id) WHERE drift IS NOT NULL AND NOT drift_reported;

-- Published is published: no later change can take it back.
CREATE FUNCTION firebreak.keep_sent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'SENT' AND (NEW.state <> 'SENT' OR NEW.sent_at <> OLD.sent_at OR NEW.sha256 <> OLD.sha256) THEN
    RAISE EXCEPTION 'A publication that was sent stays sent';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER publication_stays_sent BEFORE UPDATE ON firebreak.publication
  FOR EACH ROW EXECUTE FUNCTION firebreak.keep_sent();
ALTER TABLE firebreak.publication ENABLE ALWAYS TRIGGER publication_stays_sent;

-- What was tried, step by step.
CREATE TABLE firebreak.publication_attempt (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  publication_id uuid        NOT NULL REFERENCES firebreak.publication,
  attempt        int         NOT NULL,
  at             timestamptz NOT NULL,
  node           uuid,
  step           text        NOT NULL,
  reason         text
);
CREATE INDEX publication_attempt_publication ON firebreak.publication_attempt (publication_id, id);
CREATE TRIGGER publication_attempt_fixed BEFORE UPDATE OR DELETE ON firebreak.publication_attempt
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER publication_attempt_never_emptied BEFORE TRUNCATE ON firebreak.publication_attempt
  FOR EACH STATEMENT EXECUTE FUNCTION firebreak.refuse_change();
ALTER TABLE firebreak.publication_attempt ENABLE ALWAYS TRIGGER publication_attempt_fixed;
ALTER TABLE firebreak.publication_attempt ENABLE ALWAYS TRIGGER publication_attempt_never_emptied;

-- What all nodes remember together about an account: its budget, its circuit, its session.
CREATE TABLE firebreak.channel_account (
  name        text PRIMARY KEY,
  -- calls that may be made at once; refilled as time passes
  tokens      double precision NOT NULL,
  refilled_at timestamptz      NOT NULL,
  -- the server asked for a pause
  rest_until  timestamptz,
  failures    int              NOT NULL DEFAULT 0,
  -- after so many failures in a row nothing is sent before this moment, and then one to try
  open_until  timestamptz,
  -- encrypted; the key is not in the database
  secret      bytea
);
