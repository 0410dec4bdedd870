-- What is known of who can be reached over Peppol, and which deliveries came in the place of one that could not go there.

CREATE TABLE reachability (
    company         TEXT   NOT NULL,
    receiver        TEXT   NOT NULL,            -- e.g. 0106:12345678, small letters
    document_type   TEXT   NOT NULL,            -- INVOICE, CREDIT_NOTE
    verdict         TEXT   NOT NULL,            -- REACHABLE, NOT_REGISTERED, NOT_FOR_TYPE, NOT_CHECKED: the last answer
    channel         TEXT   NOT NULL,            -- by which the receiver is reached, as eConnect calls it; may be ''
    asked_at        BIGINT NOT NULL,            -- when that answer came
    refused_since   BIGINT NOT NULL,            -- the first of the answers "not registered" in a row; 0: the last was another
    refused_at      BIGINT NOT NULL,            -- the last of them
    reached_at      BIGINT NOT NULL,            -- when the receiver could be reached last; 0: never, as far as is known
    reason_nl       TEXT   NOT NULL,
    reason_en       TEXT   NOT NULL,
    PRIMARY KEY (company, receiver, document_type)
);

-- whoever got an invoice over Peppol before could be reached then
INSERT INTO reachability (company, receiver, document_type, verdict, channel, asked_at, refused_since, refused_at, reached_at,
        reason_nl, reason_en)
    SELECT delivery.company, LOWER(delivery.addresses), invoice.document_type, 'REACHABLE', '', MAX(delivery.changed_at), 0, 0,
        MAX(delivery.changed_at), '', ''
    FROM delivery JOIN invoice ON invoice.id = delivery.invoice_id
    WHERE delivery.method = 'PEPPOL' AND delivery.state = 'DELIVERED' AND delivery.addresses <> ''
    GROUP BY delivery.company, LOWER(delivery.addresses), invoice.document_type;

CREATE TABLE fallback (
    delivery_id     BIGINT NOT NULL PRIMARY KEY REFERENCES delivery (id),
    instead_of      BIGINT NOT NULL REFERENCES delivery (id),
    at              BIGINT NOT NULL,
    reason_nl       TEXT   NOT NULL,
    reason_en       TEXT   NOT NULL
);
