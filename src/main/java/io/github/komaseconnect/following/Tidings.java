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

    /** Whether this would change anything; only reads. */
    public boolean isNews(Ledger.Books books, Delivery delivery, Sighting seen) {
        return books.following()
                .find(delivery.id())
                .map(known -> Progress.of(known, seen, clock.instant()).isNews())
                .orElse(true);
    }

    /**
     * Takes in what is said of a delivery that eConnect took, within a transaction of the caller, who has the invoice's file
     * moved afterwards.
     */
    public void take(Ledger.Books books, Delivery delivery, Sighting seen) {
        if (delivery.destination().method() != SendingMethod.PEPPOL || !wasTaken(delivery)) {
            return;
        }
        Instant now = clock.instant();
        Progress progress = Progress.of(books.following().begin(delivery), seen, now);
        if (!progress.isNews()) {
            return;
        }
        books.following().save(progress.after());
        LedgerInvoice invoice = books.invoices().find(delivery.invoiceId()).orElseThrow();
        progress.newTransit().ifPresent(transit -> passed(books, invoice, delivery, progress, transit));
        progress.newAnswer().ifPresent(answer -> answered(books, invoice, progress.after(), answer));
        // whose trouble was told long enough is found by Unconfirmed, which looks now and then
        boolean over = progress.before().trouble().isPresent()
                && !progress.before().trouble().equals(progress.after().trouble());
        if (over) {
            Troubles.settle(books, invoice.company(), now);
        }
    }

    /** One that was given up later was taken before. */
    private static boolean wasTaken(Delivery delivery) {
        return delivery.state() == DeliveryState.DELIVERED
                || (delivery.state() == DeliveryState.REJECTED
                        && !delivery.reference().isEmpty());
    }

    private static void tell(Ledger.Books books, LedgerInvoice invoice, Reason reason) {
        books.events().add(invoice.id(), FOLLOWED, reason.dutch(), reason.english());
        LOG.info("{}: {}: {}", invoice.company(), invoice.label(), reason.dutch());
    }

    private void passed(
            Ledger.Books books, LedgerInvoice invoice, Delivery delivery, Progress progress, Transit transit) {
        Followed after = progress.after();
        switch (transit) {
            case DELIVERED -> {
                tell(books, invoice, FollowingReasons.delivered(after));
                afterAll(books, invoice, delivery, progress.before());
            }
            case ASTRAY -> {
                Reason reason = FollowingReasons.astray(after);
                tell(books, invoice, reason);
                notReached(books, invoice, delivery, reason);
                Troubles.raise(books, invoice, Trouble.ASTRAY, reason);
            }
            case FAILED -> {
                Reason reason = FollowingReasons.failed(after);
                notReached(books, invoice, delivery, reason);
                failed(books, invoice, delivery, reason);
            }
            case RETRIED -> tell(books, invoice, FollowingReasons.retried(after));
            case HANDED_OVER -> LOG.debug("{}: handed over", invoice.label());
        }
    }

    /** What its acceptance seemed to show of the receiver is not so. */
    private static void notReached(Ledger.Books books, LedgerInvoice invoice, Delivery delivery, Reason why) {
        books.reachings().notReached(delivery, invoice.type().orElse(DocumentType.INVOICE), why);
    }

    private void failed(Ledger.Books books, LedgerInvoice invoice, Delivery delivery, Reason reason) {
        books.deliveries().state(delivery.id(), DeliveryState.REJECTED, Optional.empty(), Optional.empty());
        // one that goes another way meanwhile, by order of a person, stays on that way
        if (invoice.state() == InvoiceState.SENT && isNewest(books, delivery)) {
            HeldInvoices.hold(books, invoice.id(), reason);
        } else {
            tell(books, invoice, reason);
        }
    }

    private static boolean isNewest(Ledger.Books books, Delivery delivery) {
        return books.deliveries().of(delivery.invoiceId()).get(0).id() == delivery.id();
    }

    /** eConnect had given it up, and then it arrived. */
    private void afterAll(Ledger.Books books, LedgerInvoice invoice, Delivery delivery, Followed before) {
        if (before.transit() != Transit.FAILED) {
            return;
        }
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
    }

    /** A delivery that had been given up was accepted after all; its invoice is not on that way any more. */
    void besideAnother(Ledger.Books books, Delivery delivery) {
        LedgerInvoice invoice = books.invoices().find(delivery.invoiceId()).orElseThrow();
        perhapsTwice(books, invoice, delivery, FollowingReasons.acceptedBeside());
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
