-- Jobs of before ensure-job-due-date-not-null, which no look finds any more. The clean-up's own job has none while there
-- is no window.
UPDATE ACT_RU_JOB SET DUEDATE_ = COALESCE(CREATE_TIME_, TIMESTAMP '2000-01-01 00:00')
WHERE DUEDATE_ IS NULL AND HANDLER_TYPE_ <> 'history-cleanup';

-- What is due: without it each look of the job executor reads every timer that waits.
CREATE INDEX FIREBREAK_IDX_JOB_DUEDATE ON ACT_RU_JOB (DUEDATE_);

-- Whether a job of the same case runs now (exclusive jobs): few rows are locked at any time, and only they are in it.
CREATE INDEX FIREBREAK_IDX_JOB_LOCKED ON ACT_RU_JOB (PROCESS_INSTANCE_ID_) WHERE LOCK_OWNER_ IS NOT NULL;

-- Each job is changed at least once (locked) and then deleted: tidy up after a fiftieth and not after a fifth of a table
-- of waiting timers, know its shape as early, and leave room in each page for the changed row.
ALTER TABLE ACT_RU_JOB
  SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02, fillfactor = 70);
