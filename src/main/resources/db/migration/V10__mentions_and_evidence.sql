-- Posts kept as proof. What was kept never changes; only where it is filed may, and the law may take the content away.
CREATE TABLE firebreak.evidence (
  id               uuid PRIMARY KEY,
  case_reference   text REFERENCES firebreak.crisis_case,
  kind             text        NOT NULL CHECK (kind IN ('POST')),
  source           text        NOT NULL,
  text             text,
  author_handle    text,
  author_name      text,
  url              text,
  published_at     timestamptz NOT NULL,
  sha256           text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  kept_by          text        NOT NULL,
  kept_at          timestamptz NOT NULL,
  redacted_by      text,
  redacted_at      timestamptz,
  redaction_reason text,
  CONSTRAINT evidence_redacted_whole CHECK (
    CASE WHEN redacted_at IS NULL
      THEN text IS NOT NULL AND redacted_by IS NULL AND redaction_reason IS NULL
      ELSE num_nonnulls(text, author_handle, author_name, url) = 0 AND redacted_by IS NOT NULL
        AND redaction_reason IS NOT NULL
    END)
);

CREATE INDEX evidence_case ON firebreak.evidence (case_reference, published_at DESC, id);

CREATE FUNCTION firebreak.keep_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.kind, NEW.source, NEW.published_at, NEW.sha256, NEW.kept_by, NEW.kept_at)
      IS DISTINCT FROM (OLD.id, OLD.kind, OLD.source, OLD.published_at, OLD.sha256, OLD.kept_by, OLD.kept_at)
    OR NEW.case_reference IS NULL AND OLD.case_reference IS NOT NULL
    OR OLD.redacted_at IS NOT NULL AND (NEW.redacted_at, NEW.redacted_by, NEW.redaction_reason)
      IS DISTINCT FROM (OLD.redacted_at, OLD.redacted_by, OLD.redaction_reason)
    OR NEW.redacted_at IS NULL AND (NEW.text, NEW.author_handle, NEW.author_name, NEW.url)
      IS DISTINCT FROM (OLD.text, OLD.author_handle, OLD.author_name, OLD.url)
  THEN
    RAISE EXCEPTION 'Rows of %.% are never changed or removed (% refused)', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER evidence_kept BEFORE UPDATE ON firebreak.evidence
  FOR EACH ROW EXECUTE FUNCTION firebreak.keep_evidence();
CREATE TRIGGER evidence_never_removed BEFORE DELETE ON firebreak.evidence
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER evidence_never_emptied BEFORE TRUNCATE ON firebreak.evidence
  FOR EACH STATEMENT EXECUTE FUNCTION firebreak.refuse_change();
-- the rule holds in every session, replication roles included
ALTER TABLE firebreak.evidence ENABLE ALWAYS TRIGGER evidence_kept;
ALTER TABLE firebreak.evidence ENABLE ALWAYS TRIGGER evidence_never_removed;
ALTER TABLE firebreak.evidence ENABLE ALWAYS TRIGGER evidence_never_emptied;

-- What people write about the brand. Its words are in the evidence of the same id, so that a redaction takes them
-- away everywhere.
CREATE TABLE firebreak.mention (
  -- checked at the end of the transaction: which mentions are new is known only after they are in
  id             uuid PRIMARY KEY REFERENCES firebreak.evidence DEFERRABLE INITIALLY DEFERRED,
  source         text        NOT NULL,
  external_id    text        NOT NULL,
  -- SHA-256 over source and external id, which may be longer than an index takes
  identity       text        NOT NULL UNIQUE,
  brand          text        NOT NULL,
  -- the thread's root; a post outside of a thread is the root of its own
  thread         text        NOT NULL,
  -- SHA-256 over brand, source and root
  thread_identity text       NOT NULL,
  author_reach   bigint CHECK (author_reach >= 0),
  author_since   date,
  language       text,
  published_at   timestamptz NOT NULL,
  received_at    timestamptz NOT NULL,
  hostile_words  int         NOT NULL CHECK (hostile_words >= 0),
  case_reference text REFERENCES firebreak.crisis_case,
  joined_by      text CHECK (joined_by IN ('THREAD', 'SEARCH_TERM', 'INTAKE', 'PERSON')),
  joined_at      timestamptz,
  CONSTRAINT mention_joined CHECK (num_nulls(case_reference, joined_by, joined_at) IN (0, 3))
);

CREATE INDEX mention_newest ON firebreak.mention (published_at DESC, id);
CREATE INDEX mention_waiting ON firebreak.mention (published_at DESC, id) WHERE case_reference IS NULL;
CREATE INDEX mention_case ON firebreak.mention (case_reference, published_at DESC, id);
-- the case to which a mention of the thread was put last
CREATE INDEX mention_thread ON firebreak.mention (thread_identity, joined_at DESC NULLS LAST);
-- what counts for a flood
CREATE INDEX mention_window ON firebreak.mention (brand, published_at)
  WHERE case_reference IS NULL OR joined_by = 'INTAKE';

-- Words by which mentions find their case.
CREATE TABLE firebreak.case_search_term (
  case_reference text NOT NULL REFERENCES firebreak.crisis_case,
  brand          text NOT NULL,
  term           text NOT NULL,
  PRIMARY KEY (case_reference, term)
);
CREATE INDEX case_search_term_brand ON firebreak.case_search_term (brand);

-- Why a mention opened the case, as the table Intake said it, and what is known of it since.
CREATE TABLE firebreak.case_intake (
  case_reference     text PRIMARY KEY REFERENCES firebreak.crisis_case,
  mention_id         uuid    NOT NULL REFERENCES firebreak.mention,
  reason             text    NOT NULL,
  influential_author boolean NOT NULL,
  spread             text    NOT NULL CHECK (spread IN ('STEADY', 'HIGH', 'EXTREME'))
);

-- a hash, as links may be longer than a tree takes
CREATE INDEX crisis_case_source_url ON firebreak.crisis_case USING hash (source_url);
