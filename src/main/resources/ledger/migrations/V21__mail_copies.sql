-- To whom copies of a mail went (cc, bcc) when it was sent: settings change, and a copy that comes back later is still a copy.
CREATE TABLE mail_copy (
    delivery_id BIGINT NOT NULL REFERENCES delivery (id),
    address     TEXT   NOT NULL,                -- lower case, as on the envelope
    PRIMARY KEY (delivery_id, address)
);
