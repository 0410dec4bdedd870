-- Whose folders these are: docs/reliability.md, "One ledger per folder".

-- one row, made when the ledger is first asked who it is
CREATE TABLE ledger_identity (
    id              TEXT   NOT NULL PRIMARY KEY,
    made_at         BIGINT NOT NULL
);

-- what the mark in a company's folders may say at most
CREATE TABLE folder_mark (
    company         TEXT   NOT NULL PRIMARY KEY,
    number          BIGINT NOT NULL,            -- only ever rises
    run             TEXT   NOT NULL,            -- the running program that raised it last
    raised_at       BIGINT NOT NULL
);
