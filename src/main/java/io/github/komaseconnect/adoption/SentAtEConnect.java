package io.github.komaseconnect.adoption;

import io.github.komaseconnect.invoice.InvoiceHeader;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A document that eConnect has sent for the company and that the ledger does not know.
 *
 * @param document the UBL as eConnect has it
 * @param fingerprint of its content, without a PDF that this program may have put in
 * @param receiver to whom, as far as eConnect says
 */
record SentAtEConnect(
        String externalId,
        Instant createdOn,
        String receiver,
        Path document,
        InvoiceHeader header,
        String fingerprint) {}
