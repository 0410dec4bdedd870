package io.github.komaseconnect.runtime;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.configuration.GlobalSettings;
import io.github.komaseconnect.delivery.AttemptBook;
import io.github.komaseconnect.delivery.Channels;
import io.github.komaseconnect.delivery.InDoubtDesk;
import io.github.komaseconnect.delivery.OutboxSearch;
import io.github.komaseconnect.delivery.SentElsewhere;
import io.github.komaseconnect.following.OutboxLines;
import io.github.komaseconnect.following.OutboxLook;
import io.github.komaseconnect.following.SeenFirst;
import io.github.komaseconnect.following.SentHooks;
import io.github.komaseconnect.following.StatusPolls;
import io.github.komaseconnect.following.Tidings;
import io.github.komaseconnect.invoice.UblFingerprint;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.sales.Placement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Puts together what asks eConnect about invoices: in doubt, sent and followed, or sent by another program. */
final class FollowWiring {
    private final Companies companies;
    private final GlobalSettings settings;
    private final Ledger ledger;
    private final Clock clock;
    private final Map<String, Object> beans;

    /** Adds to {@code beans}. */
    FollowWiring(Companies companies, GlobalSettings settings, Ledger ledger, Clock clock, Map<String, Object> beans) {
        this.companies = companies;
        this.settings = settings;
        this.ledger = ledger;
        this.clock = clock;
        this.beans = beans;
    }

    /** Gives what is to forget a company that has gone. */
    List<Consumer<String>> wire(
            Gateways connections,
            Archive archive,
            UblReader reader,
            UblFingerprint fingerprint,
            AttemptBook attempts,
            Channels channels,
            Placement placement,
            AlarmBell alarms,
            SentHooks sentHooks) {
        OutboxSearch search = new OutboxSearch(connections, ledger, reader, fingerprint);
        beans.put(
                "inDoubtDesk",
                new InDoubtDesk(ledger, archive, search, attempts, channels, placement, settings.delivery(), clock));
        Tidings tidings = new Tidings(clock);
        SentElsewhere elsewhere = new SentElsewhere(ledger, archive, search, attempts, placement, clock);
        OutboxLines lines = new OutboxLines(ledger, tidings, placement, elsewhere::found, clock);
        OutboxLook look = new OutboxLook(
                companies, connections, ledger, channels, lines, elsewhere, alarms, settings.following(), clock);
        StatusPolls polls =
                new StatusPolls(companies, connections::bus, ledger, channels, sentHooks, settings.following(), clock);
        beans.put("statusPolls", polls);
        beans.put("sentElsewhere", elsewhere);
        beans.put("outboxLook", look);
        SeenFirst seenFirst = new SeenFirst(look, attempts, ledger, settings.following(), clock);
        beans.put("seenFirst", seenFirst);
        return List.of(elsewhere::forget, look::forget, polls::forget);
    }
}
