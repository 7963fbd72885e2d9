-- Who has to agree to a version, as the table Approvers said; asked again when the case changes, and the last answer counts.
CREATE TABLE firebreak.approval_round (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version_id uuid        NOT NULL REFERENCES firebreak.statement_version,
  -- of the case at that moment; null before it is decided
  severity   text,
  decided_at timestamptz NOT NULL
);
CREATE INDEX approval_round_version ON firebreak.approval_round (version_id, id);

CREATE TABLE firebreak.approval_needed (
  round_id bigint NOT NULL REFERENCES firebreak.approval_round,
  -- steps are asked one after the other, the roles of one step at the same time
  step     int    NOT NULL CHECK (step >= 1),
  role     text   NOT NULL,
  needs    text   NOT NULL CHECK (needs IN ('ANY', 'ALL')),
  PRIMARY KEY (round_id, role)
);

-- What people said to a version. With the list above this is the only truth about approvals.
CREATE TABLE firebreak.approval_vote (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version_id uuid        NOT NULL REFERENCES firebreak.statement_version,
  role       text        NOT NULL,
  agreed     boolean     NOT NULL,
  -- one person in place of everybody, in an emergency
  alone      boolean     NOT NULL DEFAULT false,
  sha256     text        NOT NULL,
  comments   text,
  severity   text,
  voted_by   text        NOT NULL,
  voted_at   timestamptz NOT NULL,
  CONSTRAINT approval_vote_against_says_why CHECK (agreed OR comments IS NOT NULL),
  CONSTRAINT approval_vote_alone_in_the_worst CHECK (NOT alone OR agreed AND comments IS NOT NULL AND severity = 'S1' AND role = 'management')
);
-- one vote for each role, and four eyes are two people
CREATE UNIQUE INDEX approval_vote_role ON firebreak.approval_vote (version_id, role) WHERE agreed AND NOT alone;
CREATE UNIQUE INDEX approval_vote_person ON firebreak.approval_vote (version_id, voted_by) WHERE NOT alone;
CREATE UNIQUE INDEX approval_vote_alone ON firebreak.approval_vote (version_id) WHERE alone;
-- a text that is sent back comes again as the next version
CREATE UNIQUE INDEX approval_vote_against ON firebreak.approval_vote (version_id) WHERE NOT agreed;

-- What became of looking at an approval alone afterwards.
CREATE TABLE firebreak.approval_review (
  vote_id     bigint PRIMARY KEY REFERENCES firebreak.approval_vote,
  justified   boolean     NOT NULL,
  words       text        NOT NULL,
  lesson      text,
  reviewed_by text        NOT NULL,
  reviewed_at timestamptz NOT NULL
);

-- One person decided about a version until now, and for which role was not kept.
INSERT INTO firebreak.approval_round (version_id, severity, decided_at)
SELECT v.id, NULL, v.written_at FROM firebreak.statement_version v ORDER BY v.written_at, v.number;

INSERT INTO firebreak.approval_needed (round_id, step, role, needs)
SELECT r.id, 1, 'anybody', 'ANY'
FROM firebreak.approval_round r JOIN firebreak.statement_decision d ON d.version_id = r.version_id;

INSERT INTO firebreak.approval_needed (round_id, step, role, needs)
SELECT r.id, 1, asked.role, 'ANY'
FROM firebreak.approval_round r
JOIN firebreak.statement_version v ON v.id = r.version_id
JOIN firebreak.statement s ON s.id = v.statement_id
JOIN (VALUES ('crisislead', false), ('legal', false), ('management', true), ('spokesperson', true)) AS asked (role, translations)
  ON s.kind = 'TRANSLATION' OR NOT asked.translations
WHERE NOT EXISTS (SELECT 1 FROM firebreak.statement_decision d WHERE d.version_id = r.version_id);

INSERT INTO firebreak.approval_vote (version_id, role, agreed, sha256, comments, voted_by, voted_at)
SELECT version_id, 'anybody', approved, sha256, comments, decided_by, decided_at
FROM firebreak.statement_decision ORDER BY id;

DROP TABLE firebreak.statement_decision;

CREATE TRIGGER approval_round_fixed BEFORE UPDATE OR DELETE ON firebreak.approval_round
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER approval_round_never_emptied BEFORE TRUNCATE ON firebreak.approval_round
  FOR EACH STATEMENT EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER approval_needed_fixed BEFORE UPDATE OR DELETE ON firebreak.approval_needed
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER approval_needed_never_emptied BEFORE TRUNCATE ON firebreak.approval_needed
  FOR EACH STATEMENT EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER approval_vote_fixed BEFORE UPDATE OR DELETE ON firebreak.approval_vote
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER approval_vote_never_emptied BEFORE TRUNCATE ON firebreak.approval_vote
  FOR EACH STATEMENT EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER approval_review_fixed BEFORE UPDATE OR DELETE ON firebreak.approval_review
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER approval_review_never_emptied BEFORE TRUNCATE ON firebreak.approval_review
  FOR EACH STATEMENT EXECUTE FUNCTION firebreak.refuse_change();

-- the rule holds in every session, replication roles included
ALTER TABLE firebreak.approval_round ENABLE ALWAYS TRIGGER approval_round_fixed;
ALTER TABLE firebreak.approval_round ENABLE ALWAYS TRIGGER approval_round_never_emptied;
ALTER TABLE firebreak.approval_needed ENABLE ALWAYS TRIGGER approval_needed_fixed;
ALTER TABLE firebreak.approval_needed ENABLE ALWAYS TRIGGER approval_needed_never_emptied;
ALTER TABLE firebreak.approval_vote ENABLE ALWAYS TRIGGER approval_vote_fixed;
ALTER TABLE firebreak.approval_vote ENABLE ALWAYS TRIGGER approval_vote_never_emptied;
ALTER TABLE firebreak.approval_review ENABLE ALWAYS TRIGGER approval_review_fixed;
ALTER TABLE firebreak.approval_review ENABLE ALWAYS TRIGGER approval_review_never_emptied;
