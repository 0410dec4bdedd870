package io.github.komaseconnect.delivery;

import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.KnownReach;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reachability.Reach;
import io.github.komaseconnect.reachability.ReachInquiry;
import io.github.komaseconnect.reachability.ReachRules;
import io.github.komaseconnect.relation.Alternative;
import io.github.komaseconnect.sales.RelationDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the receiver of a delivery can be reached over Peppol, asked before it where the gateway can be asked, and seen
 * from its refusal where it cannot; with what the policy allows in the place of Peppol.
 */
public final class PeppolReach {
    private static final Logger LOG = LoggerFactory.getLogger(PeppolReach.class);

    private final ReachInquiry inquiry;
    private final RelationDesk relations;
    private final Ledger ledger;
    private final ReachRules rules;
    private final Clock clock;

    /** Asks by {@code inquiry}; what a relation allows comes from {@code relations}, as they are then. */
    public PeppolReach(ReachInquiry inquiry, RelationDesk relations, Ledger ledger, ReachRules rules, Clock clock) {
        this.inquiry = inquiry;
        this.relations = relations;
        this.ledger = ledger;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Asks, unless the answer is known or nobody can be asked. Only a clear no keeps the delivery from being sent; it waits
     * while the last answer was a no and another cannot be had, and while eConnect asks to be left alone.
     */
    public Asked ask(Shipment shipment) throws IOException {
        String company = shipment.company().key();
        String receiver = Unreachable.receiver(shipment.delivery());
        // one that may have arrived is cleared up, whatever the receiver's standing is now
        boolean mayHaveArrived = shipment.delivery().state() != DeliveryState.WAITING;
        if (mayHaveArrived || !inquiry.canAsk(shipment.company())) {
            return new Asked.Send(shipment);
        }
        Instant now = clock.instant();
        Optional<KnownReach> known = ledger.reading(
                books -> books.reachings().find(company, receiver, Unreachable.type(shipment.invoice())));
        if (known.filter(answer -> rules.isKept(answer, now)).isPresent()) {
            return new Asked.Send(shipment);
        }
        List<String> receivers = relations.receivers(shipment.invoice(), receiver);
        Reach reach = inquiry.ask(shipment.company(), receivers, Unreachable.type(shipment.invoice()));
        if (reach instanceof Reach.Reachable reachable) {
            return new Asked.SendTo(shipment, reachable);
        }
        if (reach instanceof Reach.NotRegistered not) {
            return new Asked.NotRegistered(
                    shipment, new NobodyThere(receivers, receivers, not.reason(), instead(shipment, receivers)));
        }
        if (reach instanceof Reach.NotForType not) {
            return new Asked.NotForType(shipment, not.reason());
        }
        return notChecked(shipment, (Reach.NotChecked) reach, known, now);
    }

    /** No answer keeps nothing from being sent, unless the last one was a no or eConnect wants to be left alone. */
    private Asked notChecked(Shipment shipment, Reach.NotChecked not, Optional<KnownReach> known, Instant now) {
        LOG.info(
                "{}: {}: {}",
                shipment.company().key(),
                shipment.invoice().label(),
                not.reason().dutch());
        boolean wasNo = known.filter(answer -> rules.isStandingNo(answer, now)).isPresent();
        if (not.restAskedFor().isPresent()) {
            return new Asked.Later(shipment, not.reason(), not.restAskedFor());
        }
        if (!wasNo) {
            return new Asked.Send(shipment);
        }
        return switch (not.cause()) {
            case OF_THE_COMPANY -> new Asked.Blocked(shipment, not.reason());
            case OF_THE_QUESTION ->
                new Asked.Later(
                        shipment,
                        ReachReasons.notAnsweredAfterNo(Unreachable.receiver(shipment.delivery()), not.reason()),
                        Optional.empty());
        };
    }

    /** A refusal because nobody is there becomes that answer, with what may happen instead; anything else stays. */
    public EndedAttempt judge(EndedAttempt ended) {
        if (!(ended.outcome() instanceof AttemptOutcome.Rejected rejected)
                || !rejected.reason().code().equals(Outcomes.NOT_REACHABLE)) {
            return ended;
        }
        Shipment shipment = ended.open().shipment();
        try {
            String receiver = Unreachable.receiver(shipment.delivery());
            List<String> tried = List.of(receiver);
            List<String> known = relations.receivers(shipment.invoice(), receiver);
            return ended.with(new AttemptOutcome.NotReachable(
                    new NobodyThere(tried, known, rejected.reason(), instead(shipment, tried))));
        } catch (IOException | UncheckedIOException e) {
            return ended.with(new AttemptOutcome.Temporary(Outcomes.archiveGone(e)));
        }
    }

    private Alternative instead(Shipment shipment, List<String> receivers) throws IOException {
        String all = String.join(", ", receivers);
        return relations.instead(
                shipment.invoice(),
                receivers,
                "ontvanger " + all + " staat volgens eConnect niet in Peppol",
                "receiver " + all + " is not registered on Peppol according to eConnect");
    }
}
