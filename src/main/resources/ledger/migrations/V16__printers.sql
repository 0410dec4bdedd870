-- What was handed to a printer, or put ready as one PDF for several invoices, and how that went.

-- what the relation asks of a printer, in words of IPP
ALTER TABLE delivery ADD COLUMN print_wishes TEXT NOT NULL DEFAULT '';

CREATE TABLE print_job (
    id              ${identity},
    company         TEXT   NOT NULL,
    printer         TEXT   NOT NULL,            -- address of the printer; '' the spool folder
    mark            TEXT   NOT NULL,            -- unique; the printer has it in the name of the job
    name            TEXT   NOT NULL,            -- of the job, or of the file in the spool folder
    batch           INTEGER NOT NULL,           -- 1: several invoices with a list of them
    stage           TEXT   NOT NULL,            -- PLANNED, CREATED, SENDING, PRINTING, DONE, FAILED, NOT_PRINTED, UNKNOWN
    job_id          BIGINT NOT NULL,            -- at the printer; 0: none known
    state           TEXT   NOT NULL,            -- what the printer said of it last
    reason_code     TEXT   NOT NULL,
    reason_nl       TEXT   NOT NULL,
    reason_en       TEXT   NOT NULL,
    looks           INTEGER NOT NULL,           -- how often it was asked for
    next_at         BIGINT NOT NULL,            -- when it is asked for next; 0: not any more
    created_at      BIGINT NOT NULL,
    changed_at      BIGINT NOT NULL,
    program_version TEXT   NOT NULL
);
CREATE UNIQUE INDEX print_job_mark ON print_job (mark);
CREATE INDEX print_job_followed ON print_job (company, next_at) WHERE stage = 'PRINTING';

-- the deliveries in it: one, or those of a batch
CREATE TABLE print_job_item (
    print_job_id    BIGINT NOT NULL REFERENCES print_job (id),
    delivery_id     BIGINT NOT NULL REFERENCES delivery (id),
    attempt         INTEGER NOT NULL,           -- its number within the delivery
    position        INTEGER NOT NULL,
    page            INTEGER NOT NULL,           -- on which it begins
    PRIMARY KEY (print_job_id, delivery_id)
);
CREATE INDEX print_job_item_delivery ON print_job_item (delivery_id, attempt);

-- deliveries that wait to be printed together
CREATE TABLE print_gathered (
    delivery_id     BIGINT NOT NULL PRIMARY KEY REFERENCES delivery (id),
    company         TEXT   NOT NULL,
    since           BIGINT NOT NULL,
    ready_at        BIGINT NOT NULL,            -- from when on it may be printed
    waiting         INTEGER NOT NULL            -- 0: it went, or waits no more
);
CREATE INDEX print_gathered_waiting ON print_gathered (company, ready_at) WHERE waiting = 1;
