package io.github.komaseconnect.purchase;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.delivery.Channels;
import io.github.komaseconnect.delivery.RetryPolicy;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Receipt;
import io.github.komaseconnect.reason.Reason;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves receipts on in the ledger, step by step, and puts off what fails; one that fails stops no other. */
public final class Receiving {
    private static final Logger LOG = LoggerFactory.getLogger(Receiving.class);
    private static final int TELL_AFTER = 4;

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

    /** The receipt as the ledger has it now. */
    Receipt now(Receipt receipt) {
        return ledger.inTransaction(books -> books.receipts().find(receipt.invoiceId()))
                .orElseThrow();
    }

    /** The step succeeded: the next state, to go on with at once. */
    Receipt advance(Receipt receipt, InvoiceState state) {
        ledger.record(books -> advance(books, receipt, state));
        alarms.clear(cause(receipt));
        return now(receipt);
    }

    /** As {@link #advance(Receipt, InvoiceState)}, within a transaction. */
    void advance(Ledger.Books books, Receipt receipt, InvoiceState state) {
        books.invoices().state(receipt.invoiceId(), state, Optional.empty());
        books.receipts().next(receipt.invoiceId(), Optional.of(clock.instant()), 0);
    }

    /** Nothing more to do. */
    Receipt finish(Receipt receipt, InvoiceState state, Optional<Reason> reason, String dutch, String english) {
        ledger.record(books -> {
            books.invoices().state(receipt.invoiceId(), state, reason);
            books.receipts().next(receipt.invoiceId(), Optional.empty(), 0);
            books.events().add(receipt.invoiceId(), state.english(), dutch, english);
        });
        alarms.clear(cause(receipt));
        return now(receipt);
    }

    /** Waits until {@code at} without counting it as a failure. */
    Receipt waitUntil(Receipt receipt, Instant at) {
        ledger.record(books -> books.receipts().next(receipt.invoiceId(), Optional.of(at), receipt.tries()));
        return now(receipt);
    }

    /** A reply that is not {@code Done}: refused is held for a person, anything else is tried again later. */
    Receipt failed(Receipt receipt, Reply<?> reply) {
        Reason reason = PurchaseReasons.of(reply);
        if (reply instanceof Reply.Refused<?>) {
            return hold(receipt, reason);
        }
        if (reply instanceof Reply.Blocked<?>) {
            ledger.record(books -> {
                books.receipts().next(receipt.invoiceId(), Optional.of(clock.instant()), receipt.tries());
                channels.block(books, receipt.company(), Channel.ECONNECT, reason, Optional.of(receipt.externalId()));
            });
            return now(receipt);
        }
        return putOff(receipt, reason);
    }

    /** Tried again later, ever less often. */
    Receipt putOff(Receipt receipt, Reason reason) {
        int tries = receipt.tries() + 1;
        Instant next = clock.instant().plus(policy.delay(tries));
        ledger.record(books -> books.receipts().next(receipt.invoiceId(), Optional.of(next), tries));
        LOG.info("{}: {} later opnieuw: {}", receipt.company(), receipt.externalId(), reason.dutch());
        if (tries >= TELL_AFTER) {
            alarms.raise(
                    cause(receipt),
                    receipt.company(),
                    PurchaseReasons.keepsFailing(receipt.externalId(), reason),
                    receipt.externalId());
        }
        return now(receipt);
    }

    /** A step failed in a way that nobody expected: tried again later. */
    public void failedUnexpectedly(Receipt receipt, Exception failure) {
        putOff(
                now(receipt),
                Reason.of(
                        "purchase.unexpected",
                        "Er ging iets onverwacht mis in het programma (" + failure + "); zie het logbestand.",
                        "Something unexpected went wrong in the program (" + failure + "); see the log."));
    }

    /** The import folder cannot be used: looked at again soon, and not counted against the document. */
    Receipt waitForFolder(Receipt receipt) {
        return waitUntil(receipt, clock.instant().plus(policy.first()));
    }

    private Receipt hold(Receipt receipt, Reason reason) {
        ledger.record(books -> {
            books.invoices().state(receipt.invoiceId(), InvoiceState.HELD, Optional.of(reason));
            books.receipts().next(receipt.invoiceId(), Optional.empty(), 0);
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
        return "receive/" + receipt.company() + "/" + receipt.externalId();
    }
}
