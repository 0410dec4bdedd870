package io.github.komaseconnect.following;

import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.BuyerAnswer;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.Followed;
import io.github.komaseconnect.ledger.Followed.Trouble;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Transit;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.SendingMethod;
import io.github.komaseconnect.sales.HeldInvoices;
import io.github.komaseconnect.sales.SentFolder;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what is said of sent documents: the ledger's row, the history of the invoice, alarms, and what follows for the
 * invoice itself. All of one sighting is in one transaction, so that a crash leaves all or nothing, and the next time it
 * is said changes nothing.
 */
public final class Tidings {
    private static final Logger LOG = LoggerFactory.getLogger(Tidings.class);
    /** Kind of the events that tell what became of a sent invoice. */
    static final String FOLLOWED = "followed";

    private final Clock clock;

    /** By this clock. */
    public Tidings(Clock clock) {
        this.clock = clock;
    }

    /** Whether this would change anything of what is known, if anything is. */
    boolean isNews(Optional<Followed> known, Sighting seen) {
        return known.map(before -> Progress.of(before, seen, clock.instant()).isNews())
                .orElse(true);
    }

    /**
     * Takes in what is said of a delivery that eConnect took, within a transaction of the caller, who has the invoice's file
     * moved afterwards.
     *
     * @return whether the file is to be moved
     */
    public boolean take(Ledger.Books books, Delivery delivery, Sighting seen) {
        if (delivery.destination().method() != SendingMethod.PEPPOL || !wasTaken(delivery)) {
            return false;
        }
        Instant now = clock.instant();
        Progress progress = written(books, delivery, seen, now);
        if (!progress.isNews()) {
            return false;
        }
        boolean moves = progress.newTransit()
                .filter(transit -> passed(books, delivery, progress, transit))
                .isPresent();
        progress.newAnswer().ifPresent(answer -> answered(books, invoice(books, delivery), progress.after(), answer));
        // whose trouble was told long enough is found by Unconfirmed, which looks now and then
        boolean over = progress.before().trouble().isPresent()
                && !progress.before().trouble().equals(progress.after().trouble());
        if (over) {
            Troubles.settle(books, delivery.company(), now);
        }
        return moves;
    }

    /** One that is not followed yet begins with what is said of it now: one row, written once. */
    private static Progress written(Ledger.Books books, Delivery delivery, Sighting seen, Instant now) {
        Optional<Followed> known = books.following().find(delivery.id());
        Followed before = known.or(() -> Followed.of(delivery)).orElseThrow();
        Progress progress = Progress.of(before, seen, now);
        if (known.isEmpty()) {
            books.following().begin(before, progress.after());
        } else if (progress.isNews()) {
            books.following().save(progress.after());
        }
        return progress;
    }

    private static LedgerInvoice invoice(Ledger.Books books, Delivery delivery) {
        return books.invoices().find(delivery.invoiceId()).orElseThrow();
    }

    /** One that was given up later was taken before. */
    private static boolean wasTaken(Delivery delivery) {
        return delivery.state() == DeliveryState.DELIVERED
                || (delivery.state() == DeliveryState.REJECTED
                        && !delivery.reference().isEmpty());
    }

    private static void tell(Ledger.Books books, LedgerInvoice invoice, Reason reason) {
        tell(books, invoice.company(), invoice.id(), invoice.label(), reason);
    }

    private static void tell(Ledger.Books books, Delivery delivery, Reason reason) {
        String label = books.invoices().label(delivery.invoiceId());
        tell(books, delivery.company(), delivery.invoiceId(), label, reason);
    }

    private static void tell(Ledger.Books books, String company, long invoiceId, String label, Reason reason) {
        books.events().add(invoiceId, FOLLOWED, reason.dutch(), reason.english());
        LOG.info("{}: {}: {}", company, label, reason.dutch());
    }

    /** Whether the file is to be moved. */
    private boolean passed(Ledger.Books books, Delivery delivery, Progress progress, Transit transit) {
        Followed after = progress.after();
        switch (transit) {
            case DELIVERED -> {
                tell(books, delivery, FollowingReasons.delivered(after));
                return progress.before().transit() == Transit.FAILED && arrivedAfterAll(books, delivery);
            }
            case ASTRAY -> astray(books, delivery, FollowingReasons.astray(after));
            case FAILED -> {
                return failed(books, delivery, FollowingReasons.failed(after));
            }
            case RETRIED -> tell(books, delivery, FollowingReasons.retried(after));
            case HANDED_OVER -> LOG.debug("{}: handed over", delivery.reference());
        }
        return false;
    }

    private static void astray(Ledger.Books books, Delivery delivery, Reason reason) {
        LedgerInvoice invoice = invoice(books, delivery);
        tell(books, invoice, reason);
        notReached(books, invoice, delivery, reason);
        Troubles.raise(books, invoice, Trouble.ASTRAY, reason);
    }

    /** What its acceptance seemed to show of the receiver is not so. */
    private static void notReached(Ledger.Books books, LedgerInvoice invoice, Delivery delivery, Reason why) {
        books.reachings().notReached(delivery, invoice.type().orElse(DocumentType.INVOICE), why);
    }

    /** Whether it is held for that now. */
    private static boolean failed(Ledger.Books books, Delivery delivery, Reason reason) {
        LedgerInvoice invoice = invoice(books, delivery);
        notReached(books, invoice, delivery, reason);
        books.deliveries().state(delivery.id(), DeliveryState.REJECTED, Optional.empty(), Optional.empty());
        // one that goes another way meanwhile, by order of a person, stays on that way
        if (invoice.state() == InvoiceState.SENT && isNewest(books, delivery)) {
            HeldInvoices.hold(books, invoice.id(), reason);
            return true;
        }
        tell(books, invoice, reason);
        return false;
    }

    private static boolean isNewest(Ledger.Books books, Delivery delivery) {
        return books.deliveries().of(delivery.invoiceId()).get(0).id() == delivery.id();
    }

    /** eConnect had given it up, and then it arrived; whether it was waiting for a person, and counts as sent now. */
    private boolean arrivedAfterAll(Ledger.Books books, Delivery delivery) {
        LedgerInvoice invoice = invoice(books, delivery);
        books.deliveries().delivered(delivery.id(), delivery.reference());
        boolean waits = invoice.state() == InvoiceState.HELD
                && invoice.reason()
                        .filter(reason -> reason.code().equals(FollowingReasons.FAILED))
                        .isPresent();
        if (waits) {
            books.invoices()
                    .sent(invoice.id(), Optional.empty(), SentFolder.month(clock.instant()) + "/" + invoice.stem());
            HeldInvoices.released(books, invoice);
        } else {
            perhapsTwice(books, invoice, delivery, FollowingReasons.perhapsTwice());
        }
        return waits;
    }

    /** A delivery that had been given up was accepted after all; its invoice is not on that way any more. */
    void besideAnother(Ledger.Books books, Delivery delivery) {
        perhapsTwice(books, invoice(books, delivery), delivery, FollowingReasons.acceptedBeside());
    }

    private static void perhapsTwice(Ledger.Books books, LedgerInvoice invoice, Delivery delivery, Reason twice) {
        tell(books, invoice, twice);
        books.alarms()
                .raise(
                        "following/" + invoice.company() + "/twice/" + delivery.id(),
                        invoice.company(),
                        twice,
                        Optional.of(invoice.label()));
    }

    private static void answered(Ledger.Books books, LedgerInvoice invoice, Followed after, BuyerAnswer answer) {
        Reason reason = FollowingReasons.answered(after, answer);
        tell(books, invoice, reason);
        after.trouble()
                .filter(trouble -> trouble == Trouble.REJECTED || trouble == Trouble.QUESTION)
                .ifPresent(trouble -> Troubles.raise(books, invoice, trouble, reason));
    }
}
