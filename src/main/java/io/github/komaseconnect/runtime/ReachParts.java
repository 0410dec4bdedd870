package io.github.komaseconnect.runtime;

import io.github.komaseconnect.configuration.GlobalSettings;
import io.github.komaseconnect.delivery.PeppolReach;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reachability.ReachInquiry;
import io.github.komaseconnect.reachability.ReachRules;
import io.github.komaseconnect.sales.RelationDesk;
import java.time.Clock;

/** The parts that ask whether a customer can be reached over Peppol. */
final class ReachParts {
    private ReachParts() {}

    static PeppolReach peppolReach(RelationDesk relations, Ledger ledger, GlobalSettings settings, Clock clock) {
        return new PeppolReach(
                ReachInquiry.onlyBySending(),
                relations,
                ledger,
                new ReachRules(settings.delivery().reach()),
                clock);
    }
}
