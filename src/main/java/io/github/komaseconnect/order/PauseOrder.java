package io.github.komaseconnect.order;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.ledger.WorkOrder;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Puts a company to rest by a person's order, and wakes it. */
public final class PauseOrder {
    private final Companies companies;
    private final Ledger ledger;
    private final Clock clock;

    /** For these companies. */
    public PauseOrder(Companies companies, Ledger ledger, Clock clock) {
        this.companies = companies;
        this.ledger = ledger;
        this.clock = clock;
    }

    Answer pause(WorkOrder order) {
        if (companies.find(order.company()).isEmpty()) {
            return unknown(order);
        }
        ledger.record(books -> books.pauses()
                .set(new Pause(
                        order.company(),
                        Channel.ALL,
                        "paused",
                        "Gepauzeerd door " + order.who(),
                        "Paused by " + order.who(),
                        order.who(),
                        clock.instant(),
                        Optional.empty())));
        return Answer.done(
                order.company() + " is gepauzeerd: er wordt niets opgehaald, opgepakt of verzonden.",
                order.company() + " is paused: nothing is fetched, picked up or sent.");
    }

    /** Ends the pause; what is at rest because of a trouble may try again at once. */
    Answer resume(WorkOrder order) {
        if (companies.find(order.company()).isEmpty()) {
            return unknown(order);
        }
        ledger.record(books -> {
            books.pauses().end(order.company(), Channel.ALL);
            List<Pause> others = books.pauses().all().stream()
                    .filter(pause -> pause.company().equals(order.company()))
                    .toList();
            others.forEach(pause -> books.pauses()
                    .set(new Pause(
                            pause.company(),
                            pause.channel(),
                            pause.reasonCode(),
                            pause.dutch(),
                            pause.english(),
                            pause.who(),
                            pause.since(),
                            Optional.of(clock.instant()))));
        });
        return Answer.done(order.company() + " gaat weer verder.", order.company() + " goes on again.");
    }

    private static Answer unknown(WorkOrder order) {
        return Answer.refused(
                "Er is geen bedrijf " + order.company() + " in bedrijf.",
                "No company " + order.company() + " is running.");
    }
}
