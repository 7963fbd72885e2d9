-- Who wrote in what waits for a second person, whoever handed it in. Rows of before name nobody: then it is the one who
-- handed it in.
ALTER TABLE firebreak.compensation ADD COLUMN authors text[] NOT NULL DEFAULT '{}';
ALTER TABLE firebreak.author_conclusion ADD COLUMN authors text[] NOT NULL DEFAULT '{}';

CREATE FUNCTION firebreak.refuse_author_of_compensation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM firebreak.compensation WHERE id = NEW.compensation_id AND NEW.decided_by = ANY (authors)) THEN
    RAISE EXCEPTION 'Whoever wrote in a proposal does not decide about it' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER compensation_decision_by_another BEFORE INSERT ON firebreak.compensation_decision
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_author_of_compensation();
ALTER TABLE firebreak.compensation_decision ENABLE ALWAYS TRIGGER compensation_decision_by_another;

CREATE FUNCTION firebreak.refuse_author_of_conclusion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM firebreak.author_conclusion WHERE id = NEW.conclusion_id AND NEW.signed_by = ANY (authors)) THEN
    RAISE EXCEPTION 'Whoever wrote in a conclusion does not countersign it' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER author_countersignature_by_another BEFORE INSERT ON firebreak.author_countersignature
  FOR EACH ROW EXECUTE FUNCTION firebreak.refuse_author_of_conclusion();
ALTER TABLE firebreak.author_countersignature ENABLE ALWAYS TRIGGER author_countersignature_by_another;
