package io.github.komaseconnect.purchase;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.delivery.Channels;
import io.github.komaseconnect.delivery.RetryPolicy;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import io.github.komaseconnect.ledger.Receipt;
import io.github.komaseconnect.reason.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves receipts on in the ledger, step by step, and puts off what fails; one that fails stops no other. */
public final class Receiving {
    private static final Logger LOG = LoggerFactory.getLogger(Receiving.class);
    private static final int TELL_AFTER = PurchaseInbox.TELL_AFTER;
    /** The states in which something is left to be done. */
    static final Set<InvoiceState> OPEN = EnumSet.of(
            InvoiceState.LISTED, InvoiceState.FETCHED, InvoiceState.READY, InvoiceState.STAGED, InvoiceState.IMPORTED);

    private final Ledger ledger;
    private final Channels channels;
    private final AlarmBell alarms;
    private final RetryPolicy policy;
    private final Clock clock;

    /** Uses the one retry policy, but never gives up: what eConnect has must come in. */
    public Receiving(Ledger ledger, Channels channels, AlarmBell alarms, RetryPolicy policy, Clock clock) {
        this.ledger = ledger;
        this.channels = channels;
        this.alarms = alarms;
        this.policy = policy;
        this.clock = clock;
    }

    /** Records this and gives the receipt as it is after it: asked within the transaction, it costs no other. */
    Receipt recorded(Receipt receipt, Consumer<Ledger.Books> work) {
        return ledger.inTransaction(books -> {
            work.accept(books);
            return books.receipts().find(receipt.invoiceId()).orElseThrow();
        });
    }

    /** The receipt as the ledger has it now. */
    Receipt now(Receipt receipt) {
        return ledger.reading(books -> books.receipts().find(receipt.invoiceId()))
                .orElseThrow();
    }

    /** The step succeeded: the next state, to go on with at once. */
    Receipt advance(Receipt receipt, InvoiceState state) {
        return ledger.inTransaction(books -> advance(books, receipt, state));
    }

    /** As {@link #advance(Receipt, InvoiceState)}, within a transaction. */
    Receipt advance(Ledger.Books books, Receipt receipt, InvoiceState state) {
        books.invoices().state(receipt.invoiceId(), state, Optional.empty());
        succeeded(books, receipt);
        return receipt.at(state);
    }

    /** The step succeeded, and its state is recorded by itself. Without failures to forget it is due as it was. */
    void succeeded(Ledger.Books books, Receipt receipt) {
        if (receipt.tries() > 0) {
            next(books, receipt, Optional.of(clock.instant()));
        }
    }

    /** The step succeeded. The alarm ends with the last document that kept failing. */
    private static void next(Ledger.Books books, Receipt receipt, Optional<Instant> dueAt) {
        books.receipts().next(receipt.invoiceId(), dueAt, 0);
        if (receipt.tries() >= TELL_AFTER && books.receipts().countFailing(receipt.company(), TELL_AFTER) == 0) {
            books.alarms().clear(cause(receipt));
        }
    }

    /** Nothing more to do. */
    Receipt finish(Receipt receipt, InvoiceState state, Optional<Reason> reason, String dutch, String english) {
        return ledger.inTransaction(books -> finish(books, receipt, state, reason, dutch, english));
    }

    /** As the other, within a transaction. */
    Receipt finish(
            Ledger.Books books,
            Receipt receipt,
            InvoiceState state,
            Optional<Reason> reason,
            String dutch,
            String english) {
        books.events().add(receipt.invoiceId(), state.english(), dutch, english);
        return close(books, receipt, state, reason);
    }

    /** Nothing more to do, within a transaction in which the caller tells why. */
    Receipt close(Ledger.Books books, Receipt receipt, InvoiceState state, Optional<Reason> reason) {
        books.invoices().state(receipt.invoiceId(), state, reason);
        next(books, receipt, Optional.empty());
        return receipt.at(state);
    }

    /** Waits until {@code at} without counting it as a failure. */
    Receipt waitUntil(Receipt receipt, Instant at) {
        return recorded(receipt, books -> next(books, receipt, Optional.of(at)));
    }

    /**
     * A reply of the gateway that told of the document as it counts for its company: that one which the company has left
     * refuses everything is a matter of this document only.
     */
    static <T> Reply<T> asItCounts(Company company, Receipt receipt, Reply<T> reply) {
        boolean left = receipt.gateway() != company.gateway();
        return left && reply instanceof Reply.Blocked<T> blocked
                ? new Reply.Refused<>(PurchaseReasons.formerGateway(blocked.reason(), receipt.gateway()))
                : reply;
    }

    /** As {@link #failed(Receipt, Reply)}; a gateway that the company has left is left alone as it asks, and nothing else rests. */
    Receipt failed(Company company, Receipt receipt, Reply<?> reply) {
        Reply<?> counts = asItCounts(company, receipt, reply);
        boolean left = receipt.gateway() != company.gateway();
        return left && counts.restAskedFor().isPresent()
                ? waitUntil(receipt, clock.instant().plus(counts.restAskedFor().get()))
                : failed(receipt, counts);
    }

    /** A reply that is not {@code Done}: refused is held for a person, anything else is tried again later. */
    private Receipt failed(Receipt receipt, Reply<?> reply) {
        Reason reason = PurchaseReasons.of(reply);
        if (reply instanceof Reply.Refused<?>) {
            return hold(receipt, reason);
        }
        if (reply instanceof Reply.Blocked<?>) {
            ledger.record(books -> {
                books.receipts().next(receipt.invoiceId(), Optional.of(clock.instant()), receipt.tries());
                block(books, receipt, reason);
            });
            LOG.warn("{}: {} wacht: {}", receipt.company(), receipt.externalId(), reason.dutch());
            return now(receipt);
        }
        if (reply.restAskedFor().isPresent()) {
            return rest(receipt, reason, reply.restAskedFor().get());
        }
        return putOff(receipt, reason);
    }

    /** eConnect asks to be left alone: all of the company waits, and it does not count against this document. */
    private Receipt rest(Receipt receipt, Reason reason, Duration time) {
        ledger.record(books -> {
            books.receipts().next(receipt.invoiceId(), Optional.of(clock.instant()), receipt.tries());
            channels.rest(books, receipt.company(), Channel.ECONNECT, reason, time);
        });
        LOG.info("{}: {} wacht: {}", receipt.company(), receipt.externalId(), reason.dutch());
        return now(receipt);
    }

    /**
     * Only receiving rests: the list goes on, and sending finds out for itself. When both are refused, that is known and
     * told already.
     */
    private void block(Ledger.Books books, Receipt receipt, Reason reason) {
        boolean known = books.pauses()
                .find(receipt.company(), Channel.ECONNECT)
                .filter(pause -> pause.reasonCode().equals(reason.code()))
                .isPresent();
        if (!known || PurchaseReasons.onlyForOneKindOfCall(reason.code())) {
            channels.block(books, receipt.company(), Channel.RECEIVING, reason, Optional.of(receipt.externalId()));
        }
    }

    /** Tried again later, ever less often. */
    Receipt putOff(Receipt receipt, Reason reason) {
        return putOff(receipt, reason, Instant.MAX);
    }

    /** Tried again later, ever less often, but once more at {@code last} at the latest. */
    Receipt putOff(Receipt receipt, Reason reason, Instant last) {
        int tries = receipt.tries() + 1;
        Instant later = clock.instant().plus(policy.delay(tries));
        Instant next = later.isAfter(last) ? last : later;
        ledger.record(books -> books.receipts().next(receipt.invoiceId(), Optional.of(next), tries));
        LOG.info("{}: {} later opnieuw: {}", receipt.company(), receipt.externalId(), reason.dutch());
        if (tries >= TELL_AFTER) {
            alarms.raise(cause(receipt), receipt.company(), PurchaseReasons.keepsFailing(reason), receipt.externalId());
        }
        return now(receipt);
    }

    /** A part that the document can do without failed: tried again soon, which is counted, and nobody need be told of it. */
    Receipt tryAgain(Receipt receipt) {
        int tries = receipt.tries() + 1;
        Instant next = clock.instant().plus(policy.delay(tries));
        return recorded(receipt, books -> books.receipts().next(receipt.invoiceId(), Optional.of(next), tries));
    }

    /** A step failed in a way that nobody expected: tried again later. */
    public void failedUnexpectedly(Receipt receipt, Exception failure) {
        if (failure instanceof LedgerUnavailableException) {
            // nothing can be recorded; it is still due, and whoever finds the ledger unusable says so
            return;
        }
        Receipt current = now(receipt);
        LOG.error("{}: {}", receipt.company(), receipt.externalId(), failure);
        if (OPEN.contains(current.state())) {
            putOff(
                    current,
                    Reason.of(
                            "purchase.unexpected",
                            "Er ging iets onverwacht mis in het programma (" + failure + "); zie het logbestand.",
                            "Something unexpected went wrong in the program (" + failure + "); see the log."));
        }
    }

    /** The import folder cannot be used: looked at again soon, and not counted against the document. */
    Receipt waitForFolder(Receipt receipt) {
        return waitUntil(receipt, clock.instant().plus(policy.first()));
    }

    private Receipt hold(Receipt receipt, Reason reason) {
        ledger.record(books -> {
            books.invoices().state(receipt.invoiceId(), InvoiceState.HELD, Optional.of(reason));
            next(books, receipt, Optional.empty());
            books.events().add(receipt.invoiceId(), "held", reason.dutch(), reason.english());
            books.alarms()
                    .raise(
                            "held/" + receipt.company() + "/" + reason.code(),
                            receipt.company(),
                            reason,
                            Optional.of(receipt.externalId() + ", kenmerk " + receipt.invoiceId()));
        });
        return now(receipt);
    }

    private static String cause(Receipt receipt) {
        return "receive/" + receipt.company();
    }
}
