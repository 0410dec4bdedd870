package io.github.komaseconnect.purchase;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.ledger.Receipts.Watermark;
import io.github.komaseconnect.reason.DutchTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * From where the inbox of a company is read, and what of it is fetched: from where it was read last; at the first run from
 * {@code receive-since}, else what nobody has downloaded yet.
 *
 * @param from documents created from then on; empty: all
 * @param wanted which of them are fetched
 */
public record InboxStart(Optional<Instant> from, Wanted wanted) {
    private static final int DOWNLOADED = 30;

    /** Which of the listed documents are fetched, as far as they are not known yet. */
    public enum Wanted {
        ALL,
        /** Those with a status below 30. */
        NOT_DOWNLOADED
    }

    /**
     * Where to start.
     *
     * @param before how far the inbox was read; empty: never
     * @param overlap how far to go back from there
     */
    public static InboxStart of(Company company, Optional<Watermark> before, Duration overlap) {
        Optional<Instant> since = company.receiveSince().map(DutchTime::startOf);
        Optional<Instant> from = before.isEmpty()
                ? since
                : before.map(Watermark::createdOn)
                        .filter(mark -> mark.isAfter(Instant.EPOCH))
                        .map(mark -> notBefore(since.filter(first -> !first.isAfter(mark)), mark.minus(overlap)));
        boolean everything = before.isPresent() || company.receiveSince().isPresent();
        return new InboxStart(from, everything ? Wanted.ALL : Wanted.NOT_DOWNLOADED);
    }

    /** The overlap does not reach back to before the day from which the company wants its invoices. */
    private static Instant notBefore(Optional<Instant> since, Instant from) {
        return since.filter(first -> first.isAfter(from)).orElse(from);
    }

    /** Whether a document that is not known yet is to be fetched. */
    public boolean fetches(InboxEntry entry) {
        return wanted == Wanted.ALL || entry.statusCode() < DOWNLOADED;
    }
}
