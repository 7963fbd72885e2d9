-- The official statement of a case. What is said is in its versions; a version is never changed.
CREATE TABLE firebreak.statement (
  id             uuid PRIMARY KEY,
  case_reference text        NOT NULL UNIQUE REFERENCES firebreak.crisis_case,
  created_at     timestamptz NOT NULL
);

CREATE TABLE firebreak.statement_version (
  id              uuid PRIMARY KEY,
  statement_id    uuid        NOT NULL REFERENCES firebreak.statement,
  number          int         NOT NULL,
  language        text        NOT NULL,
  title           text        NOT NULL,
  body            text        NOT NULL,
  apology         boolean     NOT NULL,
  correction_note text,
  sha256          text        NOT NULL,
  written_by      text        NOT NULL,
  written_at      timestamptz NOT NULL,
  UNIQUE (statement_id, number)
);

-- Everyone who wrote a part of this version: its writer and the writers of the versions that it grew from.
CREATE TABLE firebreak.statement_author (
  version_id uuid NOT NULL REFERENCES firebreak.statement_version,
  user_id    text NOT NULL,
  PRIMARY KEY (version_id, user_id)
);

CREATE TABLE firebreak.statement_decision (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version_id uuid        NOT NULL REFERENCES firebreak.statement_version,
  sha256     text        NOT NULL,
  approved   boolean     NOT NULL,
  comments   text,
  decided_by text        NOT NULL,
  decided_at timestamptz NOT NULL
);

-- a version is decided once; a text that is sent back comes again as the next version
CREATE UNIQUE INDEX statement_decision_version ON firebreak.statement_decision (version_id);

CREATE TRIGGER statement_version_fixed BEFORE UPDATE OR DELETE ON firebreak.statement_version
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER statement_author_fixed BEFORE UPDATE OR DELETE ON firebreak.statement_author
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER statement_decision_fixed BEFORE UPDATE OR DELETE ON firebreak.statement_decision
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER statement_version_never_emptied BEFORE TRUNCATE ON firebreak.statement_version
  FOR EACH STATEMENT EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER statement_author_never_emptied BEFORE TRUNCATE ON firebreak.statement_author
  FOR EACH STATEMENT EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER statement_decision_never_emptied BEFORE TRUNCATE ON firebreak.statement_decision
  FOR EACH STATEMENT EXECUTE FUNCTION firebreak.refuse_change();

-- the rule holds in every session, replication roles included
ALTER TABLE firebreak.statement_version ENABLE ALWAYS TRIGGER statement_version_fixed;
ALTER TABLE firebreak.statement_author ENABLE ALWAYS TRIGGER statement_author_fixed;
ALTER TABLE firebreak.statement_decision ENABLE ALWAYS TRIGGER statement_decision_fixed;
ALTER TABLE firebreak.statement_version ENABLE ALWAYS TRIGGER statement_version_never_emptied;
ALTER TABLE firebreak.statement_author ENABLE ALWAYS TRIGGER statement_author_never_emptied;
ALTER TABLE firebreak.statement_decision ENABLE ALWAYS TRIGGER statement_decision_never_emptied;
