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
