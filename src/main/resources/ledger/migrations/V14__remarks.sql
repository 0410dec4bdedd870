-- What a purchase invoice lacks for Komas. A remark that a later look at the same invoice did not make again counts no longer.
CREATE TABLE remark (
    id              ${identity},
    invoice_id      BIGINT NOT NULL REFERENCES invoice (id),
    company         TEXT   NOT NULL,
    step            TEXT   NOT NULL,            -- CHECKED, ATTACHMENTS: what it was that found it
    code            TEXT   NOT NULL,
    text_nl         TEXT   NOT NULL,
    text_en         TEXT   NOT NULL,
    advice_nl       TEXT   NOT NULL,
    advice_en       TEXT   NOT NULL,
    at              BIGINT NOT NULL,
    counts          INTEGER NOT NULL,           -- 1: it holds; 0: a later look took its place
    program_version TEXT   NOT NULL
);
CREATE INDEX remark_invoice ON remark (invoice_id, id) WHERE counts = 1;
CREATE INDEX remark_at ON remark (at, company) WHERE counts = 1;
