package io.github.komaseconnect.ledger;

import java.time.Instant;
import java.util.List;

/** Documents in a company's outbox at eConnect that this ledger did not send. */
public interface ForeignDocuments {
    /** Writes one down; does nothing when it is known. */
    void add(ForeignDocument document);

    boolean isKnown(String company, String externalId);

    /** Those of the company made at eConnect since then. */
    List<ForeignDocument> since(String company, Instant createdOn);

    /** Those that may bear this number by their subject, and were not settled for this invoice yet. */
    List<ForeignDocument> bearing(String company, String number, long invoiceId);

    /** It is clear what they are to this invoice; they are not compared with it again. */
    void settle(String company, String number, long invoiceId);

    /**
     * A document in the company's outbox that was sent by another program.
     *
     * @param subject as eConnect shows it: it ends with the invoice number
     * @param receiver as far as the list tells
     */
    record ForeignDocument(String company, String externalId, String subject, String receiver, Instant createdOn) {}
}
