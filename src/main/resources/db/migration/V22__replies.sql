-- Who an author is across cases: the same name at the same place, however people spell the two.
ALTER TABLE firebreak.author_check ADD COLUMN author text NOT NULL
  GENERATED ALWAYS AS (lower(ltrim(btrim(handle), '@')) || ' ' || lower(btrim(place))) STORED;
CREATE INDEX author_check_author ON firebreak.author_check (author);
-- earlier replies of a brand are read newest first
CREATE INDEX reply_sent_newest ON firebreak.reply_sent (sent_at DESC);
