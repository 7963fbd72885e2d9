-- What the house rules found in a text that was handed in all the same, and what its author said to it.

-- Why the text stays as it is. The version is one of a statement or of a reply.
CREATE TABLE firebreak.wording_reason (
  version_id uuid        PRIMARY KEY,
  reason     text        NOT NULL,
  given_by   text        NOT NULL,
  given_at   timestamptz NOT NULL
);

-- Each place, with the words of the rule as they were on that day: rules change, and what an approver saw does not.
CREATE TABLE firebreak.wording_finding (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version_id uuid NOT NULL REFERENCES firebreak.wording_reason,
  rule       text NOT NULL,
  level      text NOT NULL CHECK (level IN ('ERROR', 'WARNING')),
  field      text CHECK (field IN ('TITLE', 'BODY')),
  begins_at  int,
  ends_at    int,
  found      text,
  why        text NOT NULL,
  source     text NOT NULL,
  remedy     text NOT NULL,
  CHECK (num_nonnulls(field, begins_at, ends_at, found) IN (0, 4))
);
CREATE INDEX wording_finding_version ON firebreak.wording_finding (version_id, id);

-- what was found and said stays, replication roles included
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['wording_reason', 'wording_finding'] LOOP
    EXECUTE format('CREATE TRIGGER %1$s_fixed BEFORE UPDATE OR DELETE ON firebreak.%1$s'
      ' FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change()', name);
    EXECUTE format('CREATE TRIGGER %1$s_never_emptied BEFORE TRUNCATE ON firebreak.%1$s'
      ' FOR EACH STATEMENT EXECUTE FUNCTION firebreak.refuse_change()', name);
    EXECUTE format('ALTER TABLE firebreak.%1$s ENABLE ALWAYS TRIGGER %1$s_fixed', name);
    EXECUTE format('ALTER TABLE firebreak.%1$s ENABLE ALWAYS TRIGGER %1$s_never_emptied', name);
  END LOOP;
END
$$;
