package io.github.komaseconnect.ledger;

import io.github.komaseconnect.company.Gateway;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The work of receiving purchase invoices, and how far each inbox was read. */
public interface Receipts {
    /** Which of these ids the company has in its ledger already. */
    Collection<String> known(String company, Collection<String> externalIds);

    /** Makes the receipt of a document that {@code gateway} told of; due at once unless {@code dueAt} is empty (nothing to do). */
    void add(
            long invoiceId,
            String company,
            String externalId,
            Gateway gateway,
            Instant createdOn,
            Optional<Instant> dueAt);

    Optional<Receipt> find(long invoiceId);

    /** The one of the company with this id of eConnect's. */
    Optional<Receipt> find(String company, String externalId);

    /** The receipt with this name in the import folder, in capitals or not: Windows knows no difference. */
    Optional<Receipt> ofFile(String company, String fileName);

    List<String> companiesDue(Instant now);

    List<Receipt> due(String company, Instant now, Collection<Long> inHand, int limit);

    /** How many of a company's receipts are due before {@code now}. */
    int countDue(String company, Instant now);

    /** Whatever of the company waits for a later moment is due at {@code now}. */
    void dueNow(String company, Instant now);

    /** How many of a company's receipts wait to be tried again after at least {@code tries} failures in a row. */
    int countFailing(String company, int tries);

    /** When to go on; empty: nothing more to do. */
    void next(long invoiceId, Optional<Instant> dueAt, int tries);

    void waitForPdfUntil(long invoiceId, Instant until);

    /**
     * Records the name in the import folder.
     *
     * @param stagedIn the import folder in which its hidden files are complete; empty before that
     */
    void named(long invoiceId, String fileName, String stagedIn);

    /** How far the inbox of a company was read. */
    Optional<Watermark> watermark(String company);

    /** The same of all companies, by their keys. */
    Map<String, Watermark> watermarks();

    /** Moves the watermark; {@code refreshedAt} is when the list was complete. */
    void watermark(String company, Instant createdOn, Instant refreshedAt);

    /** Records that the list of a company is to be read; its node does so. Any node may say it. */
    void wantRefresh(String company, Instant at);

    /** Companies whose list is to be read. */
    List<String> refreshesWanted();

    /** The list of the company is being read now: what was wanted until now is taken up. */
    void refreshBegun(String company);

    /** @param createdOn the newest CreatedOn seen; the epoch when the inbox was empty so far */
    record Watermark(Instant createdOn, Instant refreshedAt) {}
}
