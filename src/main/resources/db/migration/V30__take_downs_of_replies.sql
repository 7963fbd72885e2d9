-- A reply that a person brought into a thread by hand is among no publications, and can be forced off its place as well.
ALTER TABLE firebreak.take_down
  ADD COLUMN reply_id uuid REFERENCES firebreak.reply_version,
  DROP CONSTRAINT take_down_proposed,
  ADD CONSTRAINT take_down_proposed CHECK (
    num_nulls(coalesce(publication_id, reply_id), reason, ordered_by, paper, language, title, explanation, sha256) IN (0, 8)),
  ADD CONSTRAINT take_down_of_one_post CHECK (num_nonnulls(publication_id, reply_id) <= 1);
-- the take-down is the mark that the reply is gone
CREATE UNIQUE INDEX take_down_of_reply_once ON firebreak.take_down (reply_id) WHERE proof IS NOT NULL;

CREATE OR REPLACE FUNCTION firebreak.keep_take_down_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.decision IN ('AGREE', 'REFUSE')
    AND (NEW.proposal_id, NEW.reply_id) IS DISTINCT FROM (OLD.proposal_id, OLD.reply_id)
  THEN
    RAISE EXCEPTION 'What was agreed of a take-down is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
