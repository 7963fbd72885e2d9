-- Each proposal of a take-down has an id of its own, with which is kept what the house rules warn of in its explanation.
ALTER TABLE firebreak.take_down DISABLE TRIGGER take_down_kept;
ALTER TABLE firebreak.take_down ADD COLUMN proposal_id uuid;
UPDATE firebreak.take_down SET proposal_id = id WHERE sha256 IS NOT NULL;
ALTER TABLE firebreak.take_down ENABLE ALWAYS TRIGGER take_down_kept;
ALTER TABLE firebreak.take_down
  ADD CONSTRAINT take_down_proposal CHECK ((proposal_id IS NULL) = (sha256 IS NULL));
CREATE UNIQUE INDEX take_down_proposal_once ON firebreak.take_down (proposal_id) WHERE proposal_id IS NOT NULL;
CREATE FUNCTION firebreak.keep_take_down_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.decision IN ('AGREE', 'REFUSE') AND NEW.proposal_id IS DISTINCT FROM OLD.proposal_id THEN
    RAISE EXCEPTION 'What was agreed of a take-down is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER take_down_proposal_kept BEFORE UPDATE ON firebreak.take_down
  FOR EACH ROW EXECUTE FUNCTION firebreak.keep_take_down_proposal();
ALTER TABLE firebreak.take_down ENABLE ALWAYS TRIGGER take_down_proposal_kept;
