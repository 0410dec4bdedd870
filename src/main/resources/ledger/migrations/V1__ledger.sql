-- One schema for SQLite and PostgreSQL: ${identity} is the one thing they spell differently.
-- Times are milliseconds since 1970 UTC; 0 and '' mean "not (yet)". Nothing is ever deleted.

CREATE TABLE invoice (
    id              ${identity},
    company         TEXT   NOT NULL,
    direction       TEXT   NOT NULL,            -- SALES, PURCHASE
    document_type   TEXT   NOT NULL,            -- INVOICE, CREDIT_NOTE, '' unknown
    number          TEXT   NOT NULL,
    party           TEXT   NOT NULL,            -- the customer of a sales invoice, the supplier of a purchase invoice
    supplier        TEXT   NOT NULL,            -- purchase: what recognises the supplier
    issue_date      TEXT   NOT NULL,
    currency        TEXT   NOT NULL,
    amount          TEXT   NOT NULL,
    external_id     TEXT   NOT NULL,            -- eConnect's id
    sha256          TEXT   NOT NULL,
    pdf_sha256      TEXT   NOT NULL,
    original_name   TEXT   NOT NULL,            -- as Komas wrote it
    stem            TEXT   NOT NULL,            -- file name without extension, unique per company
    has_xml         INTEGER NOT NULL,
    has_pdf         INTEGER NOT NULL,
    place           TEXT   NOT NULL,            -- where the file is meant to be: OUTBOX, SENT, HELD, ''
    place_path      TEXT   NOT NULL,            -- below that folder, without extension
    from_place      TEXT   NOT NULL,            -- where it was before, until placed = 1
    from_path       TEXT   NOT NULL,
    placed          INTEGER NOT NULL,
    archive         TEXT   NOT NULL,            -- folder in the archive, relative
    state           TEXT   NOT NULL,
    live            INTEGER NOT NULL,           -- 1: this row stands for its number
    reason_code     TEXT   NOT NULL,
    reason_nl       TEXT   NOT NULL,
    reason_en       TEXT   NOT NULL,
    advice_nl       TEXT   NOT NULL,
    advice_en       TEXT   NOT NULL,
    created_at      BIGINT NOT NULL,
    changed_at      BIGINT NOT NULL,
    program_version TEXT   NOT NULL
);

-- a sales invoice is (company, document type, number): one live row for each
CREATE UNIQUE INDEX invoice_live_number ON invoice (company, document_type, number) WHERE direction = 'SALES' AND live = 1;
-- Windows knows no difference between capitals and small letters in a file name
CREATE UNIQUE INDEX invoice_stem ON invoice (company, LOWER(stem)) WHERE direction = 'SALES';
CREATE UNIQUE INDEX invoice_external ON invoice (company, external_id) WHERE direction = 'PURCHASE';
CREATE INDEX invoice_sha ON invoice (company, direction, sha256);
CREATE INDEX invoice_state ON invoice (company, state);
CREATE INDEX invoice_open ON invoice (state) WHERE state NOT IN ('SENT', 'RECEIVED', 'SKIPPED', 'DUPLICATE', 'REPLACED', 'CANCELLED');
CREATE INDEX invoice_unplaced ON invoice (placed) WHERE placed = 0;
CREATE INDEX invoice_number ON invoice (company, number);
CREATE INDEX invoice_supplier ON invoice (company, supplier, number) WHERE direction = 'PURCHASE';

CREATE TABLE delivery (
    id              ${identity},
    invoice_id      BIGINT NOT NULL REFERENCES invoice (id),
    company         TEXT   NOT NULL,
    method          TEXT   NOT NULL,            -- PEPPOL, EMAIL, PRINT
    addresses       TEXT   NOT NULL,            -- one a line
    language        TEXT   NOT NULL,
    relation_number TEXT   NOT NULL,
    relation_name   TEXT   NOT NULL,
    relation_row    TEXT   NOT NULL,            -- the row used, as it was
    why_nl          TEXT   NOT NULL,
    why_en          TEXT   NOT NULL,
    state           TEXT   NOT NULL,            -- WAITING, ATTEMPTING, IN_DOUBT, DELIVERED, REJECTED, CANCELLED
    due_at          BIGINT NOT NULL,
    attempts        INTEGER NOT NULL,
    failing_since   BIGINT NOT NULL,
    reference       TEXT   NOT NULL,            -- ExternalId, Message-ID or file name
    created_at      BIGINT NOT NULL,
    changed_at      BIGINT NOT NULL,
    program_version TEXT   NOT NULL
);
CREATE INDEX delivery_invoice ON delivery (invoice_id);
CREATE INDEX delivery_due ON delivery (company, method, due_at, id, state) WHERE state IN ('WAITING', 'IN_DOUBT');
CREATE INDEX delivery_attempting ON delivery (state) WHERE state = 'ATTEMPTING';
CREATE INDEX delivery_reference ON delivery (company, reference);

CREATE TABLE attempt (
    id              ${identity},
    delivery_id     BIGINT NOT NULL REFERENCES delivery (id),
    number          INTEGER NOT NULL,
    started_at      BIGINT NOT NULL,
    ended_at        BIGINT NOT NULL,
    outcome         TEXT   NOT NULL,            -- '' while open
    reference       TEXT   NOT NULL,
    reason_code     TEXT   NOT NULL,
    reason_nl       TEXT   NOT NULL,
    reason_en       TEXT   NOT NULL,
    program_version TEXT   NOT NULL
);
CREATE INDEX attempt_delivery ON attempt (delivery_id, number);

CREATE TABLE event (
    id              ${identity},
    invoice_id      BIGINT NOT NULL REFERENCES invoice (id),
    at              BIGINT NOT NULL,
    kind            TEXT   NOT NULL,
    who             TEXT   NOT NULL,
    text_nl         TEXT   NOT NULL,
    text_en         TEXT   NOT NULL,
    program_version TEXT   NOT NULL
);
CREATE INDEX event_invoice ON event (invoice_id, id);

-- the work of receiving one purchase invoice; its invoice row says how far it is
CREATE TABLE receipt (
    invoice_id      BIGINT NOT NULL PRIMARY KEY REFERENCES invoice (id),
    company         TEXT   NOT NULL,
    external_id     TEXT   NOT NULL,
    created_on      BIGINT NOT NULL,            -- at eConnect
    due_at          BIGINT NOT NULL,            -- 0: nothing more to do
    tries           INTEGER NOT NULL,
    pdf_wait_until  BIGINT NOT NULL,
    file_name       TEXT   NOT NULL             -- in import/, without extension
);
CREATE INDEX receipt_due ON receipt (due_at, company) WHERE due_at > 0;

CREATE TABLE inbox_watermark (
    company         TEXT   NOT NULL PRIMARY KEY,
    created_on      BIGINT NOT NULL,
    refreshed_at    BIGINT NOT NULL
);

CREATE TABLE pause (
    company         TEXT   NOT NULL,
    channel         TEXT   NOT NULL,            -- ALL (by a person), ECONNECT, RECEIVING, EMAIL, PRINT
    reason_code     TEXT   NOT NULL,
    reason_nl       TEXT   NOT NULL,
    reason_en       TEXT   NOT NULL,
    who             TEXT   NOT NULL,
    since           BIGINT NOT NULL,
    probe_at        BIGINT NOT NULL,            -- when one invoice may try again; 0: only a person ends it
    PRIMARY KEY (company, channel)
);

CREATE TABLE work_order (
    id              ${identity},
    kind            TEXT   NOT NULL,
    company         TEXT   NOT NULL,
    invoice_id      BIGINT NOT NULL,            -- 0: none
    argument        TEXT   NOT NULL,
    who             TEXT   NOT NULL,
    placed_at       BIGINT NOT NULL,
    started_at      BIGINT NOT NULL,
    finished_at     BIGINT NOT NULL,
    outcome         TEXT   NOT NULL,            -- '', DONE, REFUSED, FAILED, WITHDRAWN
    answer_nl       TEXT   NOT NULL,
    answer_en       TEXT   NOT NULL
);
CREATE INDEX work_order_open ON work_order (id) WHERE finished_at = 0;

CREATE TABLE alarm (
    id              ${identity},
    cause           TEXT   NOT NULL,
    company         TEXT   NOT NULL,            -- '' concerns the whole runtime
    reason_code     TEXT   NOT NULL,
    reason_nl       TEXT   NOT NULL,
    reason_en       TEXT   NOT NULL,
    advice_nl       TEXT   NOT NULL,
    advice_en       TEXT   NOT NULL,
    raised_at       BIGINT NOT NULL,
    mailed_at       BIGINT NOT NULL,
    cleared_at      BIGINT NOT NULL,
    clear_mailed_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX alarm_open ON alarm (cause) WHERE cleared_at = 0;
CREATE INDEX alarm_to_mail ON alarm (clear_mailed_at) WHERE clear_mailed_at = 0;

CREATE TABLE alarm_touch (
    id              ${identity},
    alarm_id        BIGINT NOT NULL REFERENCES alarm (id),
    label           TEXT   NOT NULL,
    at              BIGINT NOT NULL,
    mailed_at       BIGINT NOT NULL
);
CREATE UNIQUE INDEX alarm_touch_once ON alarm_touch (alarm_id, label);
