-- What people enter beside the crisis plan. Rows are added, in the order in which they count; one is taken back or cut
-- short by the mark at its end, never by a change of what was entered.

-- Who is not there. Removed some time after its end, because it is about people's lives.
CREATE TABLE firebreak.absence (
  id         uuid PRIMARY KEY,
  number     bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  person     text        NOT NULL,
  from_at    timestamptz NOT NULL,
  to_at      timestamptz NOT NULL,
  stand_in   text,
  reason     text,
  entered_by text        NOT NULL,
  entered_at timestamptz NOT NULL,
  ended_at   timestamptz,
  ended_by   text,
  CHECK (to_at > from_at),
  CHECK (stand_in <> person),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX absence_end ON firebreak.absence (to_at);
CREATE INDEX absence_person ON firebreak.absence (person, number DESC);

-- Who is on call in somebody else's place.
CREATE TABLE firebreak.duty_change (
  id         uuid PRIMARY KEY,
  number     bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  -- what was entered in one act: two rows are a swap
  act        uuid        NOT NULL,
  rotation   text        NOT NULL,
  person     text        NOT NULL,
  from_at    timestamptz NOT NULL,
  to_at      timestamptz NOT NULL,
  reason     text        NOT NULL,
  entered_by text        NOT NULL,
  entered_at timestamptz NOT NULL,
  ended_at   timestamptz,
  ended_by   text,
  CHECK (to_at > from_at),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX duty_change_end ON firebreak.duty_change (to_at);
CREATE INDEX duty_change_act ON firebreak.duty_change (act);

CREATE FUNCTION firebreak.refuse_all_but_the_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_at IS NULL AND to_jsonb(NEW) - 'ended_at' - 'ended_by' = to_jsonb(OLD) - 'ended_at' - 'ended_by' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'A row of %.% can be ended, once, and is not changed otherwise', TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER absence_only_ended BEFORE UPDATE ON firebreak.absence
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_all_but_the_end();
CREATE TRIGGER duty_change_only_ended BEFORE UPDATE ON firebreak.duty_change
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_all_but_the_end();
