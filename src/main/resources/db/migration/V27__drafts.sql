-- What people typed into a form and have not handed in yet. One row a person, so that nobody's words take the place of
-- somebody else's. All are deleted when the task is done or taken away, resp. when the person has started the process.
CREATE TABLE firebreak.task_draft (
  task_id   text        NOT NULL,
  person    text        NOT NULL,
  -- counted per task, whoever writes: what was begun from an older one is stale
  version   bigint      NOT NULL CHECK (version > 0),
  -- what stands in the fields, as the form reads it again; never read here
  typed     text        NOT NULL,
  saved_at  timestamptz NOT NULL,
  PRIMARY KEY (task_id, person)
);

CREATE TABLE firebreak.start_draft (
  process   text        NOT NULL,
  person    text        NOT NULL,
  version   bigint      NOT NULL CHECK (version > 0),
  typed     text        NOT NULL,
  saved_at  timestamptz NOT NULL,
  PRIMARY KEY (process, person)
);
