package io.github.komaseconnect.delivery;

import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Deliveries that were found due and wait for a worker. That each still is to be carried out shows when its attempt is
 * opened; what was found is forgotten soon, when somebody else may be due, and at once when a channel goes to rest.
 */
final class Ahead {
    private static final Duration USABLE_FOR = Duration.ofMillis(200);

    private final Map<String, List<Shipment>> waiting = new HashMap<>();
    private final Resting resting;
    private final List<Pause> pauses;
    private final Instant foundAt;

    Ahead(Map<String, List<Shipment>> waiting, List<Pause> pauses, Instant foundAt) {
        waiting.forEach((company, shipments) -> this.waiting.put(company, new ArrayList<>(shipments)));
        this.resting = new Resting(pauses);
        this.pauses = List.copyOf(pauses);
        this.foundAt = foundAt;
    }

    static Ahead nothing() {
        return new Ahead(Map.of(), List.of(), Instant.MIN);
    }

    /** By company. */
    Map<String, List<Shipment>> waiting() {
        return waiting;
    }

    Resting resting() {
        return resting;
    }

    /** Whether workers may go on with what was found at {@code foundAt}. A probe is never taken from here twice. */
    boolean isUsable(Instant now, Ledger ledger) {
        boolean fresh = !foundAt.equals(Instant.MIN)
                && !now.isBefore(foundAt)
                && now.isBefore(foundAt.plus(USABLE_FOR))
                && waiting.values().stream().anyMatch(shipments -> !shipments.isEmpty());
        return fresh
                && pauses.isEmpty()
                && ledger.reading(books -> books.pauses().all()).isEmpty();
    }

    /** These were handed out. */
    void without(List<Shipment> chosen) {
        // by its id: a shipment is large, and comparing whole ones is what would take the time
        Set<Long> gone = new HashSet<>();
        chosen.forEach(shipment -> gone.add(shipment.delivery().id()));
        waiting.values()
                .forEach(shipments -> shipments.removeIf(
                        shipment -> gone.contains(shipment.delivery().id())));
    }
}
