package io.github.komaseconnect.following;

import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Followed;
import io.github.komaseconnect.ledger.Followed.Trouble;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.reason.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Alarms about deliveries that were sent: one for each kind of trouble of a company, which names the invoices. It ends when
 * the trouble of the last one is over; what nobody can undo, such as a rejection, leaves the list after a while without a
 * word. All within a transaction of the caller.
 */
final class Troubles {
    private static final Duration TOLD_LONG_ENOUGH = Duration.ofDays(14);

    private Troubles() {}

    /** This delivery has this trouble. */
    static void raise(Ledger.Books books, LedgerInvoice invoice, Trouble trouble, Reason reason) {
        books.alarms().raise(cause(invoice.company(), trouble), invoice.company(), reason, Optional.of(touch(invoice)));
    }

    /** Ends the alarms of which nothing is left. */
    static void settle(Ledger.Books books, String company, Instant now) {
        for (Trouble trouble : Trouble.values()) {
            if (books.alarms().isOpen(cause(company, trouble))) {
                settle(books, company, trouble, now);
            }
        }
    }

    private static void settle(Ledger.Books books, String company, Trouble trouble, Instant now) {
        boolean aged = false;
        for (Followed followed : books.following().troubled(company, trouble)) {
            boolean told = followed.troubleAt()
                    .filter(at -> !at.plus(TOLD_LONG_ENOUGH).isAfter(now))
                    .isPresent();
            if (!told) {
                return;
            }
            aged = true;
            books.following().trouble(followed.with(Optional.empty(), now));
        }
        String cause = cause(company, trouble);
        Optional<Alarm> alarm = books.alarms().open().stream()
                .filter(open -> open.cause().equals(cause))
                .findFirst();
        books.alarms().clear(cause);
        if (aged) {
            alarm.ifPresent(open -> books.alarms().clearMailed(open.id()));
        }
    }

    private static String touch(LedgerInvoice invoice) {
        String party = invoice.party().isEmpty() ? "" : " (" + invoice.party() + ")";
        return invoice.label() + party + ", kenmerk " + invoice.id();
    }

    static String cause(String company, Trouble trouble) {
        return "following/" + company + "/" + trouble.name().toLowerCase(Locale.ROOT);
    }
}
