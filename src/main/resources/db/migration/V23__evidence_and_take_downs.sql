-- Beside posts of others: files that people hand in, and what readers saw in place of a post of ours.
ALTER TABLE firebreak.evidence
  DROP CONSTRAINT evidence_kind_check,
  ADD CONSTRAINT evidence_kind_check CHECK (kind IN ('POST', 'FILE', 'OWN_POST')),
  ALTER COLUMN published_at DROP NOT NULL,
  ADD CONSTRAINT evidence_published CHECK (kind = 'FILE' OR published_at IS NOT NULL),
  -- the post that a file shows, or of which this is a later state
  ADD COLUMN about uuid REFERENCES firebreak.evidence;

DROP INDEX firebreak.evidence_case;
CREATE INDEX evidence_case ON firebreak.evidence (case_reference, coalesce(published_at, kept_at) DESC, id);
CREATE INDEX evidence_about ON firebreak.evidence (about) WHERE about IS NOT NULL;

CREATE OR REPLACE FUNCTION firebreak.keep_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.kind, NEW.source, NEW.about, NEW.published_at, NEW.sha256, NEW.kept_by, NEW.kept_at)
      IS DISTINCT FROM
      (OLD.id, OLD.kind, OLD.source, OLD.about, OLD.published_at, OLD.sha256, OLD.kept_by, OLD.kept_at)
    OR NEW.case_reference IS NULL AND OLD.case_reference IS NOT NULL
    OR OLD.redacted_at IS NOT NULL AND (NEW.redacted_at, NEW.redacted_by, NEW.redaction_reason)
      IS DISTINCT FROM (OLD.redacted_at, OLD.redacted_by, OLD.redaction_reason)
    OR NEW.redacted_at IS NULL AND (NEW.text, NEW.author_handle, NEW.author_name, NEW.url)
      IS DISTINCT FROM (OLD.text, OLD.author_handle, OLD.author_name, OLD.url)
  THEN
    RAISE EXCEPTION 'Rows of %.% are never changed or removed (% refused)', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;

-- The bytes of a file. Its evidence of the same id says the rest.
CREATE TABLE firebreak.evidence_file (
  id         uuid PRIMARY KEY REFERENCES firebreak.evidence,
  name       text,
  media_type text NOT NULL
    CHECK (media_type IN ('image/png', 'image/jpeg', 'image/webp', 'application/pdf', 'text/plain')),
  size       int  NOT NULL CHECK (size > 0),
  bytes      bytea,
  CONSTRAINT evidence_file_whole CHECK (num_nulls(name, bytes) IN (0, 2) AND (bytes IS NULL OR length(bytes) = size))
);
-- pictures are compressed already
ALTER TABLE firebreak.evidence_file ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- Only with its evidence does the content of a file go.
CREATE FUNCTION firebreak.keep_evidence_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.media_type, NEW.size) IS DISTINCT FROM (OLD.id, OLD.media_type, OLD.size)
    OR (NEW.name, NEW.bytes) IS DISTINCT FROM (OLD.name, OLD.bytes)
      AND (NEW.name IS NOT NULL OR NEW.bytes IS NOT NULL
        OR NOT EXISTS (SELECT 1 FROM firebreak.evidence e WHERE e.id = OLD.id AND e.redacted_at IS NOT NULL))
  THEN
    RAISE EXCEPTION 'Rows of %.% are never changed or removed (% refused)', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER evidence_file_kept BEFORE UPDATE ON firebreak.evidence_file
  FOR EACH ROW EXECUTE FUNCTION firebreak.keep_evidence_file();
CREATE TRIGGER evidence_file_never_removed BEFORE DELETE ON firebreak.evidence_file
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER evidence_file_never_emptied BEFORE TRUNCATE ON firebreak.evidence_file
  FOR EACH STATEMENT EXECUTE FUNCTION firebreak.refuse_change();
ALTER TABLE firebreak.evidence_file ENABLE ALWAYS TRIGGER evidence_file_kept;
ALTER TABLE firebreak.evidence_file ENABLE ALWAYS TRIGGER evidence_file_never_removed;
ALTER TABLE firebreak.evidence_file ENABLE ALWAYS TRIGGER evidence_file_never_emptied;

-- A redaction takes the whole content, however it is done.
CREATE FUNCTION firebreak.redact_evidence_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE firebreak.evidence_file SET name = NULL, bytes = NULL WHERE id = NEW.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER evidence_redacted AFTER UPDATE ON firebreak.evidence
  FOR EACH ROW WHEN (OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL)
  EXECUTE FUNCTION firebreak.redact_evidence_file();
ALTER TABLE firebreak.evidence ENABLE ALWAYS TRIGGER evidence_redacted;

-- A post that the law or a danger forces off a channel: who asked, what is said in public, who countersigned, who did it.
CREATE TABLE firebreak.take_down (
  id             uuid PRIMARY KEY,
  case_reference text        NOT NULL REFERENCES firebreak.crisis_case,
  asked_by       text        NOT NULL,
  asked_at       timestamptz NOT NULL,
  request        text        NOT NULL,
  -- what is proposed; whoever wrote in it can't countersign it
  publication_id uuid REFERENCES firebreak.publication,
  reason         text CHECK (reason IN ('COURT_ORDER', 'AUTHORITY_ORDER', 'NETWORK_ORDER', 'PERSONAL_DATA', 'COPYRIGHT',
    'DANGER_TO_PERSON')),
  ordered_by     text,
  paper          uuid REFERENCES firebreak.evidence,
  language       text,
  title          text,
  explanation    text,
  sha256         text,
  authors        text[]      NOT NULL DEFAULT '{}',
  -- the second person
  decision       text CHECK (decision IN ('AGREE', 'SEND_BACK', 'REFUSE')),
  comments       text,
  decided_by     text,
  decided_at     timestamptz,
  -- by hand, at the place itself
  done_by        text,
  done_at        timestamptz,
  proof          text,
  explained_at   text,
  -- why it came to nothing after all
  called_off     text,
  CONSTRAINT take_down_proposed CHECK (
    num_nulls(publication_id, reason, ordered_by, paper, language, title, explanation, sha256) IN (0, 8)),
  CONSTRAINT take_down_decided CHECK (num_nulls(decision, decided_by, decided_at) IN (0, 3)),
  CONSTRAINT take_down_agreed CHECK (decision IS DISTINCT FROM 'AGREE'
    OR sha256 IS NOT NULL AND NOT decided_by = ANY (authors)),
  CONSTRAINT take_down_done CHECK (num_nulls(done_by, done_at) IN (0, 2)
    AND (num_nonnulls(proof, called_off) = 1) = (done_at IS NOT NULL)
    AND num_nonnulls(proof, called_off) <= 1 AND (proof IS NULL OR decision = 'AGREE'))
);
-- one at a time, so that nobody countersigns one and has another done
CREATE UNIQUE INDEX take_down_open ON firebreak.take_down (case_reference)
  WHERE done_at IS NULL AND decision IS DISTINCT FROM 'REFUSE';
CREATE INDEX take_down_case ON firebreak.take_down (case_reference, asked_at);
CREATE INDEX take_down_publication ON firebreak.take_down (publication_id) WHERE publication_id IS NOT NULL;

-- What two people agreed to stays as they agreed to it.
CREATE FUNCTION firebreak.keep_take_down() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.case_reference, NEW.asked_by, NEW.asked_at, NEW.request)
      IS DISTINCT FROM (OLD.id, OLD.case_reference, OLD.asked_by, OLD.asked_at, OLD.request)
    OR NOT NEW.authors @> OLD.authors
    OR OLD.decision IN ('AGREE', 'REFUSE')
      AND (NEW.publication_id, NEW.reason, NEW.ordered_by, NEW.paper, NEW.language, NEW.title, NEW.explanation, NEW.sha256,
          NEW.authors, NEW.decision, NEW.comments, NEW.decided_by, NEW.decided_at)
        IS DISTINCT FROM
          (OLD.publication_id, OLD.reason, OLD.ordered_by, OLD.paper, OLD.language, OLD.title, OLD.explanation, OLD.sha256,
          OLD.authors, OLD.decision, OLD.comments, OLD.decided_by, OLD.decided_at)
    OR OLD.done_at IS NOT NULL
  THEN
    RAISE EXCEPTION 'What was agreed of a take-down is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER take_down_kept BEFORE UPDATE ON firebreak.take_down
  FOR EACH ROW EXECUTE FUNCTION firebreak.keep_take_down();
CREATE TRIGGER take_down_never_removed BEFORE DELETE ON firebreak.take_down
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER take_down_never_emptied BEFORE TRUNCATE ON firebreak.take_down
  FOR EACH STATEMENT EXECUTE FUNCTION firebreak.refuse_change();
ALTER TABLE firebreak.take_down ENABLE ALWAYS TRIGGER take_down_kept;
ALTER TABLE firebreak.take_down ENABLE ALWAYS TRIGGER take_down_never_removed;
ALTER TABLE firebreak.take_down ENABLE ALWAYS TRIGGER take_down_never_emptied;

-- The record stays: what was sent was sent. The mark says that people took it down since.
ALTER TABLE firebreak.publication
  ADD COLUMN taken_down_at timestamptz,
  ADD CONSTRAINT publication_taken_down CHECK (taken_down_at IS NULL OR state = 'SENT');
CREATE OR REPLACE FUNCTION firebreak.keep_sent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'SENT' AND (NEW.state <> 'SENT' OR NEW.sent_at <> OLD.sent_at OR NEW.sha256 <> OLD.sha256)
    OR OLD.taken_down_at IS NOT NULL AND NEW.taken_down_at IS DISTINCT FROM OLD.taken_down_at
  THEN
    RAISE EXCEPTION 'A publication that was sent stays sent';
  END IF;
  -- one page may hold several publications, which go together
  IF NEW.taken_down_at IS NOT NULL AND OLD.taken_down_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM firebreak.take_down t JOIN firebreak.publication p ON p.id = t.publication_id
    WHERE t.decision = 'AGREE' AND t.done_at IS NULL AND p.channel = NEW.channel AND (p.id = NEW.id OR p.url = NEW.url))
  THEN
    RAISE EXCEPTION 'Nobody countersigned that this is taken down' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- What the newsroom says of posts that were taken down. Its position is one of those of the releases.
CREATE TABLE firebreak.newsroom_take_down (
  position     bigint PRIMARY KEY,
  statement_id uuid        NOT NULL REFERENCES firebreak.newsroom_statement,
  -- null: what stood in the newsroom itself, which the explanation replaces
  channel      text,
  language     text        NOT NULL,
  title        text        NOT NULL,
  explanation  text        NOT NULL,
  taken_down_at timestamptz NOT NULL
);
CREATE TRIGGER newsroom_take_down_fixed BEFORE UPDATE OR DELETE ON firebreak.newsroom_take_down
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER newsroom_take_down_never_emptied BEFORE TRUNCATE ON firebreak.newsroom_take_down
  FOR EACH STATEMENT EXECUTE FUNCTION firebreak.refuse_change();
ALTER TABLE firebreak.newsroom_take_down ENABLE ALWAYS TRIGGER newsroom_take_down_fixed;
ALTER TABLE firebreak.newsroom_take_down ENABLE ALWAYS TRIGGER newsroom_take_down_never_emptied;
