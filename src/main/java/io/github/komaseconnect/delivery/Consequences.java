package io.github.komaseconnect.delivery;

import io.github.komaseconnect.company.InDoubtPolicy;
import io.github.komaseconnect.configuration.GlobalSettings.DeliverySettings;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.reachability.Reach;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.SendingMethod;
import io.github.komaseconnect.sales.HeldInvoices;
import io.github.komaseconnect.sales.SentFolder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows from the outcome of an attempt, or of the look-up of a doubtful one; all within a transaction. */
final class Consequences {
    private static final Logger LOG = LoggerFactory.getLogger(Consequences.class);

    /** Kinds of events that count as a failure in a row. */
    private static final String RETRY = "retry";

    static final String ABSENT = "absent";
    private static final String IN_DOUBT = "in-doubt";

    private final Channels channels;
    private final RetryPolicy policy;
    private final DeliverySettings settings;
    private final Unreachable unreachable;
    private final PrintConsequences printing;
    private final Clock clock;

    Consequences(Channels channels, DeliverySettings settings, Clock clock) {
        this.channels = channels;
        this.policy = RetryPolicy.of(settings);
        this.settings = settings;
        this.unreachable = new Unreachable(settings, clock);
        this.printing = new PrintConsequences(this, settings, clock);
        this.clock = clock;
    }

    void follow(Ledger.Books books, Shipment shipment, AttemptOutcome outcome) {
        Delivery delivery = shipment.delivery();
        if (outcome instanceof AttemptOutcome.Delivered delivered) {
            delivered(books, shipment, delivered.reference());
        } else if (outcome instanceof AttemptOutcome.DeliveredBefore before) {
            Reason told = Outcomes.acceptedBefore(before.reference());
            books.events().add(shipment.invoice().id(), "found", told.dutch(), told.english());
            delivered(books, shipment, before.reference());
        } else if (outcome instanceof AttemptOutcome.UnderWay underWay) {
            printing.underWay(books, shipment, underWay.reference());
            works(books, shipment);
        } else if (outcome instanceof AttemptOutcome.Rejected rejected) {
            rejected(books, shipment, rejected.reason());
        } else if (outcome instanceof AttemptOutcome.NotReachable not) {
            unreachable.follow(books, shipment, not.nobody());
            works(books, shipment);
        } else if (outcome instanceof AttemptOutcome.Temporary temporary) {
            temporary(books, shipment, temporary);
        } else if (outcome instanceof AttemptOutcome.Blocked blocked) {
            blocked(books, shipment, blocked.reason());
        } else if (outcome instanceof AttemptOutcome.InDoubt inDoubt) {
            inDoubt(books, shipment, inDoubt);
            rest(books, shipment, inDoubt.reason(), inDoubt.retryAfter());
        } else if (outcome instanceof AttemptOutcome.NotTried not) {
            books.deliveries()
                    .state(
                            delivery.id(),
                            stillDoubtful(shipment),
                            delivery.dueAt().or(() -> Optional.of(clock.instant())),
                            delivery.failingSince());
            tell(shipment, not.reason().dutch());
        }
    }

    private void blocked(Ledger.Books books, Shipment shipment, Reason reason) {
        Delivery delivery = shipment.delivery();
        books.deliveries()
                .state(delivery.id(), stillDoubtful(shipment), Optional.of(clock.instant()), Optional.empty());
        channels.block(books, delivery, shipment.invoice(), reason);
        LOG.warn("{}: {}", delivery.company(), reason.dutch());
    }

    private void rejected(Ledger.Books books, Shipment shipment, Reason reason) {
        boolean nobody = reason.code().equals(Outcomes.UNKNOWN_RECEIVER);
        // of a repeat, the attempt in doubt may have been taken while the receiver was known
        boolean doubtful = nobody && shipment.delivery().isRepeated();
        Reason told = doubtful ? Outcomes.resolveByHand(reason) : reason;
        hold(books, shipment, doubtful ? DeliveryState.IN_DOUBT : DeliveryState.REJECTED, told);
        if (Outcomes.isOfOneDocument(reason)) {
            works(books, shipment);
        }
        if (nobody) {
            unreachable.unknown(books, shipment, reason);
            if (!shipment.isByFormerGateway()) {
                channels.answered(books, shipment.delivery().company());
            }
        }
    }

    void delivered(Ledger.Books books, Shipment shipment, String reference) {
        arrived(books, shipment, reference);
        works(books, shipment);
    }

    /** As {@link #delivered}, found out in some other way than by a call that got through. */
    void arrived(Ledger.Books books, Shipment shipment, String reference) {
        Delivery delivery = shipment.delivery();
        LedgerInvoice invoice = shipment.invoice();
        SendingMethod method = delivery.destination().method();
        books.deliveries().delivered(delivery.id(), reference);
        if (method == SendingMethod.PEPPOL && showsWhoIsReached(delivery)) {
            books.reachings()
                    .reached(
                            delivery.company(),
                            Unreachable.receiver(delivery),
                            Unreachable.type(invoice),
                            clock.instant());
        }
        Optional<String> externalId = method == SendingMethod.PEPPOL ? Optional.of(reference) : Optional.empty();
        books.invoices().sent(invoice.id(), externalId, SentFolder.month(clock.instant()) + "/" + invoice.stem());
        books.events()
                .add(invoice.id(), "sent", SentTexts.dutch(method, reference), SentTexts.english(method, reference));
        LOG.info("{}: {} {}", invoice.company(), invoice.number(), SentTexts.dutch(method, reference));
    }

    /** The PSB takes a document whoever it is for; who is there it says when it is asked, or later. */
    private static boolean showsWhoIsReached(Delivery delivery) {
        return delivery.passage()
                .filter(passage -> passage.gateway().tellsWhoIsReached())
                .isEmpty();
    }

    /** The other side asked to be left alone for a while: a wish about all of the channel, which is no trouble yet. */
    void rest(Ledger.Books books, Shipment shipment, Reason reason, Optional<Duration> time) {
        Delivery delivery = shipment.delivery();
        time.filter(wait -> !shipment.isByFormerGateway())
                .ifPresent(wait -> channels.rest(books, delivery.company(), channel(delivery), reason, wait));
    }

    private void temporary(Ledger.Books books, Shipment shipment, AttemptOutcome.Temporary temporary) {
        Reason reason = temporary.reason();
        Delivery delivery = shipment.delivery();
        Instant now = clock.instant();
        rest(books, shipment, reason, temporary.retryAfter());
        Instant since = delivery.failingSince().orElse(now);
        int failures = 1 + failures(books, shipment, since);
        DeliveryState state = stillDoubtful(shipment);
        if (policy.isTimeToGiveUp(since, now, failures)) {
            if (state == DeliveryState.IN_DOUBT) {
                hold(books, shipment, state, Outcomes.resolveByHand(Outcomes.cannotLook(reason)));
            } else {
                hold(books, shipment, DeliveryState.REJECTED, Outcomes.gaveUp(reason));
            }
            return;
        }
        Instant next = shipment.notBefore(now.plus(policy.delay(failures)), now, temporary.retryAfter());
        books.deliveries().state(delivery.id(), state, Optional.of(next), Optional.of(since));
        books.events().add(shipment.invoice().id(), RETRY, reason.dutch(), reason.english());
        tell(shipment, "later opnieuw: " + reason.dutch());
    }

    /** An attempt that repeats a doubtful one and certainly came to nothing says nothing of that one. */
    private static DeliveryState stillDoubtful(Shipment shipment) {
        return shipment.delivery().isRepeated() ? DeliveryState.IN_DOUBT : DeliveryState.WAITING;
    }

    /** The company's channel works; what got through by a gateway that it used before says nothing of that. */
    private void works(Ledger.Books books, Shipment shipment) {
        if (!shipment.isByFormerGateway()) {
            channels.works(books, shipment.delivery().company(), channel(shipment.delivery()));
        }
    }

    private void inDoubt(Ledger.Books books, Shipment shipment, AttemptOutcome.InDoubt doubt) {
        Reason reason = doubt.reason();
        Delivery delivery = shipment.delivery();
        Instant now = clock.instant();
        Instant since = delivery.failingSince().orElse(now);
        if (delivery.destination().method() == SendingMethod.PEPPOL) {
            int repeats = delivery.isRepeated() ? 1 + failures(books, shipment, since) : 0;
            if (repeats > 0 && policy.isTimeToGiveUp(since, now, repeats)) {
                hold(books, shipment, DeliveryState.IN_DOUBT, Outcomes.resolveByHand(Outcomes.cannotLook(reason)));
                return;
            }
            books.deliveries()
                    .state(
                            delivery.id(),
                            DeliveryState.IN_DOUBT,
                            Optional.of(shipment.notBefore(now.plus(waitInDoubt(repeats)), now, doubt.retryAfter())),
                            Optional.of(since));
            books.events()
                    .add(shipment.invoice().id(), repeats > 0 ? RETRY : IN_DOUBT, reason.dutch(), reason.english());
        } else if (PrintConsequences.job(books, delivery).isPresent()) {
            printing.toBeAsked(books, shipment, reason);
        } else if (shipment.company().inDoubt() == InDoubtPolicy.RESEND) {
            resend(books, shipment, reason, since, now);
        } else {
            hold(books, shipment, DeliveryState.IN_DOUBT, Outcomes.resolveByHand(reason));
        }
        LOG.warn("{}: {} in twijfel: {}", delivery.company(), shipment.invoice().label(), reason.dutch());
    }

    /** Longer each time that the same document was sent again and stayed in doubt. */
    private Duration waitInDoubt(int repeats) {
        Duration longer = repeats == 0 ? Duration.ZERO : policy.delay(repeats);
        return longer.compareTo(settings.inDoubtWait()) > 0 ? longer : settings.inDoubtWait();
    }

    /** Better twice than not at all, as its company wants it; what is never certain is for a person in the end. */
    void resend(Ledger.Books books, Shipment shipment, Reason reason, Instant since, Instant now) {
        int failures = 1 + failures(books, shipment, since);
        if (policy.isTimeToGiveUp(since, now, failures)) {
            hold(books, shipment, DeliveryState.IN_DOUBT, Outcomes.resolveByHand(reason));
            return;
        }
        Instant next = now.plus(policy.delay(failures));
        books.deliveries()
                .state(shipment.delivery().id(), DeliveryState.WAITING, Optional.of(next), Optional.of(since));
        Reason again = Outcomes.sentAgain(reason);
        books.events().add(shipment.invoice().id(), RETRY, again.dutch(), again.english());
    }

    /** A doubtful one did not arrive: again, at once the first time, with growing waits when it goes on like this. */
    void absent(Ledger.Books books, Shipment shipment) {
        Delivery delivery = shipment.delivery();
        Instant now = clock.instant();
        Instant since = delivery.failingSince().orElse(now);
        int before = failures(books, shipment, since);
        if (policy.isTimeToGiveUp(since, now, 1 + before)) {
            hold(books, shipment, DeliveryState.REJECTED, Outcomes.gaveUp(Outcomes.neverArrives()));
            return;
        }
        Instant next = before == 0 ? now : now.plus(policy.delay(before));
        books.deliveries().state(delivery.id(), DeliveryState.WAITING, Optional.of(next), Optional.of(since));
        books.events()
                .add(
                        shipment.invoice().id(),
                        ABSENT,
                        "Niet gevonden bij eConnect: hij is niet aangekomen en wordt opnieuw verzonden.",
                        "Not found at eConnect: it did not arrive and is sent again.");
        tell(shipment, "staat niet bij eConnect; wordt opnieuw verzonden");
    }

    /** A doubtful one could not be looked up, which it must be before anything else; a person is asked in the end. */
    void lookAgain(Ledger.Books books, Shipment shipment, Reason reason, Instant at) {
        Delivery delivery = shipment.delivery();
        Instant now = clock.instant();
        if (policy.isTimeToGiveUp(delivery.failingSince().orElse(now), now)) {
            hold(books, shipment, DeliveryState.IN_DOUBT, Outcomes.resolveByHand(Outcomes.cannotLook(reason)));
            return;
        }
        books.deliveries().state(delivery.id(), DeliveryState.IN_DOUBT, Optional.of(at), delivery.failingSince());
        tell(shipment, "kan nog niet nagekeken worden: " + reason.dutch());
    }

    /** The receiver can be reached: the answer is kept, and the delivery goes to the identifier that is registered. */
    void reachable(Ledger.Books books, Shipment shipment, Reach.Reachable reachable) {
        unreachable.reachable(books, shipment, reachable);
    }

    /** What follows from an answer that came without an attempt. */
    void notSent(Ledger.Books books, Asked asked) {
        Shipment shipment = asked.shipment();
        if (asked instanceof Asked.NotRegistered not) {
            unreachable.follow(books, shipment, not.nobody());
        } else if (asked instanceof Asked.NotForType not) {
            unreachable.notForType(books, shipment, not.reason());
        } else if (asked instanceof Asked.Later later) {
            temporary(books, shipment, new AttemptOutcome.Temporary(later.reason(), later.restAskedFor()));
            return;
        } else if (asked instanceof Asked.Blocked blocked) {
            blocked(books, shipment, blocked.reason());
            return;
        } else {
            throw new IllegalArgumentException(
                    "nothing keeps " + shipment.invoice().label() + " from being sent");
        }
        channels.answered(books, shipment.delivery().company());
    }

    private static void tell(Shipment shipment, String what) {
        LOG.info("{}: {} {}", shipment.company().key(), shipment.invoice().label(), what);
    }

    /** Holds the invoice; its delivery does nothing more by itself. */
    void hold(Ledger.Books books, Shipment shipment, DeliveryState state, Reason reason) {
        books.deliveries().state(shipment.delivery().id(), state, Optional.empty(), Optional.empty());
        HeldInvoices.hold(books, shipment.invoice().id(), reason);
    }

    /** Failures in a row so far; those before a pause of the channel do not count. */
    static int failures(Ledger.Books books, Shipment shipment, Instant since) {
        return (int) books.events().of(shipment.invoice().id()).stream()
                .filter(event -> event.kind().equals(RETRY) || event.kind().equals(ABSENT))
                .filter(event -> !event.at().isBefore(since))
                .count();
    }

    private static Channel channel(Delivery delivery) {
        return Channel.of(delivery.destination().method());
    }
}
