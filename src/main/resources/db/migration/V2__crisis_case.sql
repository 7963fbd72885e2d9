-- The last number given in a year. Taken in the transaction that opens the case, so a rollback leaves no gap.
CREATE TABLE firebreak.case_counter (
  year        int PRIMARY KEY,
  last_number int NOT NULL
);

CREATE TABLE firebreak.crisis_case (
  reference              text PRIMARY KEY,
  title                  text        NOT NULL,
  description            text        NOT NULL,
  language               text        NOT NULL,
  source_url             text,
  reported_by            text        NOT NULL,
  received_at            timestamptz NOT NULL,
  phase                  text        NOT NULL
    CHECK (phase IN ('ASSESS', 'CONTAIN', 'RESPOND', 'WATCH', 'LEARN', 'CLOSED')),
  category               text,
  safety_risk            boolean,
  spread                 text,
  negative_share_percent int CHECK (negative_share_percent BETWEEN 0 AND 100),
  vivid_trigger          boolean,
  influential_author     boolean,
  crisis_history         boolean,
  severity               text CHECK (severity IN ('S1', 'S2', 'S3', 'S4')),
  cool_down_ends_at      timestamptz,
  statement_due_at       timestamptz,
  closed_at              timestamptz,
  lessons                text
);

CREATE INDEX crisis_case_phase ON firebreak.crisis_case (phase, received_at DESC);
CREATE INDEX crisis_case_received ON firebreak.crisis_case (received_at DESC);
