-- The crisis plan, each version whole, as its file was. The newest counts.
CREATE TABLE firebreak.crisis_plan_version (
  number         int PRIMARY KEY CHECK (number > 0),
  text           text        NOT NULL,
  -- the files with days off that it names: their texts by their names
  calendar_files jsonb       NOT NULL,
  -- SHA-256 over the text and those files
  sha256         text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  source         text        NOT NULL,
  imported_by    text        NOT NULL,
  imported_at    timestamptz NOT NULL
);

-- A file that was wrong, once while the same version is in force, so that several nodes and starts don't say it again.
CREATE TABLE firebreak.crisis_plan_refusal (
  -- SHA-256 over the file and its mistakes
  sha256     text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  -- 0: none was imported yet
  in_force   int         NOT NULL,
  refused_at timestamptz NOT NULL,
  PRIMARY KEY (sha256, in_force)
);

-- what was in force stays known, replication roles included
CREATE TRIGGER crisis_plan_version_fixed BEFORE UPDATE OR DELETE ON firebreak.crisis_plan_version
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER crisis_plan_version_never_emptied BEFORE TRUNCATE ON firebreak.crisis_plan_version
  FOR EACH STATEMENT EXECUTE FUNCTION firebreak.refuse_change();
ALTER TABLE firebreak.crisis_plan_version ENABLE ALWAYS TRIGGER crisis_plan_version_fixed;
ALTER TABLE firebreak.crisis_plan_version ENABLE ALWAYS TRIGGER crisis_plan_version_never_emptied;
