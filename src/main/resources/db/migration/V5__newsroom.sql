-- The newsroom as one whole: its identity in feeds, and the number of the last release. Whoever releases locks this
-- row until the end of the transaction, so releases become visible in the order of their positions, without a gap.
CREATE TABLE firebreak.newsroom_site (
  only_row      boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  id            uuid   NOT NULL DEFAULT gen_random_uuid(),
  last_position bigint NOT NULL DEFAULT 0
);

INSERT INTO firebreak.newsroom_site DEFAULT VALUES;

-- What has an address in the newsroom. An address is given once and for ever.
CREATE TABLE firebreak.newsroom_statement (
  statement_id uuid PRIMARY KEY,
  slug         text NOT NULL UNIQUE
);

-- What the public read and when. It repeats the text on purpose: the newsroom keeps what it showed.
CREATE TABLE firebreak.newsroom_release (
  position        bigint PRIMARY KEY,
  statement_id    uuid        NOT NULL REFERENCES firebreak.newsroom_statement,
  version         int         NOT NULL CHECK (version > 0),
  version_id      uuid        NOT NULL UNIQUE,
  language        text        NOT NULL,
  title           text        NOT NULL,
  body            text        NOT NULL,
  correction_note text,
  released_at     timestamptz NOT NULL,
  UNIQUE (statement_id, version),
  CONSTRAINT newsroom_release_says_what_is_corrected CHECK ((version = 1) = (correction_note IS NULL))
);

CREATE TRIGGER newsroom_statement_fixed BEFORE UPDATE OR DELETE ON firebreak.newsroom_statement
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER newsroom_release_fixed BEFORE UPDATE OR DELETE ON firebreak.newsroom_release
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER newsroom_site_stays BEFORE DELETE ON firebreak.newsroom_site
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER newsroom_statement_never_emptied BEFORE TRUNCATE ON firebreak.newsroom_statement
  FOR EACH STATEMENT EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER newsroom_release_never_emptied BEFORE TRUNCATE ON firebreak.newsroom_release
  FOR EACH STATEMENT EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER newsroom_site_never_emptied BEFORE TRUNCATE ON firebreak.newsroom_site
  FOR EACH STATEMENT EXECUTE FUNCTION firebreak.refuse_change();
-- the rule holds in every session, replication roles included
ALTER TABLE firebreak.newsroom_statement ENABLE ALWAYS TRIGGER newsroom_statement_fixed;
ALTER TABLE firebreak.newsroom_statement ENABLE ALWAYS TRIGGER newsroom_statement_never_emptied;
ALTER TABLE firebreak.newsroom_release ENABLE ALWAYS TRIGGER newsroom_release_fixed;
ALTER TABLE firebreak.newsroom_release ENABLE ALWAYS TRIGGER newsroom_release_never_emptied;
