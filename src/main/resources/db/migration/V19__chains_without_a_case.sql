-- A task that belongs to no case, such as the repair of a chain of command, moves from person to person as any other.
ALTER TABLE firebreak.chain_run ALTER COLUMN case_reference DROP NOT NULL;
ALTER TABLE firebreak.moved_task ALTER COLUMN case_reference DROP NOT NULL;
