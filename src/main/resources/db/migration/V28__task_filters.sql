-- The lists of Tasklist that Firebreak made, and how it left them: by that it is known whether an administrator changed one.
CREATE TABLE firebreak.task_filter (
  kind        text NOT NULL PRIMARY KEY,
  filter_id   text NOT NULL UNIQUE,
  fingerprint text NOT NULL CHECK (fingerprint ~ '^[0-9a-f]{64}$')
);

-- In which cases somebody took part is asked each time they look at their list.
CREATE INDEX ledger_entry_actor ON firebreak.ledger_entry (actor, case_reference);
