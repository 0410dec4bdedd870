-- Which printers say the names of our jobs: there a job without a name is somebody else's.

ALTER TABLE print_job ADD COLUMN named INTEGER NOT NULL DEFAULT 0;   -- 1: the printer said its name
CREATE INDEX print_job_named ON print_job (printer) WHERE named = 1;
