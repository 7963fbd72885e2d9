-- What people and Firebreak did: who, when, what, why. Entries are added and never changed.
CREATE TABLE firebreak.ledger_entry (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at             timestamptz NOT NULL,
  case_reference text,
  actor          text        NOT NULL,
  act            text        NOT NULL,
  sentence       text        NOT NULL,
  reason         text,
  details        jsonb       NOT NULL DEFAULT '{}'
);

CREATE INDEX ledger_entry_case ON firebreak.ledger_entry (case_reference, id);

CREATE FUNCTION firebreak.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of %.% are never changed or removed (% refused)', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE ON firebreak.ledger_entry
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER ledger_entry_never_emptied BEFORE TRUNCATE ON firebreak.ledger_entry
  FOR EACH STATEMENT EXECUTE FUNCTION firebreak.refuse_change();
-- the rule holds in every session, replication roles included
ALTER TABLE firebreak.ledger_entry ENABLE ALWAYS TRIGGER ledger_entry_append_only;
ALTER TABLE firebreak.ledger_entry ENABLE ALWAYS TRIGGER ledger_entry_never_emptied;
