-- What a mail with this invoice carries: pdf, pdf+ubl, ubl-with-embedded-pdf; '' of deliveries from before, and by other ways.
ALTER TABLE delivery ADD COLUMN attachments TEXT NOT NULL DEFAULT '';

-- how many went out in the last minute
CREATE INDEX attempt_ended ON attempt (ended_at);

-- A mail of a bounce mailbox that was dealt with: it is not read again.
CREATE TABLE bounce_mail (
    owner   TEXT   NOT NULL,                    -- company; '' of the mailbox of the installation
    mailbox TEXT   NOT NULL,                    -- server, user, folder and its UIDVALIDITY
    uid     BIGINT NOT NULL,
    outcome TEXT   NOT NULL,                    -- TAKEN, LEFT, READ_BEFORE
    subject TEXT   NOT NULL,
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (owner, mailbox, uid)
);

-- What a mail server says of a mail of ours; its consequence follows from here, by the runtime that has the company.
CREATE TABLE bounce (
    id          ${identity},
    company     TEXT   NOT NULL,
    delivery_id BIGINT NOT NULL REFERENCES delivery (id),
    kind        TEXT   NOT NULL,                -- FAILED, DELAYED
    recipients  TEXT   NOT NULL,                -- one a line; '' when the mail does not say
    words       TEXT   NOT NULL,                -- of the server
    state       TEXT   NOT NULL,                -- WAITING, DONE
    received_at BIGINT NOT NULL,
    changed_at  BIGINT NOT NULL
);
CREATE INDEX bounce_waiting ON bounce (company, id) WHERE state = 'WAITING';
CREATE INDEX bounce_delivery ON bounce (delivery_id);
