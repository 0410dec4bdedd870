package io.github.komaseconnect.company;

import java.net.URI;
import java.time.LocalTime;
import java.util.Optional;

/**
 * How a company prints.
 *
 * @param printer {@code ipp://} or {@code ipps://}; empty: PDFs are put ready in the spool folder
 * @param printerUser as whom it logs in there; empty when it does not
 * @param wishes what is asked of the printer where a relation has no wish of its own
 * @param batchAt when, in the time of the Netherlands, the invoices of a day are printed together with a list of them;
 *     empty: each by itself, at once
 */
public record PrintSettings(
        Optional<URI> printer, String printerUser, PrintWishes wishes, Optional<LocalTime> batchAt) {
    /** The spool folder, one PDF an invoice. */
    public static PrintSettings spool() {
        return new PrintSettings(Optional.empty(), "", PrintWishes.none(), Optional.empty());
    }
}
