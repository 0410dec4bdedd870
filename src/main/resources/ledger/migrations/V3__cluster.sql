-- Several runtimes on one PostgreSQL: who is there, and which one works for which company.
-- The times of these two tables are the database's own, never those of a machine: machines disagree.
-- Unlike the record of invoices, these rows go when they are over. With SQLite there is one runtime, and they stay empty.

CREATE TABLE node (
    id              TEXT   NOT NULL PRIMARY KEY, -- one run of a runtime
    host            TEXT   NOT NULL,
    home            TEXT   NOT NULL,
    version         TEXT   NOT NULL,
    started_at      BIGINT NOT NULL,
    seen_at         BIGINT NOT NULL
);

CREATE TABLE company_lease (
    company         TEXT   NOT NULL PRIMARY KEY, -- '' stands for what is done once for all companies
    node            TEXT   NOT NULL,             -- '' nobody: it was given back
    epoch           BIGINT NOT NULL,             -- rises each time it changes hands
    until           BIGINT NOT NULL
);

ALTER TABLE attempt ADD COLUMN node TEXT NOT NULL DEFAULT '';

-- A moment of the schedule came, and nobody has begun to read the list since; carried out by the company's own node.
CREATE TABLE refresh_wish (
    company         TEXT   NOT NULL PRIMARY KEY,
    wanted_at       BIGINT NOT NULL
);
