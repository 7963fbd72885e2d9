-- The chains of command that run, and who was asked and what they answered.

-- One for each task that nobody answers; it ends with the task.
CREATE TABLE firebreak.chain_run (
  id                  uuid PRIMARY KEY,
  task_id             text        NOT NULL,
  task_key            text        NOT NULL,
  task_name           text        NOT NULL,
  case_reference      text        NOT NULL REFERENCES firebreak.crisis_case,
  process_instance_id text        NOT NULL,
  role                text        NOT NULL,
  pass                int         NOT NULL CHECK (pass >= 1),
  level               int         NOT NULL CHECK (level >= -1),
  state               text        NOT NULL CHECK (state IN ('ASKING', 'RESTING', 'BROKEN', 'ENDED')),
  needed              int         NOT NULL CHECK (needed >= 1),
  within_seconds      bigint      NOT NULL,
  asking_since        timestamptz NOT NULL,
  next_step_at        timestamptz NOT NULL,
  delegate            text,
  delegated_by        text,
  broken_at           timestamptz,
  begun_at            timestamptz NOT NULL,
  ended_at            timestamptz,
  CHECK ((state = 'BROKEN') = (broken_at IS NOT NULL)),
  CHECK ((state = 'ENDED') = (ended_at IS NOT NULL)),
  CHECK ((delegate IS NULL) = (delegated_by IS NULL))
);
CREATE UNIQUE INDEX chain_run_of_task ON firebreak.chain_run (task_id) WHERE state <> 'ENDED';
CREATE INDEX chain_run_case ON firebreak.chain_run (case_reference);
CREATE INDEX chain_run_open ON firebreak.chain_run (next_step_at) WHERE state <> 'ENDED';

-- A person who was asked, or who took the task without being asked.
CREATE TABLE firebreak.chain_ask (
  id          uuid PRIMARY KEY,
  run_id      uuid        NOT NULL REFERENCES firebreak.chain_run,
  number      bigint GENERATED ALWAYS AS IDENTITY,
  pass        int         NOT NULL,
  level       int         NOT NULL,
  person      text        NOT NULL,
  instead_of  text,
  because     text        NOT NULL,
  asked_at    timestamptz NOT NULL,
  until       timestamptz,
  answer      text CHECK (answer IN ('ACKNOWLEDGED', 'DECLINED', 'DELEGATED', 'TAKEN_BY_ANOTHER', 'OVER')),
  answered_by text,
  answered_at timestamptz,
  how         text CHECK (how IN ('LINK', 'TASKLIST', 'API')),
  CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX chain_ask_run ON firebreak.chain_ask (run_id, number);
CREATE INDEX chain_ask_open ON firebreak.chain_ask (run_id) WHERE answer IS NULL;

-- The open work of an absent person, and to whom it went; it comes back when the absence is over.
CREATE TABLE firebreak.moved_task (
  absence_id     uuid        NOT NULL,
  task_id        text        NOT NULL,
  case_reference text        NOT NULL REFERENCES firebreak.crisis_case,
  absent         text        NOT NULL,
  stand_in       text,
  moved_at       timestamptz NOT NULL,
  returned_at    timestamptz,
  PRIMARY KEY (absence_id, task_id)
);

-- An area that was asked and for which nobody could be found.
CREATE TABLE firebreak.consultation_gap (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_reference text        NOT NULL REFERENCES firebreak.crisis_case,
  area           text        NOT NULL,
  reason         text        NOT NULL,
  stated_by      text        NOT NULL,
  stated_at      timestamptz NOT NULL
);
CREATE INDEX consultation_gap_case ON firebreak.consultation_gap (case_reference, id);
