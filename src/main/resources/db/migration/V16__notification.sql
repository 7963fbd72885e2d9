-- What our own people are told. It is written down in the transaction in which it is decided and sent afterwards. Of which
-- kind it is says a word of the application; a new kind needs no migration.
CREATE TABLE firebreak.notice (
  id             uuid        PRIMARY KEY,
  person         text        NOT NULL,
  name           text        NOT NULL,
  language       text        NOT NULL,
  zone           text        NOT NULL,
  kind           text        NOT NULL,
  case_reference text,
  task_id        text,
  details        jsonb       NOT NULL,
  -- the question that it asks; null where nothing is to be answered
  ask            uuid,
  told_at        timestamptz NOT NULL,
  expires_at     timestamptz NOT NULL,
  -- when a means first got through
  reached_at     timestamptz,
  -- when all means had failed for the first time
  failed_at      timestamptz,
  -- how often all means have failed
  rounds         int         NOT NULL DEFAULT 0,
  -- from when on nothing more is sent: it is answered, expired, or everything is done
  ended_at       timestamptz
);
CREATE INDEX notice_ask ON firebreak.notice (ask) WHERE ask IS NOT NULL;
CREATE INDEX notice_open ON firebreak.notice (expires_at) WHERE ended_at IS NULL;
CREATE INDEX notice_ended ON firebreak.notice (ended_at);

-- Each means by which a notice may go out, in the order of the person's plan when they were told. No secret is in here:
-- a webhook names the setting that holds its own.
CREATE TABLE firebreak.notice_delivery (
  notice        uuid        NOT NULL REFERENCES firebreak.notice ON DELETE CASCADE,
  position      int         NOT NULL CHECK (position > 0),
  kind          text        NOT NULL,
  address       text,
  webhook       jsonb,
  after_seconds bigint      CHECK (after_seconds >= 0),
  -- who takes it: the mail server, or a webhook; how many calls go there at once is limited
  server        text        NOT NULL,
  state         text        NOT NULL
    CHECK (state IN ('SHOWN', 'LATER', 'WAITING', 'SENDING', 'SENT', 'FAILED', 'REFUSED', 'STOPPED')),
  -- WAITING: when it is sent. SENDING: when whoever sends it is taken for dead
  due_at        timestamptz CHECK ((due_at IS NOT NULL) = (state IN ('WAITING', 'SENDING'))),
  -- before which the other side asked not to be called again
  rest_until    timestamptz,
  tries         int         NOT NULL DEFAULT 0,
  -- made anew by each who takes it on, so that a late result of another counts for nothing
  claim         uuid,
  reason        text,
  sent_at       timestamptz,
  PRIMARY KEY (notice, position)
);
CREATE INDEX notice_delivery_due ON firebreak.notice_delivery (server, due_at) WHERE state IN ('WAITING', 'SENDING');

-- When each means of each person last worked and last failed.
CREATE TABLE firebreak.means_outcome (
  person         text        NOT NULL,
  means          text        NOT NULL,
  last_worked_at timestamptz,
  last_failed_at timestamptz,
  last_failure   text,
  PRIMARY KEY (person, means)
);

-- What the links in messages are signed with, where no setting says it. One row.
CREATE TABLE firebreak.notification_link_key (
  id  int   PRIMARY KEY CHECK (id = 1),
  key bytea NOT NULL CHECK (length(key) = 32)
);
