-- Two ways to eConnect. What was begun by one is finished by it, whichever the company uses since.

-- both from the first attempt by Peppol on, and never changed: PLATFORM or PSB; our own id of the document
ALTER TABLE delivery ADD COLUMN gateway TEXT NOT NULL DEFAULT '';
ALTER TABLE delivery ADD COLUMN document_id TEXT NOT NULL DEFAULT '';
UPDATE delivery SET gateway = 'PLATFORM' WHERE method = 'PEPPOL' AND attempts > 0;
CREATE INDEX delivery_document ON delivery (company, document_id);

-- which one told of the document
ALTER TABLE receipt ADD COLUMN gateway TEXT NOT NULL DEFAULT 'PLATFORM';
