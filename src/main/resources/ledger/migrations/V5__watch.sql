-- What the watches over the work remember, so that nothing goes quiet.

-- e.g. up to which invoice the numbers were read, and the latest time that the clock showed
CREATE TABLE watch_mark (
    name            TEXT   NOT NULL PRIMARY KEY,
    value           BIGINT NOT NULL
);

-- the clock of the computer was set back: what was stamped before may be that much later than it was
CREATE TABLE clock_set_back (
    id              ${identity},
    last_attempt    BIGINT NOT NULL,            -- the newest attempt at that time
    back_by         BIGINT NOT NULL,            -- milliseconds
    at              BIGINT NOT NULL
);

-- invoice numbers with a common beginning and end, and a running number
CREATE TABLE number_series (
    id              ${identity},
    company         TEXT   NOT NULL,
    document_type   TEXT   NOT NULL,
    prefix          TEXT   NOT NULL,
    suffix          TEXT   NOT NULL,
    width           INTEGER NOT NULL,           -- digits of the running number; 0: as many as it takes
    highest         BIGINT NOT NULL
);
CREATE UNIQUE INDEX number_series_once ON number_series (company, document_type, prefix, suffix);

-- a number of a series that was left out
CREATE TABLE number_gap (
    id              ${identity},
    series_id       BIGINT NOT NULL REFERENCES number_series (id),
    company         TEXT   NOT NULL,
    running         BIGINT NOT NULL,
    number          TEXT   NOT NULL,
    found_at        BIGINT NOT NULL,
    closed_at       BIGINT NOT NULL,            -- 0: still missing
    closed_by       TEXT   NOT NULL             -- komas-econnect: it came; else who said that it is fine
);
CREATE UNIQUE INDEX number_gap_once ON number_gap (series_id, running);
CREATE INDEX number_gap_open ON number_gap (company, found_at) WHERE closed_at = 0;

-- each thing that an alarm touches has a reason of its own
ALTER TABLE alarm_touch ADD COLUMN reason_nl TEXT NOT NULL DEFAULT '';
ALTER TABLE alarm_touch ADD COLUMN reason_en TEXT NOT NULL DEFAULT '';

CREATE INDEX receipt_created ON receipt (company, created_on);
