package io.github.komaseconnect.explanation;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.ledger.KnownReach;
import io.github.komaseconnect.ledger.KnownReach.Verdict;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import io.github.komaseconnect.reachability.ReachBook;
import io.github.komaseconnect.reason.DutchTime;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Alternative;
import io.github.komaseconnect.relation.Destination;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of whether the customer can be reached over Peppol, and what would happen if eConnect says no. Asks
 * nobody but the ledger and the relation file.
 */
final class ReachNow {
    private final Optional<Ledger> ledger;
    private final RelationsNow relations;
    private final Clock clock;

    ReachNow(Optional<Ledger> ledger, RelationsNow relations, Clock clock) {
        this.ledger = ledger;
        this.relations = relations;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param known whether the customer can be reached, and how old that answer is
     * @param otherwise what happens if not
     */
    record Found(Words known, Words otherwise) {}

    /** Looks it up for an invoice that goes by Peppol. */
    Found look(Company company, InvoiceHeader header, Destination destination) {
        String receiver = destination.addresses().get(0);
        Optional<KnownReach> answer = Optional.empty();
        Optional<Instant> reached = Optional.empty();
        try {
            answer = ledger.flatMap(
                    open -> open.reading(books -> books.reachings().find(company.key(), receiver, header.type())));
            List<String> known = relations.receivers(header, company, receiver);
            reached = ledger.flatMap(open -> open.reading(
                    books -> ReachBook.reachedBefore(books, company.key(), known, destination.relationNumber())));
        } catch (LedgerUnavailableException e) {
            // told with the facts of the ledger itself
        }
        Words words = answer.map(this::words)
                .orElseGet(() ->
                        new Words("nog niet bekend; dat blijkt bij het verzenden", "not known yet; sending will show"));
        return new Found(words, otherwise(company, header, receiver, reached));
    }

    private Words words(KnownReach known) {
        Duration age = Duration.between(known.askedAt(), clock.instant());
        String at = DutchTime.minute(known.askedAt());
        boolean before =
                known.verdict() != Verdict.REACHABLE && known.reachedAt().isPresent();
        String reached = known.reachedAt().map(DutchTime::minute).orElse("");
        return new Words(
                known.verdict().dutch() + " (antwoord van " + at + ", "
                        + age(age, "dagen geleden", "uur geleden", "minuten geleden") + ")"
                        + (before ? "; voor het laatst te bereiken op " + reached : ""),
                known.verdict().english() + " (answer of " + at + ", "
                        + age(age, "days ago", "hours ago", "minutes ago") + ")"
                        + (before ? "; could be reached last at " + reached : ""));
    }

    private static String age(Duration age, String days, String hours, String minutes) {
        if (age.toDays() > 1) {
            return age.toDays() + " " + days;
        }
        return age.toHours() > 1 ? age.toHours() + " " + hours : Math.max(0, age.toMinutes()) + " " + minutes;
    }

    private Words otherwise(Company company, InvoiceHeader header, String receiver, Optional<Instant> reached) {
        Alternative alternative = relations.instead(header, company, receiver);
        if (reached.isPresent()) {
            String at = DutchTime.minute(reached.get());
            return new Words(
                    "na een tweede nee vastgehouden: hij was op " + at + " nog te bereiken",
                    "held after a second no: it could be reached at " + at);
        }
        if (alternative instanceof Alternative.Instead instead) {
            Destination other = instead.destination();
            String to = other.addresses().isEmpty() ? "" : " (" + String.join(", ", other.addresses()) + ")";
            return new Words(
                    "na een tweede nee per " + other.method().word() + to,
                    "after a second no by " + other.method().word() + to);
        }
        Reason reason = ((Alternative.Not) alternative).reason();
        return new Words(
                "na een tweede nee vastgehouden: " + reason.dutchLine(),
                "held after a second no: " + reason.englishLine());
    }
}
