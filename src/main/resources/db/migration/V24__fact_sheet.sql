-- What every text of a case has to agree with: numbers, dates, names, promises, contacts. A change is a new version of
-- the whole sheet; earlier ones stay as they were.
CREATE TABLE firebreak.fact_sheet (
  case_reference text        NOT NULL REFERENCES firebreak.crisis_case,
  version        int         NOT NULL CHECK (version > 0),
  entered_by     text        NOT NULL,
  entered_at     timestamptz NOT NULL,
  PRIMARY KEY (case_reference, version)
);

CREATE TABLE firebreak.fact (
  case_reference text  NOT NULL,
  version        int   NOT NULL,
  position       int   NOT NULL CHECK (position > 0),
  kind           text  NOT NULL CHECK (kind IN ('NUMBER', 'DATE', 'NAME', 'PROMISE', 'CONTACT')),
  label          text  NOT NULL,
  value          text  NOT NULL,
  -- what it is called in other languages, by their tags
  called         jsonb NOT NULL,
  PRIMARY KEY (case_reference, version, position),
  FOREIGN KEY (case_reference, version) REFERENCES firebreak.fact_sheet
);

DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['fact_sheet', 'fact']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON firebreak.%I
                      FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change()', kept || '_fixed', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON firebreak.%I
                      FOR EACH STATEMENT EXECUTE FUNCTION firebreak.refuse_change()', kept || '_never_emptied', kept);
    EXECUTE format('ALTER TABLE firebreak.%I ENABLE ALWAYS TRIGGER %I', kept, kept || '_fixed');
    EXECUTE format('ALTER TABLE firebreak.%I ENABLE ALWAYS TRIGGER %I', kept, kept || '_never_emptied');
  END LOOP;
END
$$;
