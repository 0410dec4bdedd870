package io.github.komaseconnect.runtime;

import io.github.komaseconnect.configuration.GlobalSettings;
import io.github.komaseconnect.delivery.PeppolReach;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reachability.EConnectInquiry;
import io.github.komaseconnect.reachability.ReachRules;
import io.github.komaseconnect.sales.RelationDesk;
import java.time.Clock;

/** The parts that ask whether a customer can be reached over Peppol. */
final class ReachParts {
    private ReachParts() {}

    static PeppolReach peppolReach(
            Gateways gateways, RelationDesk relations, Ledger ledger, GlobalSettings settings, Clock clock) {
        return new PeppolReach(
                new EConnectInquiry(gateways, gateways::bus),
                relations,
                ledger,
                new ReachRules(settings.delivery().reach()),
                clock);
    }
}
