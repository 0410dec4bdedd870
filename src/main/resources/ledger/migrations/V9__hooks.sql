-- What eConnect tells by itself (hooks): as it came, before anything is done about it. docs/architecture.md, "Hooks".

CREATE TABLE hook_event (
    id              ${identity},
    company         TEXT   NOT NULL,
    same            TEXT   NOT NULL,            -- SHA-256 of all that a repeat has in common with the first
    topic           TEXT   NOT NULL,            -- '' when the body cannot be read
    document_id     TEXT   NOT NULL,
    created_on      BIGINT NOT NULL,            -- by eConnect
    body            TEXT   NOT NULL,            -- as it came
    body_in         TEXT   NOT NULL,            -- UTF-8, or BASE64 for what is no text
    state           TEXT   NOT NULL,            -- WAITING, KEPT, DONE, IGNORED, HELD
    due_at          BIGINT NOT NULL,            -- 0: nothing to do
    tries           INTEGER NOT NULL,
    repeats         INTEGER NOT NULL,           -- how often it came again
    reason_code     TEXT   NOT NULL,
    reason_nl       TEXT   NOT NULL,
    reason_en       TEXT   NOT NULL,
    advice_nl       TEXT   NOT NULL,
    advice_en       TEXT   NOT NULL,
    received_at     BIGINT NOT NULL,
    changed_at      BIGINT NOT NULL,
    program_version TEXT   NOT NULL
);
CREATE UNIQUE INDEX hook_event_once ON hook_event (company, same);
CREATE INDEX hook_event_due ON hook_event (due_at, company) WHERE due_at > 0;
CREATE INDEX hook_event_topic ON hook_event (company, topic, created_on);
CREATE INDEX hook_event_open ON hook_event (state) WHERE state IN ('WAITING', 'KEPT', 'HELD');
CREATE INDEX hook_event_received ON hook_event (company, received_at);

-- what was refused at the door, one row for a company: strangers must not be able to fill the disk
CREATE TABLE hook_refusal (
    company         TEXT   NOT NULL PRIMARY KEY,
    total           BIGINT NOT NULL,
    in_a_row        BIGINT NOT NULL,            -- since the last one that was rightly signed
    first_at        BIGINT NOT NULL,            -- of those in a row
    last_at         BIGINT NOT NULL
);

-- mails of a hook mailbox that were dealt with, and need not be read again
CREATE TABLE hook_mail (
    company         TEXT   NOT NULL,
    mailbox         TEXT   NOT NULL,            -- server, user, folder and its UIDVALIDITY
    uid             BIGINT NOT NULL,
    outcome         TEXT   NOT NULL,            -- TAKEN, LEFT
    sender          TEXT   NOT NULL,
    subject         TEXT   NOT NULL,
    reason_nl       TEXT   NOT NULL,
    reason_en       TEXT   NOT NULL,
    seen_at         BIGINT NOT NULL,
    PRIMARY KEY (company, mailbox, uid)
);

-- what eConnect was told after a purchase invoice was safe: '', ANSWERED; it is not told twice
ALTER TABLE receipt ADD COLUMN told TEXT NOT NULL DEFAULT '';
