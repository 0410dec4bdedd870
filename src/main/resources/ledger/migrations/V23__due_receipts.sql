-- What is due of one company, in its order, is found without a look at all that the company ever received.
DROP INDEX receipt_due;
CREATE INDEX receipt_due ON receipt (company, due_at, invoice_id) WHERE due_at > 0;
