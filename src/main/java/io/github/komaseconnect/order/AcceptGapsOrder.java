package io.github.komaseconnect.order;

import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.NumberBook;
import io.github.komaseconnect.ledger.NumberBook.Gap;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.watch.NumberGaps;
import java.time.Instant;
import java.util.List;

/** A person says that invoice numbers that are missing are fine: void, or sent in another way. */
final class AcceptGapsOrder {
    private static final Instant EVER = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final Ledger ledger;

    AcceptGapsOrder(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The numbers are remembered as fine for ever; the alarm ends with the last missing one. */
    Answer accept(WorkOrder order) {
        List<String> accepted = ledger.inTransaction(books -> {
            NumberBook numbers = books.watching().numbers();
            List<String> wanted = order.argument().isEmpty()
                    ? numbers.missing(order.company(), EVER).stream()
                            .map(Gap::number)
                            .toList()
                    : order.argument().lines().toList();
            List<String> closed = numbers.accept(order.company(), wanted, order.who());
            if (numbers.missing(order.company(), EVER).isEmpty()) {
                books.alarms().clear(NumberGaps.cause(order.company()));
            }
            return closed;
        });
        if (accepted.isEmpty()) {
            return Answer.refused(
                    "Geen van deze nummers ontbreekt bij " + order.company() + ".",
                    "None of these numbers is missing at " + order.company() + ".");
        }
        return Answer.done(
                "Goedgekeurd als ontbrekend: " + String.join(", ", accepted) + ".",
                "Accepted as missing: " + String.join(", ", accepted) + ".");
    }
}
