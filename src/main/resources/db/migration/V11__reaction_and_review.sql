-- How much is said about the brand, counted by people or by tools. A count is never changed: one that was wrong is
-- counted again for the same time, and the newest holds.
CREATE TABLE firebreak.reaction_count (
  id                     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_reference         text        NOT NULL REFERENCES firebreak.crisis_case,
  at                     timestamptz NOT NULL,
  since                  timestamptz NOT NULL,
  until                  timestamptz NOT NULL CHECK (until > since),
  mentions               bigint      NOT NULL CHECK (mentions >= 0),
  negative_share_percent int         NOT NULL CHECK (negative_share_percent BETWEEN 0 AND 100),
  entered_by             text        NOT NULL,
  source                 text        NOT NULL CHECK (source IN ('FORM', 'API')),
  -- why the same time was counted again; null for the first count of it
  correction_reason      text
);
CREATE INDEX reaction_count_case ON firebreak.reaction_count (case_reference, until);

-- The impact report as it stood when a review began.
CREATE TABLE firebreak.impact_report (
  case_reference text        NOT NULL REFERENCES firebreak.crisis_case,
  number         int         NOT NULL CHECK (number > 0),
  drawn_up_at    timestamptz NOT NULL,
  report         jsonb       NOT NULL,
  PRIMARY KEY (case_reference, number)
);

-- What a review found.
CREATE TABLE firebreak.lesson (
  id                uuid PRIMARY KEY,
  case_reference    text        NOT NULL REFERENCES firebreak.crisis_case,
  position          int         NOT NULL CHECK (position > 0),
  area              text        NOT NULL CHECK (area IN ('CONTENT', 'MESSAGE', 'CHANNEL', 'PEOPLE', 'IMAGE')),
  finding           text        NOT NULL,
  -- why nothing is done about it; null where there is a measure
  no_measure_reason text,
  noted_by          text        NOT NULL,
  noted_at          timestamptz NOT NULL
);
CREATE INDEX lesson_case ON firebreak.lesson (case_reference, position);

-- What is done about a lesson. Who owns it, by when, and whether it is done stands in its steps.
CREATE TABLE firebreak.measure (
  id             uuid PRIMARY KEY,
  lesson_id      uuid NOT NULL UNIQUE REFERENCES firebreak.lesson,
  case_reference text NOT NULL REFERENCES firebreak.crisis_case,
  title          text NOT NULL
);
CREATE INDEX measure_case ON firebreak.measure (case_reference);

CREATE TABLE firebreak.measure_step (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  measure_id uuid        NOT NULL REFERENCES firebreak.measure,
  step       text        NOT NULL CHECK (step IN ('AGREED', 'HANDED_ON', 'DONE')),
  owner      text        NOT NULL,
  due_on     date        NOT NULL,
  -- what was done, or why it is handed on; null when it was agreed
  words      text,
  actor      text        NOT NULL,
  at         timestamptz NOT NULL
);
CREATE INDEX measure_step_measure ON firebreak.measure_step (measure_id, id);

-- all of these are added to and never changed; the rule holds in every session, replication roles included
DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['reaction_count', 'impact_report', 'lesson', 'measure', 'measure_step']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON firebreak.%I
                      FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_change()', kept || '_fixed', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON firebreak.%I
                      FOR EACH STATEMENT EXECUTE FUNCTION firebreak.refuse_change()', kept || '_never_emptied', kept);
    EXECUTE format('ALTER TABLE firebreak.%I ENABLE ALWAYS TRIGGER %I', kept, kept || '_fixed');
    EXECUTE format('ALTER TABLE firebreak.%I ENABLE ALWAYS TRIGGER %I', kept, kept || '_never_emptied');
  END LOOP;
END
$$;
