-- Who an author is across cases: the same name at the same place, however people spell the two.
ALTER TABLE firebreak.author_check ADD COLUMN author text NOT NULL
  GENERATED ALWAYS AS (lower(ltrim(btrim(handle), '@')) || ' ' || lower(btrim(place))) STORED;
CREATE INDEX author_check_author ON firebreak.author_check (author);
-- What was seen in the kept mentions when somebody looked at an author, signal by signal, and what shows it.
CREATE TABLE firebreak.author_observation (
  check_id bigint NOT NULL REFERENCES firebreak.author_check,
  signal   text   NOT NULL,
  answer   text   NOT NULL CHECK (answer IN ('YES', 'NO', 'UNKNOWN')),
  words    text   NOT NULL,
  mentions uuid[] NOT NULL,
  PRIMARY KEY (check_id, signal)
);
CREATE INDEX mention_brand ON firebreak.mention (brand, published_at);
CREATE INDEX evidence_author ON firebreak.evidence (source, author_handle) WHERE author_handle IS NOT NULL;

-- Orders and tickets that a customer system delivers, by which a customer is known. They are forgotten after a while.
CREATE TABLE firebreak.customer_record (
  number_folded text PRIMARY KEY,
  number        text        NOT NULL,
  handle        text,
  place         text,
  -- as in author_check; null where no account is known
  author        text,
  received_at   timestamptz NOT NULL,
  CHECK ((handle IS NULL) = (place IS NULL))
);
CREATE INDEX customer_record_author ON firebreak.customer_record (author) WHERE author IS NOT NULL;
CREATE INDEX customer_record_received ON firebreak.customer_record (received_at);

-- earlier replies of a brand are read newest first
CREATE INDEX reply_sent_newest ON firebreak.reply_sent (sent_at DESC);

-- What one person of a case is to be offered in private. Rows are added and never changed.
CREATE TABLE firebreak.compensation (
  id             uuid PRIMARY KEY,
  case_reference text          NOT NULL REFERENCES firebreak.crisis_case,
  handle         text          NOT NULL,
  place          text          NOT NULL,
  -- the same person, however people spell them; as in author_check
  author         text          NOT NULL
    GENERATED ALWAYS AS (lower(ltrim(btrim(handle), '@')) || ' ' || lower(btrim(place))) STORED,
  order_number   text,
  way            text          NOT NULL CHECK (way IN ('DIRECT_MESSAGE', 'MAIL', 'PHONE')),
  amount         numeric(12,2) NOT NULL CHECK (amount > 0),
  currency       text          NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  reason         text          NOT NULL,
  proposed_by    text          NOT NULL,
  proposed_at    timestamptz   NOT NULL,
  UNIQUE (id, proposed_by)
);
CREATE INDEX compensation_case ON firebreak.compensation (case_reference, proposed_at);
CREATE INDEX compensation_author ON firebreak.compensation (author);

-- A second person decides; what was offered before this was asked for has none, and says so by its proposer.
CREATE TABLE firebreak.compensation_decision (
  compensation_id uuid PRIMARY KEY,
  proposed_by     text        NOT NULL,
  agreed          boolean     NOT NULL,
  affected        text,
  reason          text,
  decided_by      text        NOT NULL,
  decided_at      timestamptz NOT NULL,
  FOREIGN KEY (compensation_id, proposed_by) REFERENCES firebreak.compensation (id, proposed_by),
  CHECK (agreed OR reason IS NOT NULL)
);
CREATE INDEX compensation_decision_moment ON firebreak.compensation_decision (decided_at) WHERE agreed;

CREATE TABLE firebreak.compensation_end (
  compensation_id uuid PRIMARY KEY REFERENCES firebreak.compensation_decision,
  given           boolean     NOT NULL,
  proof           text        NOT NULL,
  ended_by        text        NOT NULL,
  ended_at        timestamptz NOT NULL
);

-- What was offered by one person alone, until now, counts as given.
INSERT INTO firebreak.compensation (id, case_reference, handle, place, order_number, way, amount, currency, reason,
  proposed_by, proposed_at)
SELECT md5('reply_compensation ' || o.id)::uuid, o.case_reference, coalesce(a.handle, 'unknown'),
  coalesce(a.place, 'unknown'), a.order_number, o.way, o.amount, o.currency, o.reason, o.offered_by, o.offered_at
FROM firebreak.reply_compensation o
LEFT JOIN LATERAL (SELECT handle, place, order_number FROM firebreak.author_check c
  WHERE c.case_reference = o.case_reference ORDER BY c.id DESC LIMIT 1) a ON true;
INSERT INTO firebreak.compensation_decision (compensation_id, proposed_by, agreed, affected, decided_by, decided_at)
SELECT id, proposed_by, true, 'Offered before a second person was asked for.', proposed_by, proposed_at
FROM firebreak.compensation;
INSERT INTO firebreak.compensation_end (compensation_id, given, proof, ended_by, ended_at)
SELECT id, true, 'Offered before a second person was asked for.', proposed_by, proposed_at FROM firebreak.compensation;
DROP TABLE firebreak.reply_compensation;

-- from now on, always another one
ALTER TABLE firebreak.compensation_decision ADD CONSTRAINT compensation_second_person
  CHECK (decided_by <> proposed_by) NOT VALID;

-- A reply that a channel sends in the thread by its interface, in the form that it has there.
CREATE TABLE firebreak.reply_route (
  version_id  uuid PRIMARY KEY REFERENCES firebreak.reply_version,
  channel     text        NOT NULL,
  language    text        NOT NULL,
  text        text        NOT NULL,
  payload     text        NOT NULL,
  -- the post that it answers, as its network names it
  answers_id  text,
  answers_url text,
  routed_at   timestamptz NOT NULL
);

-- A channel could not send it, or nobody can tell whether it did: a person goes on.
CREATE TABLE firebreak.reply_returned (
  version_id  uuid PRIMARY KEY REFERENCES firebreak.reply_route,
  -- it may stand in the thread
  uncertain   boolean     NOT NULL,
  reason      text        NOT NULL,
  returned_at timestamptz NOT NULL
);

-- A publication is a part of a statement's version, or a reply; version_id is the id of either.
ALTER TABLE firebreak.publication
  DROP CONSTRAINT publication_version_id_fkey,
  ADD COLUMN reply_id uuid REFERENCES firebreak.reply_route,
  ADD CONSTRAINT publication_of_reply CHECK (reply_id IS NULL OR reply_id = version_id);
ALTER TABLE firebreak.publication
  ADD COLUMN statement_version_id uuid
    GENERATED ALWAYS AS (CASE WHEN reply_id IS NULL THEN version_id END) STORED
    REFERENCES firebreak.statement_version;

-- what was seen, proposed, decided and sent stays, replication roles included
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['author_observation', 'compensation', 'compensation_decision',
      'compensation_end', 'reply_route', 'reply_returned'] LOOP
    EXECUTE format('CREATE TRIGGER %1$s_fixed BEFORE UPDATE OR DELETE ON firebreak.%1$s'
      ' FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change()', name);
    EXECUTE format('CREATE TRIGGER %1$s_never_emptied BEFORE TRUNCATE ON firebreak.%1$s'
      ' FOR EACH STATEMENT EXECUTE FUNCTION firebreak.refuse_change()', name);
    EXECUTE format('ALTER TABLE firebreak.%1$s ENABLE ALWAYS TRIGGER %1$s_fixed', name);
    EXECUTE format('ALTER TABLE firebreak.%1$s ENABLE ALWAYS TRIGGER %1$s_never_emptied', name);
  END LOOP;
END
$$;
