package io.github.komaseconnect.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Series of the numbers of sales invoices, and the numbers that were left out. */
public interface NumberBook {
    /** Sales invoices with a number whose row came after the one with this id, oldest first. */
    List<Numbered> after(long invoiceId, int limit);

    /** The id of the newest invoice row; 0 when there is none. */
    long newestInvoice();

    /** @param issueDate as the invoice has it, empty when it has none */
    record Numbered(long invoiceId, String company, String documentType, String number, String issueDate) {}

    /** The series with this beginning and end. */
    Optional<Series> series(String company, String documentType, String prefix, String suffix);

    /** A new series; gives its id. */
    long addSeries(Series series);

    /** The highest number and the width changed. */
    void update(Series series);

    /**
     * Numbers with a common beginning and end.
     *
     * @param id 0 before it has a row
     * @param width how many digits the running number has; 0: as many as it takes
     * @param highest the highest running number seen
     */
    record Series(
            long id, String company, String documentType, String prefix, String suffix, int width, long highest) {}

    /** A number that was left out; does nothing when that is known. */
    void missing(Series series, long running, String number, Instant at);

    /** A number that was left out came after all. */
    void came(Series series, long running);

    /** A person says that these missing numbers of the company are fine; gives those that were missing. */
    List<String> accept(String company, List<String> numbers, String who);

    /** Closes those whose number is in the ledger by now, as a document of another type or in another series. */
    void closeKnown(String company);

    /** Companies of which any number is missing, for however long. */
    List<String> companiesMissing();

    /** Numbers of the company that are missing since before {@code before}, in their order. */
    List<Gap> missing(String company, Instant before);

    /** A number that is missing. */
    record Gap(String documentType, String number, Instant since) {}
}
