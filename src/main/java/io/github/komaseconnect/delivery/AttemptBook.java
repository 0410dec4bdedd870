package io.github.komaseconnect.delivery;

import io.github.komaseconnect.configuration.GlobalSettings.DeliverySettings;
import io.github.komaseconnect.econnect.ServerTime;
import io.github.komaseconnect.folder.AtomicFile;
import io.github.komaseconnect.ledger.Attempt;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.Delivery.Passage;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.SendingMethod;
import io.github.komaseconnect.sales.Placement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records every attempt before its effect, and after it what came of it; and decides from the outcome what is to happen
 * next. Nothing retries behind its back.
 */
public final class AttemptBook {
    private static final Logger LOG = LoggerFactory.getLogger(AttemptBook.class);

    private final Ledger ledger;
    private final Placement placement;
    private final Consequences consequences;
    private final DeliverySettings settings;
    private final Clock clock;
    private final ServerTime serverTime;
    private final Map<Long, EndedAttempt> unrecorded = new ConcurrentHashMap<>();

    /**
     * Writes to {@code ledger} and moves files with {@code placement}; attempts begin by the earlier of our clock and
     * {@code serverTime}, so that a look-up at eConnect from there on finds them whichever clock is wrong.
     */
    public AttemptBook(
            Ledger ledger,
            Placement placement,
            Channels channels,
            DeliverySettings settings,
            Clock clock,
            ServerTime serverTime) {
        this.serverTime = serverTime;
        this.ledger = ledger;
        this.placement = placement;
        this.consequences = new Consequences(channels, settings, clock);
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Opens an attempt: when this returns, it is on disk that the effect may happen.
     *
     * @throws DeliveryWithdrawnException when the delivery was cancelled or changed meanwhile: nothing may be sent
     */
    public OpenAttempt begin(Shipment shipment) {
        Delivery delivery = shipment.delivery();
        Instant startedAt = serverTime.earliestNow();
        Optional<Passage> passage = passage(shipment);
        Attempt attempt = ledger.inTransaction(books -> {
                    Optional<Attempt> opened = books.deliveries().begin(delivery.id(), passage, startedAt);
                    if (opened.isPresent() && delivery.destination().method() == SendingMethod.EMAIL) {
                        books.bounces()
                                .copiesGoTo(
                                        delivery.id(),
                                        shipment.company().mailing().copies());
                    }
                    return opened;
                })
                .orElseThrow(
                        () -> new DeliveryWithdrawnException(shipment.invoice().label()));
        return new OpenAttempt(passage.map(shipment::by).orElse(shipment), attempt);
    }

    /** The one that was fixed before, else by the company's gateway under a new id. */
    private static Optional<Passage> passage(Shipment shipment) {
        Delivery delivery = shipment.delivery();
        return delivery.passage().or(() -> Optional.of(delivery.destination().method())
                .filter(method -> method == SendingMethod.PEPPOL)
                .map(peppol -> new Passage(
                        shipment.company().gateway(), UUID.randomUUID().toString())));
    }

    /**
     * Records the outcome and what follows from it, in one transaction, once message and answer are on the disk; then the
     * file goes where it belongs. While the ledger cannot be written the outcome is kept in memory: it is known, and must
     * not become a doubt.
     */
    public void end(EndedAttempt ended) {
        Shipment shipment = ended.open().shipment();
        flush(ended);
        try {
            record(ended);
        } catch (LedgerUnavailableException e) {
            unrecorded.put(shipment.delivery().id(), ended);
            LOG.warn(
                    "{}: what came of {} ({}) is recorded when the ledger can be written again",
                    shipment.company().key(),
                    shipment.invoice().label(),
                    Outcomes.name(ended.outcome()));
            return;
        }
        placement.carryOut(shipment.invoice().id());
    }

    /** What came of it is known and is recorded, whatever becomes of the message and the answer. */
    private static void flush(EndedAttempt ended) {
        List<Path> files = ended.unflushed();
        if (files.isEmpty()) {
            return;
        }
        Path folder = files.get(0).toAbsolutePath().getParent();
        try {
            AtomicFile.flush(folder, files);
        } catch (IOException e) {
            LOG.error("The message to eConnect or its answer could not be kept in the archive, in {}", folder, e);
        }
    }

    /** A commit of which no answer came may have been carried out: what is recorded already stays as it is. */
    private void record(EndedAttempt ended) {
        Shipment shipment = ended.open().shipment();
        Attempt attempt = ended.open().attempt();
        ledger.record(books -> {
            if (close(books, attempt, ended.outcome())) {
                consequences.follow(books, shipment, ended.outcome());
            }
        });
    }

    /** The deliveries of which the outcome is known and could not be recorded yet. */
    Set<Long> unrecorded() {
        return Set.copyOf(unrecorded.keySet());
    }

    /** Records the outcomes that could not be recorded in their time. */
    void recordLate() {
        for (EndedAttempt ended : List.copyOf(unrecorded.values())) {
            Shipment shipment = ended.open().shipment();
            record(ended);
            unrecorded.remove(shipment.delivery().id());
            placement.carryOut(shipment.invoice().id());
        }
    }

    /** The receiver can be reached under another identifier than planned, of those it has: it goes there. */
    public Shipment sendTo(Asked asked) {
        Shipment shipment = asked.shipment();
        if (!(asked instanceof Asked.SendTo to)) {
            return shipment;
        }
        long id = shipment.delivery().id();
        Delivery now = ledger.inTransaction(books -> {
            consequences.reachable(books, shipment, to.reachable());
            return books.deliveries().find(id).orElseThrow();
        });
        return shipment.with(now);
    }

    /** Records why it is not sent (now), and what follows from it: no attempt was made. */
    public void notSent(Asked asked) {
        Shipment shipment = asked.shipment();
        ledger.record(books -> {
            boolean waiting = books.deliveries()
                    .find(shipment.delivery().id())
                    .filter(now -> now.state() == DeliveryState.WAITING)
                    .isPresent();
            if (waiting) {
                consequences.notSent(books, asked);
            }
        });
        placement.carryOut(shipment.invoice().id());
    }

    /** Puts a delivery off for which something has to be known before any attempt: counts as a temporary failure. */
    public void putOff(Shipment shipment, Reason reason) {
        ledger.record(books -> books.deliveries()
                .find(shipment.delivery().id())
                .filter(now -> now.state() == DeliveryState.WAITING)
                .ifPresent(now -> consequences.follow(
                        books,
                        new Shipment(shipment.company(), shipment.invoice(), now, shipment.ubl()),
                        new AttemptOutcome.Temporary(reason))));
        placement.carryOut(shipment.invoice().id());
    }

    /** Holds an invoice that may not go out as it is, or puts it off: no attempt was made. */
    public void notReady(Prepared prepared) {
        switch (prepared.otherwise()) {
            case HOLD -> holdUntried(prepared);
            case LATER -> putOff(prepared.shipment(), prepared.fault().orElseThrow());
        }
    }

    /** Holds an invoice that cannot even be tried (e.g. no readable PDF): no attempt was made. */
    public void holdUntried(Prepared prepared) {
        Shipment shipment = prepared.shipment();
        ledger.record(books -> {
            boolean waiting = books.deliveries()
                    .find(shipment.delivery().id())
                    .filter(now -> now.state() == DeliveryState.WAITING)
                    .isPresent();
            if (waiting) {
                consequences.hold(
                        books,
                        shipment,
                        DeliveryState.REJECTED,
                        prepared.fault().orElseThrow());
            }
        });
        placement.carryOut(shipment.invoice().id());
    }

    /**
     * A step failed in a way that nobody expected: an attempt that is open is in doubt, otherwise it is tried again later.
     * While the ledger cannot be written, that follows when it can: an attempt that nobody works on is found open, and
     * what waits is still due.
     */
    public void failedUnexpectedly(Shipment shipment, Exception failure) {
        try {
            recordFailure(shipment, Outcomes.unexpected(failure));
        } catch (LedgerUnavailableException e) {
            LOG.debug("{}: its failure cannot be recorded", shipment.invoice().label(), e);
        }
    }

    private void recordFailure(Shipment shipment, Reason reason) {
        ledger.record(books -> {
            Delivery now = books.deliveries().find(shipment.delivery().id()).orElseThrow();
            Shipment current = shipment.with(now);
            Optional<Attempt> open = books.deliveries().openAttempt(now.id());
            if (open.isPresent()) {
                AttemptOutcome doubt = new AttemptOutcome.InDoubt(reason);
                close(books, open.get(), doubt);
                consequences.follow(books, current, doubt);
            } else if (now.state() == DeliveryState.WAITING) {
                consequences.follow(books, current, new AttemptOutcome.Temporary(reason));
            } else if (now.state() == DeliveryState.IN_DOUBT && now.dueAt().isPresent()) {
                Instant later = clock.instant().plus(settings.retryFirst());
                books.deliveries().state(now.id(), now.state(), Optional.of(later), now.failingSince());
            }
        });
        placement.carryOut(shipment.invoice().id());
    }

    /** What follows from outcomes. */
    Consequences consequences() {
        return consequences;
    }

    boolean close(Ledger.Books books, Attempt attempt, AttemptOutcome outcome) {
        String reference = Outcomes.reference(outcome);
        Optional<Reason> reason = Outcomes.reason(outcome);
        return books.deliveries()
                .close(
                        attempt.id(),
                        Outcomes.name(outcome),
                        reference,
                        reason.map(Reason::code).orElse(""),
                        reason.map(Reason::dutch).orElse(""),
                        reason.map(Reason::english).orElse(""));
    }
}
