-- A delivery may go by the fallback without one over Peppol before it: nobody can be asked for a customer without any identifier.

ALTER TABLE fallback RENAME TO fallback_v11;

CREATE TABLE fallback (
    delivery_id     BIGINT NOT NULL PRIMARY KEY REFERENCES delivery (id),
    instead_of      BIGINT NOT NULL,            -- the delivery that could not go over Peppol; 0: none was planned
    at              BIGINT NOT NULL,
    reason_nl       TEXT   NOT NULL,
    reason_en       TEXT   NOT NULL
);

INSERT INTO fallback (delivery_id, instead_of, at, reason_nl, reason_en)
    SELECT delivery_id, instead_of, at, reason_nl, reason_en FROM fallback_v11;

DROP TABLE fallback_v11;
