-- What is sent in the place of what Komas wrote: with its encoding mended, or with its PDF in it. In the archive, and here,
-- before the first attempt; what is sent is then the same each time.

CREATE TABLE payload (
    invoice_id      BIGINT NOT NULL REFERENCES invoice (id),
    delivery_id     BIGINT NOT NULL,            -- of this delivery only; 0: of the invoice, by whatever way it goes
    file            TEXT   NOT NULL,            -- in the invoice's folder in the archive
    sha256          TEXT   NOT NULL,
    bytes           BIGINT NOT NULL,
    made_at         BIGINT NOT NULL,
    PRIMARY KEY (invoice_id, delivery_id)
);

CREATE INDEX payload_content ON payload (sha256);
