package io.github.komaseconnect.ledger;

import java.util.List;
import java.util.Optional;

/** What is sent in the place of what Komas wrote. An invoice that is not here goes out byte for byte as it came. */
public interface Payloads {
    /** Records one that is in the archive; what was recorded for the same invoice and delivery before is replaced. */
    void keep(Payload payload);

    /** What this delivery sends: its own, else that of the invoice. */
    Optional<Payload> sent(long invoiceId, long deliveryId);

    /** All of an invoice; that of the invoice itself first, then by delivery. */
    List<Payload> of(long invoiceId);

    /** The invoices of a company of which something with this content was made, the newest first. */
    List<LedgerInvoice> withContent(String company, String sha256);
}
