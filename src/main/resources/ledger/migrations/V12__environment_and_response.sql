-- Which eConnect this ledger was made with (production, acceptance, simulator); '' until a run first used it.
ALTER TABLE ledger_identity ADD COLUMN environment TEXT NOT NULL DEFAULT '';

-- An answer to the supplier of a purchase invoice (Invoice Response), as a person gave it.
CREATE TABLE response (
    id              ${identity},
    invoice_id      BIGINT NOT NULL REFERENCES invoice (id),
    company         TEXT   NOT NULL,
    status          TEXT   NOT NULL,            -- AB, IP, UQ, CA, RE, AP, PD
    reasons         TEXT   NOT NULL,            -- CODE=text, one a line
    actions         TEXT   NOT NULL,
    note            TEXT   NOT NULL,
    state           TEXT   NOT NULL,            -- WAITING, ATTEMPTING, SENT, REFUSED, WITHDRAWN
    order_id        BIGINT NOT NULL,            -- the order that waits for it; 0: none
    file_name       TEXT   NOT NULL,            -- in respond/outbox/, '' when a person gave it by command
    due_at          BIGINT NOT NULL,            -- 0: nothing more to do
    tries           INTEGER NOT NULL,           -- failures in a row
    failing_since   BIGINT NOT NULL,
    who             TEXT   NOT NULL,
    reason_code     TEXT   NOT NULL,            -- why it was not sent (yet)
    reason_nl       TEXT   NOT NULL,
    reason_en       TEXT   NOT NULL,
    advice_nl       TEXT   NOT NULL,
    advice_en       TEXT   NOT NULL,
    created_at      BIGINT NOT NULL,
    changed_at      BIGINT NOT NULL,
    program_version TEXT   NOT NULL
);
CREATE INDEX response_invoice ON response (invoice_id, id);
CREATE INDEX response_open ON response (company, due_at) WHERE due_at > 0;
-- a file that was taken from respond/ is registered once
CREATE UNIQUE INDEX response_file ON response (company, file_name) WHERE file_name <> '';

-- what was said to eConnect: the answer itself, or the AB (received) that has to go before it
CREATE TABLE response_attempt (
    id              ${identity},
    response_id     BIGINT NOT NULL REFERENCES response (id),
    invoice_id      BIGINT NOT NULL REFERENCES invoice (id),
    status          TEXT   NOT NULL,
    started_at      BIGINT NOT NULL,
    ended_at        BIGINT NOT NULL,
    outcome         TEXT   NOT NULL,            -- '' while open
    reason_code     TEXT   NOT NULL,
    reason_nl       TEXT   NOT NULL,
    reason_en       TEXT   NOT NULL,
    node            TEXT   NOT NULL,
    program_version TEXT   NOT NULL
);
CREATE INDEX response_attempt_response ON response_attempt (response_id, id);
CREATE INDEX response_attempt_invoice ON response_attempt (invoice_id, status);
-- an answer in a file names its invoice by the file that was put into the import folder
CREATE INDEX receipt_file ON receipt (company, LOWER(file_name)) WHERE file_name <> '';
