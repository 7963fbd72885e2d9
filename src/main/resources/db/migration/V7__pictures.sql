-- The pictures of a version, in their order; its seal covers them.
CREATE TABLE firebreak.statement_picture (
  version_id uuid  NOT NULL REFERENCES firebreak.statement_version,
  position   int   NOT NULL CHECK (position >= 0),
  name       text  NOT NULL,
  media_type text  NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg')),
  alt_text   text  NOT NULL,
  width      int   NOT NULL CHECK (width > 0),
  height     int   NOT NULL CHECK (height > 0),
  sha256     text  NOT NULL,
  bytes      bytea NOT NULL,
  PRIMARY KEY (version_id, position)
);

CREATE TRIGGER statement_picture_fixed BEFORE UPDATE OR DELETE ON firebreak.statement_picture
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER statement_picture_never_emptied BEFORE TRUNCATE ON firebreak.statement_picture
  FOR EACH STATEMENT EXECUTE FUNCTION firebreak.refuse_change();
ALTER TABLE firebreak.statement_picture ENABLE ALWAYS TRIGGER statement_picture_fixed;
ALTER TABLE firebreak.statement_picture ENABLE ALWAYS TRIGGER statement_picture_never_emptied;

-- What the newsroom shows beside a release; like its text a copy, kept for ever.
CREATE TABLE firebreak.newsroom_picture (
  position   bigint NOT NULL REFERENCES firebreak.newsroom_release,
  number     int    NOT NULL,
  media_type text   NOT NULL,
  alt_text   text   NOT NULL,
  width      int    NOT NULL,
  height     int    NOT NULL,
  sha256     text   NOT NULL,
  bytes      bytea  NOT NULL,
  PRIMARY KEY (position, number)
);
CREATE INDEX newsroom_picture_sha256 ON firebreak.newsroom_picture (sha256);

CREATE TRIGGER newsroom_picture_fixed BEFORE UPDATE OR DELETE ON firebreak.newsroom_picture
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change();
CREATE TRIGGER newsroom_picture_never_emptied BEFORE TRUNCATE ON firebreak.newsroom_picture
  FOR EACH STATEMENT EXECUTE FUNCTION firebreak.refuse_change();
ALTER TABLE firebreak.newsroom_picture ENABLE ALWAYS TRIGGER newsroom_picture_fixed;
ALTER TABLE firebreak.newsroom_picture ENABLE ALWAYS TRIGGER newsroom_picture_never_emptied;
