-- A case speaks several times: its statement, holding statements before it, translations beside it. Each is a row of
-- its own, so each is a post or page of its own; only a correction is a further version of the same row.
ALTER TABLE firebreak.statement
  DROP CONSTRAINT statement_case_reference_key,
  ADD COLUMN position       bigint GENERATED ALWAYS AS IDENTITY,
  ADD COLUMN kind           text NOT NULL DEFAULT 'STATEMENT' CHECK (kind IN ('STATEMENT', 'HOLDING', 'TRANSLATION')),
  -- of a translation
  ADD COLUMN language       text,
  ADD COLUMN translation_of uuid REFERENCES firebreak.statement,
  -- what became of the promise that a holding statement makes
  ADD COLUMN word_kept_at   timestamptz,
  ADD COLUMN word_missed_at timestamptz,
  ADD CONSTRAINT statement_translation CHECK
    ((kind = 'TRANSLATION') = (language IS NOT NULL) AND (kind = 'TRANSLATION') = (translation_of IS NOT NULL));

CREATE UNIQUE INDEX statement_of_case ON firebreak.statement (case_reference) WHERE kind = 'STATEMENT';
CREATE UNIQUE INDEX statement_in_language ON firebreak.statement (translation_of, language) WHERE kind = 'TRANSLATION';
CREATE INDEX statement_case ON firebreak.statement (case_reference, position);

ALTER TABLE firebreak.statement_version
  -- what a holding statement is put together from
  ADD COLUMN known_facts   text,
  ADD COLUMN being_checked text,
  ADD COLUMN next_word_at  timestamptz,
  -- the version that a translation says in its language
  ADD COLUMN original      uuid REFERENCES firebreak.statement_version,
  -- in which languages it goes out besides its own
  ADD COLUMN translations  text[] NOT NULL DEFAULT '{}';

-- Approvals that no longer count, because what they were given for has changed.
CREATE TABLE firebreak.statement_voided (
  version_id uuid        PRIMARY KEY REFERENCES firebreak.statement_version,
  reason     text        NOT NULL,
  voided_by  text        NOT NULL,
  voided_at  timestamptz NOT NULL
);
CREATE TRIGGER statement_voided_fixed BEFORE UPDATE OR DELETE ON firebreak.statement_voided
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER statement_voided_never_emptied BEFORE TRUNCATE ON firebreak.statement_voided
  FOR EACH STATEMENT EXECUTE FUNCTION firebreak.refuse_change();
ALTER TABLE firebreak.statement_voided ENABLE ALWAYS TRIGGER statement_voided_fixed;
ALTER TABLE firebreak.statement_voided ENABLE ALWAYS TRIGGER statement_voided_never_emptied;

-- Which posture the table Posture advised, and which one people chose.
CREATE TABLE firebreak.posture_advice (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_reference text        NOT NULL REFERENCES firebreak.crisis_case,
  posture        text        NOT NULL CHECK (posture IN ('HOLD', 'REBUILD', 'DENY', 'DIMINISH', 'INFORM')),
  apology        text        NOT NULL CHECK (apology IN ('NO', 'SHORT', 'YES')),
  admit          text        NOT NULL CHECK (admit IN ('NO', 'PARTLY', 'YES')),
  must_contain   text        NOT NULL,
  rule           int         NOT NULL,
  source         text        NOT NULL,
  advised_at     timestamptz NOT NULL
);
CREATE INDEX posture_advice_case ON firebreak.posture_advice (case_reference, id);

CREATE TABLE firebreak.posture_choice (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  advice_id bigint      NOT NULL REFERENCES firebreak.posture_advice,
  posture   text        NOT NULL CHECK (posture IN ('HOLD', 'REBUILD', 'DENY', 'DIMINISH', 'INFORM')),
  reason    text,
  chosen_by text        NOT NULL,
  chosen_at timestamptz NOT NULL
);
CREATE INDEX posture_choice_advice ON firebreak.posture_choice (advice_id, id);

CREATE TRIGGER posture_advice_fixed BEFORE UPDATE OR DELETE ON firebreak.posture_advice
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER posture_advice_never_emptied BEFORE TRUNCATE ON firebreak.posture_advice
  FOR EACH STATEMENT EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER posture_choice_fixed BEFORE UPDATE OR DELETE ON firebreak.posture_choice
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER posture_choice_never_emptied BEFORE TRUNCATE ON firebreak.posture_choice
  FOR EACH STATEMENT EXECUTE FUNCTION firebreak.refuse_change();
ALTER TABLE firebreak.posture_advice ENABLE ALWAYS TRIGGER posture_advice_fixed;
ALTER TABLE firebreak.posture_advice ENABLE ALWAYS TRIGGER posture_advice_never_emptied;
ALTER TABLE firebreak.posture_choice ENABLE ALWAYS TRIGGER posture_choice_fixed;
ALTER TABLE firebreak.posture_choice ENABLE ALWAYS TRIGGER posture_choice_never_emptied;

-- Who speaks what, by the primary subtag of BCP 47.
CREATE TABLE firebreak.person_language (
  user_id  text NOT NULL,
  language text NOT NULL,
  PRIMARY KEY (user_id, language)
);
CREATE INDEX person_language_language ON firebreak.person_language (language);
