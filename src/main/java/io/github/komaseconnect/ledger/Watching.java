package io.github.komaseconnect.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the watches over the work ask of the ledger, and what they remember in it. */
public interface Watching {
    /** What a watch remembered under a name. */
    Optional<Long> mark(String name);

    /** Remembers it, in place of what there was. */
    void mark(String name, long value);

    /** The clock of this computer was found to have been set back. */
    void clockSetBack(Duration by);

    /** How far the clock was set back since this attempt was made, all in all. */
    Duration clockSetBackSince(long attemptId);

    /**
     * The companies of which something waits for a moment that is farther off than anything is ever put off, or seems to have
     * begun to fail in the future: a clock that was wrong set it.
     */
    List<String> waitingBeyond(LongestWaits longest, Instant now);

    /**
     * Whatever of a company waits for a moment that is farther off than anything is ever put off, waits no
     * longer. Nothing seems to have begun to fail in the future either.
     *
     * @return how many waited for such a moment
     */
    int pullBack(String company, LongestWaits longest, Instant now);

    /** The longest that each kind of work is put off. */
    record LongestWaits(Duration delivery, Duration receipt, Duration probe) {}

    /** Moments at which a company received documents at eConnect since then, oldest first; one an hour at most. */
    List<Instant> received(String company, Instant since);

    /** Invoices of a company that are being worked on since before {@code before}, oldest first. */
    List<OldWork> workedOnSince(String company, Instant before, int limit);

    /** Invoices of a company that are held since before {@code before}, oldest first. */
    List<OldWork> heldSince(String company, Instant before, int limit);

    /** Companies that have any such as {@link #workedOnSince} gives. */
    List<String> companiesWorkedOnSince(Instant before);

    /** Companies that have any such as {@link #heldSince} gives. */
    List<String> companiesHeldSince(Instant before);

    /** An invoice with which nothing goes on. */
    record OldWork(LedgerInvoice invoice, Instant since) {}

    /** The numbers of sales invoices, in series. */
    NumberBook numbers();
}
