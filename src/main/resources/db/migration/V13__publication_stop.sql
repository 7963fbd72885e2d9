-- Texts that reach nobody any more who has them not yet, because new facts changed what the case says. What of them is
-- public stays public until it is put right, so the approval stands; but a doubt that ends as "not public" is not sent.
CREATE TABLE firebreak.publication_stop (
  version_id uuid        PRIMARY KEY REFERENCES firebreak.statement_version,
  reason     text        NOT NULL,
  stopped_at timestamptz NOT NULL
);
CREATE TRIGGER publication_stop_fixed BEFORE UPDATE OR DELETE ON firebreak.publication_stop
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER publication_stop_never_emptied BEFORE TRUNCATE ON firebreak.publication_stop
  FOR EACH STATEMENT EXECUTE FUNCTION firebreak.refuse_change();
