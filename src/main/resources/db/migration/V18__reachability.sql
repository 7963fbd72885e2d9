-- Where calendar programs fetch a person's duties without signing in: one secret address each.
CREATE TABLE firebreak.duty_feed (
  person       text PRIMARY KEY,
  -- SHA-256 of what makes the address secret; the address itself is told once, to its person
  token_sha256 text        NOT NULL UNIQUE CHECK (token_sha256 ~ '^[0-9a-f]{64}$'),
  made_at      timestamptz NOT NULL
);

-- Each look ahead over the chains of command, for the question whether the last is too old.
CREATE TABLE firebreak.reachability_look (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at           timestamptz NOT NULL,
  -- 0 for the plan that is made of groups
  plan_version int         NOT NULL,
  lines        int         NOT NULL,
  thin         int         NOT NULL,
  red          int         NOT NULL
);
CREATE INDEX reachability_look_at ON firebreak.reachability_look (at DESC);

-- What is wrong with a chain of command, from the first look that finds it to the first that does not.
CREATE TABLE firebreak.coverage_gap (
  id         uuid PRIMARY KEY,
  chain      text        NOT NULL,
  role       text        NOT NULL,
  severities text        NOT NULL,
  verdict    text        NOT NULL CHECK (verdict IN ('THIN', 'RED')),
  reason     text        NOT NULL,
  -- the first time for which it holds, by the last look that found it, and how many more there are
  from_at    timestamptz NOT NULL,
  to_at      timestamptz NOT NULL,
  more       int         NOT NULL CHECK (more >= 0),
  found_at   timestamptz NOT NULL,
  seen_at    timestamptz NOT NULL,
  -- what somebody said was done about it; a later look may find that it was not
  answer     text        CHECK (answer IN ('REPAIRED', 'ACCEPTED')),
  note       text,
  answered_by text,
  answered_at timestamptz,
  -- the process whose task asks for the repair
  process_instance_id text NOT NULL,
  -- a look found it no more
  closed_at  timestamptz,
  CHECK (to_at > from_at),
  CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE UNIQUE INDEX coverage_gap_open ON firebreak.coverage_gap (chain, role, severities, verdict, md5(reason))
  WHERE closed_at IS NULL;
CREATE INDEX coverage_gap_closed ON firebreak.coverage_gap (closed_at);
