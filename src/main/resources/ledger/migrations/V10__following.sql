-- What became of an invoice after eConnect took it, and what else was sent in a company's name.

-- one row for each delivery by Peppol that is or was followed
CREATE TABLE followed (
    delivery_id     BIGINT NOT NULL PRIMARY KEY REFERENCES delivery (id),
    invoice_id      BIGINT NOT NULL REFERENCES invoice (id),
    company         TEXT   NOT NULL,
    reference       TEXT   NOT NULL,            -- eConnect's id
    sent_at         BIGINT NOT NULL,
    transit         TEXT   NOT NULL,            -- HANDED_OVER, RETRIED, ASTRAY, DELIVERED, FAILED
    transit_at      BIGINT NOT NULL,
    way             TEXT   NOT NULL,            -- as eConnect calls it
    answer          TEXT   NOT NULL,            -- of the buyer; '' none yet
    answer_at       BIGINT NOT NULL,
    remarks_nl      TEXT   NOT NULL,            -- reasons and notes
    remarks_en      TEXT   NOT NULL,
    trouble         TEXT   NOT NULL,            -- '' none
    trouble_at      BIGINT NOT NULL,
    going_on        INTEGER NOT NULL,           -- 1: it is still followed
    version         BIGINT NOT NULL,            -- rises with each change
    file_version    BIGINT NOT NULL,            -- what the text beside the sent file tells
    file_path       TEXT   NOT NULL,            -- below the sent folder, without extension
    changed_at      BIGINT NOT NULL
);
CREATE INDEX followed_going_on ON followed (company, sent_at) WHERE going_on = 1;
CREATE INDEX followed_trouble ON followed (company) WHERE trouble <> '';
CREATE INDEX followed_untold ON followed (company) WHERE version > file_version;
CREATE INDEX followed_invoice ON followed (invoice_id);
CREATE INDEX delivery_delivered ON delivery (company, changed_at) WHERE state = 'DELIVERED' AND method = 'PEPPOL';

-- up to where the changes of a company's outbox were read
CREATE TABLE outbox_watermark (
    company         TEXT   NOT NULL PRIMARY KEY,
    modified_on     BIGINT NOT NULL,
    read_at         BIGINT NOT NULL
);

-- documents in a company's outbox that were not sent from this ledger: by the button "Mailen" of Komas, for instance
CREATE TABLE sent_elsewhere (
    id              ${identity},
    company         TEXT   NOT NULL,
    external_id     TEXT   NOT NULL,
    subject         TEXT   NOT NULL,            -- ends with the invoice number
    receiver        TEXT   NOT NULL,
    created_on      BIGINT NOT NULL,
    settled_for     BIGINT NOT NULL,            -- the invoice with which it was compared last; 0 none
    found_at        BIGINT NOT NULL
);
CREATE UNIQUE INDEX sent_elsewhere_once ON sent_elsewhere (company, external_id);
CREATE INDEX sent_elsewhere_created ON sent_elsewhere (company, created_on);
