-- Who wrote the comment, and the replies to it. What was found, written, decided and sent is added and never changed.

-- What a person saw of the author: signals, never a verdict.
CREATE TABLE firebreak.author_check (
  id                   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_reference       text        NOT NULL REFERENCES firebreak.crisis_case,
  handle               text        NOT NULL,
  place                text        NOT NULL,
  order_matched        boolean     NOT NULL,
  order_number         text,
  young_account        text        NOT NULL CHECK (young_account IN ('YES', 'NO', 'UNKNOWN')),
  near_duplicates      text        NOT NULL CHECK (near_duplicates IN ('YES', 'NO', 'UNKNOWN')),
  shared_link_burst    text        NOT NULL CHECK (shared_link_burst IN ('YES', 'NO', 'UNKNOWN')),
  no_other_topics      text        NOT NULL CHECK (no_other_topics IN ('YES', 'NO', 'UNKNOWN')),
  synchronous_activity text        NOT NULL CHECK (synchronous_activity IN ('YES', 'NO', 'UNKNOWN')),
  notes                text,
  checked_by           text        NOT NULL,
  checked_at           timestamptz NOT NULL,
  CHECK (order_matched = (order_number IS NOT NULL))
);
CREATE INDEX author_check_case ON firebreak.author_check (case_reference, id DESC);

-- What the table AuthorVerification says about a check.
CREATE TABLE firebreak.author_finding (
  check_id bigint PRIMARY KEY REFERENCES firebreak.author_check,
  finding  text        NOT NULL CHECK (finding IN ('GENUINE', 'COORDINATED_SUSPICION', 'UNCLEAR')),
  advice   text        NOT NULL,
  found_at timestamptz NOT NULL
);

-- What a person concluded from a suspicion.
CREATE TABLE firebreak.author_conclusion (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  check_id     bigint      NOT NULL REFERENCES firebreak.author_check,
  conclusion   text        NOT NULL CHECK (conclusion IN ('COORDINATED', 'NOT_COORDINATED', 'COMPETITOR')),
  reason       text        NOT NULL,
  evidence     text[]      NOT NULL,
  concluded_by text        NOT NULL,
  concluded_at timestamptz NOT NULL,
  UNIQUE (id, concluded_by),
  CHECK (conclusion <> 'COMPETITOR' OR cardinality(evidence) >= 2)
);
CREATE INDEX author_conclusion_check ON firebreak.author_conclusion (check_id, id DESC);

-- Naming a competitor takes one of management besides the person who concluded it.
CREATE TABLE firebreak.author_countersignature (
  conclusion_id bigint PRIMARY KEY,
  concluded_by  text        NOT NULL,
  agreed        boolean     NOT NULL,
  reason        text,
  signed_by     text        NOT NULL,
  signed_at     timestamptz NOT NULL,
  FOREIGN KEY (conclusion_id, concluded_by) REFERENCES firebreak.author_conclusion (id, concluded_by),
  CHECK (signed_by <> concluded_by),
  CHECK (agreed OR reason IS NOT NULL)
);

-- What a comment needs, as somebody decided. The newest row counts.
CREATE TABLE firebreak.reply_plan (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_reference text        NOT NULL REFERENCES firebreak.crisis_case,
  need           text        NOT NULL CHECK (need IN ('ANSWER', 'ASK_AREA', 'CRISIS')),
  area           text,
  question       text,
  reason         text,
  planned_by     text        NOT NULL,
  planned_at     timestamptz NOT NULL,
  CHECK ((need = 'ASK_AREA') = (area IS NOT NULL) AND (area IS NULL) = (question IS NULL)),
  CHECK (need <> 'CRISIS' OR reason IS NOT NULL)
);
CREATE INDEX reply_plan_case ON firebreak.reply_plan (case_reference, id DESC);

-- A reply to the comment: the texts of one case are numbered; each answers in one way.
CREATE TABLE firebreak.reply_version (
  id             uuid PRIMARY KEY,
  case_reference text        NOT NULL REFERENCES firebreak.crisis_case,
  number         int         NOT NULL,
  round          int         NOT NULL,
  way            text        NOT NULL CHECK (way IN ('THREAD', 'DIRECT_MESSAGE', 'MAIL', 'PHONE')),
  text           text        NOT NULL,
  apology        boolean     NOT NULL,
  sha256         text        NOT NULL,
  written_by     text        NOT NULL,
  written_at     timestamptz NOT NULL,
  UNIQUE (case_reference, number)
);

-- Everyone who wrote a part of it: its writer and the writers of the texts of the same round that it grew from.
CREATE TABLE firebreak.reply_author (
  version_id uuid NOT NULL REFERENCES firebreak.reply_version,
  user_id    text NOT NULL,
  PRIMARY KEY (version_id, user_id)
);

CREATE TABLE firebreak.reply_decision (
  version_id uuid PRIMARY KEY REFERENCES firebreak.reply_version,
  sha256     text        NOT NULL,
  agreed     boolean     NOT NULL,
  comments   text,
  decided_by text        NOT NULL,
  decided_at timestamptz NOT NULL,
  CHECK (agreed OR comments IS NOT NULL)
);

-- A text that is not to go out any more, although it was agreed to.
CREATE TABLE firebreak.reply_withdrawal (
  version_id   uuid PRIMARY KEY REFERENCES firebreak.reply_version,
  reason       text        NOT NULL,
  withdrawn_by text        NOT NULL,
  withdrawn_at timestamptz NOT NULL
);

-- Sent by hand; the link, or what was seen and heard where there is none, is the proof.
CREATE TABLE firebreak.reply_sent (
  version_id uuid PRIMARY KEY REFERENCES firebreak.reply_version,
  link       text,
  proof      text,
  sent_by    text        NOT NULL,
  sent_at    timestamptz NOT NULL,
  CHECK (link IS NOT NULL OR proof IS NOT NULL)
);

-- What the other side did with a reply.
CREATE TABLE firebreak.reply_outcome (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version_id     uuid        NOT NULL UNIQUE REFERENCES firebreak.reply_version,
  case_reference text        NOT NULL REFERENCES firebreak.crisis_case,
  outcome        text        NOT NULL CHECK (outcome IN ('CALM', 'ANSWERED_AGAIN', 'CRISIS')),
  words          text,
  settled_by     text        NOT NULL,
  settled_at     timestamptz NOT NULL
);
CREATE INDEX reply_outcome_case ON firebreak.reply_outcome (case_reference, id);

-- Offered in private and after an explanation, never in the thread.
CREATE TABLE firebreak.reply_compensation (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_reference text          NOT NULL REFERENCES firebreak.crisis_case,
  version_id     uuid          NOT NULL REFERENCES firebreak.reply_version,
  way            text          NOT NULL CHECK (way IN ('DIRECT_MESSAGE', 'MAIL', 'PHONE')),
  amount         numeric(12,2) NOT NULL CHECK (amount > 0),
  currency       text          NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  reason         text          NOT NULL,
  offered_by     text          NOT NULL,
  offered_at     timestamptz   NOT NULL
);
CREATE INDEX reply_compensation_case ON firebreak.reply_compensation (case_reference, id);

-- what was found, decided and sent stays, replication roles included
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['author_check', 'author_finding', 'author_conclusion', 'author_countersignature',
      'reply_plan', 'reply_version', 'reply_author', 'reply_decision', 'reply_withdrawal', 'reply_sent',
      'reply_outcome', 'reply_compensation'] LOOP
    EXECUTE format('CREATE TRIGGER %1$s_fixed BEFORE UPDATE OR DELETE ON firebreak.%1$s'
      ' FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change()', name);
    EXECUTE format('CREATE TRIGGER %1$s_never_emptied BEFORE TRUNCATE ON firebreak.%1$s'
      ' FOR EACH STATEMENT EXECUTE FUNCTION firebreak.refuse_change()', name);
    EXECUTE format('ALTER TABLE firebreak.%1$s ENABLE ALWAYS TRIGGER %1$s_fixed', name);
    EXECUTE format('ALTER TABLE firebreak.%1$s ENABLE ALWAYS TRIGGER %1$s_never_emptied', name);
  END LOOP;
END
$$;
