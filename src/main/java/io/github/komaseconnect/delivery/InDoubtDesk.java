package io.github.komaseconnect.delivery;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.configuration.GlobalSettings.DeliverySettings;
import io.github.komaseconnect.folder.SafeName;
import io.github.komaseconnect.ledger.Attempt;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.sales.Placement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Clears up deliveries by Peppol that are in doubt, by a gateway that has lists: looks whether eConnect has the document. Found means sent, absent
 * means that it may be sent again; when it cannot be told, a person decides.
 */
public final class InDoubtDesk {
    /** A clock that takes the time of the Netherlands for that of the world is up to two hours ahead. */
    private static final Duration BEFORE_THE_ATTEMPT = Duration.ofHours(3);

    private final Ledger ledger;
    private final Archive archive;
    private final OutboxSearch search;
    private final AttemptBook attempts;
    private final Channels channels;
    private final Placement placement;
    private final DeliverySettings settings;
    private final Clock clock;

    /** Clears up with {@code search}; outcomes go to {@code attempts}. */
    public InDoubtDesk(
            Ledger ledger,
            Archive archive,
            OutboxSearch search,
            AttemptBook attempts,
            Channels channels,
            Placement placement,
            DeliverySettings settings,
            Clock clock) {
        this.ledger = ledger;
        this.archive = archive;
        this.search = search;
        this.attempts = attempts;
        this.channels = channels;
        this.placement = placement;
        this.settings = settings;
        this.clock = clock;
    }

    /** Looks it up and records what follows. */
    public void clearUp(Shipment shipment) {
        Delivery delivery = shipment.delivery();
        List<Attempt> made = ledger.reading(books -> books.deliveries().attempts(delivery.id()));
        Instant lastEnd = made.stream()
                .flatMap(attempt -> attempt.endedAt().stream())
                .max(Instant::compareTo)
                .orElse(delivery.createdAt());
        OutboxSearch.Finding finding =
                search.find(shipment, surelyBefore(delivery, made), candidate -> evidence(shipment, candidate));
        ledger.record(books -> follow(books, shipment, finding, lastEnd));
        placement.carryOut(shipment.invoice().id());
    }

    /**
     * A moment that was surely before the first attempt, also when the clock was ahead then and was set back since. With a
     * time that is still to come nothing is sure, and the whole outbox is read.
     */
    private Instant surelyBefore(Delivery delivery, List<Attempt> made) {
        Instant now = clock.instant();
        Optional<Attempt> first = made.stream().min(Comparator.comparing(Attempt::id));
        Instant stamped = first.map(Attempt::startedAt).orElse(delivery.createdAt());
        if (stamped.isAfter(now)) {
            return Instant.EPOCH;
        }
        Duration setBack = first.map(
                        attempt -> ledger.reading(books -> books.watching().clockSetBackSince(attempt.id())))
                .orElse(Duration.ZERO);
        return stamped.minus(BEFORE_THE_ATTEMPT).minus(setBack);
    }

    private void follow(Ledger.Books books, Shipment shipment, OutboxSearch.Finding finding, Instant lastEnd) {
        Delivery delivery = shipment.delivery();
        long invoice = shipment.invoice().id();
        Instant now = clock.instant();
        if (books.deliveries()
                .find(delivery.id())
                .filter(row -> row.state() == DeliveryState.IN_DOUBT)
                .isEmpty()) {
            return;
        }
        if (finding instanceof OutboxSearch.Found found) {
            books.events()
                    .add(
                            invoice,
                            "found",
                            "Teruggevonden bij eConnect als " + found.externalId() + ": hij was toch verzonden.",
                            "Found at eConnect as " + found.externalId() + ": it had been sent after all.");
            attempts.consequences().delivered(books, shipment, found.externalId());
        } else if (finding instanceof OutboxSearch.Absent) {
            attempts.consequences().absent(books, shipment);
        } else if (finding instanceof OutboxSearch.Unclear unclear) {
            attempts.consequences().hold(books, shipment, DeliveryState.IN_DOUBT, unclear.reason());
        } else if (finding instanceof OutboxSearch.CannotLook cannot) {
            attempts.consequences().rest(books, shipment, cannot.reason(), cannot.retryAfter());
            Instant next = shipment.notBefore(nextLook(now, lastEnd), now, cannot.retryAfter());
            attempts.consequences().lookAgain(books, shipment, cannot.reason(), next);
        } else if (finding instanceof OutboxSearch.Blocked blocked && shipment.isByFormerGateway()) {
            attempts.consequences().lookAgain(books, shipment, blocked.reason(), nextLook(now, lastEnd));
        } else if (finding instanceof OutboxSearch.Blocked blocked) {
            books.deliveries().state(delivery.id(), DeliveryState.IN_DOUBT, Optional.of(now), delivery.failingSince());
            channels.block(
                    books,
                    delivery.company(),
                    Channel.ECONNECT,
                    blocked.reason(),
                    Optional.of(shipment.invoice().label()));
        }
        boolean answered = !(finding instanceof OutboxSearch.Blocked) && !(finding instanceof OutboxSearch.CannotLook);
        if (answered && !shipment.isByFormerGateway()) {
            channels.answered(books, delivery.company());
        }
    }

    private OutboxSearch.Evidence evidence(Shipment shipment, String externalId) {
        String folder = shipment.invoice().archive();
        String name = "delivery-" + shipment.delivery().id() + "-lookup-" + SafeName.of(externalId);
        return new OutboxSearch.Evidence(
                archive.freshFile(folder, name + "-answer", ".xml"), archive.freshFile(folder, name, ".xml"));
    }

    /** The longer it takes, the longer the wait. */
    private Instant nextLook(Instant now, Instant lastEnd) {
        // a clock that was ahead at the last attempt makes this negative, which is as short as can be
        Duration soFar = Duration.between(lastEnd, now).dividedBy(2);
        Duration wait = soFar.compareTo(settings.retryFirst()) < 0 ? settings.retryFirst() : soFar;
        return now.plus(wait.compareTo(settings.retryMaxDelay()) > 0 ? settings.retryMaxDelay() : wait);
    }
}
