-- One version of a statement on one channel: at most one row, so at most one publication.
CREATE TABLE firebreak.publication (
  id           uuid PRIMARY KEY,
  version_id   uuid        NOT NULL REFERENCES firebreak.statement_version,
  channel      text        NOT NULL,
  state        text        NOT NULL CHECK (state IN ('SENT')),
  sha256       text        NOT NULL,
  apology      boolean     NOT NULL,
  url          text        NOT NULL,
  sent_at      timestamptz NOT NULL,
  UNIQUE (version_id, channel)
);

-- what went out is never forgotten: the count of apologies and "published once" rest on it
CREATE TRIGGER publication_never_removed BEFORE DELETE ON firebreak.publication
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER publication_never_emptied BEFORE TRUNCATE ON firebreak.publication
  FOR EACH STATEMENT EXECUTE FUNCTION firebreak.refuse_change();
ALTER TABLE firebreak.publication ENABLE ALWAYS TRIGGER publication_never_removed;
ALTER TABLE firebreak.publication ENABLE ALWAYS TRIGGER publication_never_emptied;
