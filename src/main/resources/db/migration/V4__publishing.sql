-- One version of a statement on one channel: at most one row, so at most one publication.
CREATE TABLE firebreak.publication (
  id           uuid PRIMARY KEY,
  version_id   uuid        NOT NULL REFERENCES firebreak.statement_version,
  channel      text        NOT NULL,
  state        text        NOT NULL CHECK (state IN ('SENT')),
  sha256       text        NOT NULL,
  apology      boolean     NOT NULL,
  url          text        NOT NULL,
  sent_at      timestamptz NOT NULL,
  UNIQUE (version_id, channel)
);
