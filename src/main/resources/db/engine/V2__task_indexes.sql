-- Every list of Tasklist is sorted by due date and shows the first fifteen: they are read in that order, instead of all
-- tasks of a role being read, joined and sorted.
CREATE INDEX FIREBREAK_IDX_TASK_DUE_DATE ON ACT_RU_TASK (DUE_DATE_);
