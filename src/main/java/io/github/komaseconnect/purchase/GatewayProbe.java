package io.github.komaseconnect.purchase;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.delivery.Channels;
import io.github.komaseconnect.econnect.Connections;
import io.github.komaseconnect.econnect.EConnect.AccountParty;
import io.github.komaseconnect.econnect.EConnect.Permission;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.relation.IdentifierReader;
import io.github.komaseconnect.relation.SendingMethod;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks a gateway without a list of what arrived whether it works again. Where it has one, reading it shows that; where an
 * invoice waits to be sent, that one tries. With neither, a company that was blocked once would neither receive nor answer
 * suppliers any more, until the next invoice happens to be sent.
 */
final class GatewayProbe {
    private static final int ENOUGH = 1_000;

    private final Connections connections;
    private final Ledger ledger;
    private final Channels channels;
    private final Clock clock;

    GatewayProbe(Connections connections, Ledger ledger, Channels channels, Clock clock) {
        this.connections = connections;
        this.ledger = ledger;
        this.channels = channels;
        this.clock = clock;
    }

    /** Asks, if that is all that can show it; a question that changes nothing, and an answer that is no use is let be. */
    void ask(Company company) {
        Optional<Pause> blocked = ledger.reading(books -> blocked(books, company));
        if (blocked.isEmpty()) {
            return;
        }
        Reply<List<AccountParty>> reply =
                connections.of(company, company.gateway()).accountParties();
        if (reply instanceof Reply.Done<List<AccountParty>> done && maySend(blocked.get(), company, done.value())) {
            ledger.record(books -> channels.works(books, company.key(), Channel.ECONNECT));
        }
    }

    private Optional<Pause> blocked(Ledger.Books books, Company company) {
        return books.pauses()
                .find(company.key(), Channel.ECONNECT)
                .filter(pause -> !Channels.isForATime(pause) && !isTried(books, company));
    }

    /** One that waits for something else, or goes by a gateway that was left, shows nothing of this one now. */
    private boolean isTried(Ledger.Books books, Company company) {
        return books
                .deliveries()
                .due(company.key(), clock.instant(), List.of(SendingMethod.PEPPOL), Set.of(), ENOUGH)
                .stream()
                .anyMatch(delivery -> delivery.passage()
                        .filter(way -> way.gateway() != company.gateway())
                        .isEmpty());
    }

    /** For want of a permission the account is let in, and may still not send. */
    private static boolean maySend(Pause pause, Company company, List<AccountParty> parties) {
        return !PurchaseReasons.onlyForOneKindOfCall(pause.reasonCode())
                || parties.stream()
                        .filter(party -> new IdentifierReader().isParty(party.companyId(), company.partyId()))
                        .anyMatch(party -> !party.missing().contains(Permission.SEND));
    }
}
