package io.github.komaseconnect.runtime;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.configuration.CredentialsSource;
import io.github.komaseconnect.configuration.GlobalSettings;
import io.github.komaseconnect.delivery.RetryPolicy;
import io.github.komaseconnect.following.SentHooks;
import io.github.komaseconnect.hook.HookDesk;
import io.github.komaseconnect.hook.HookReception;
import io.github.komaseconnect.hook.HookRefusals;
import io.github.komaseconnect.hook.HookTopics;
import io.github.komaseconnect.hook.HookWatch;
import io.github.komaseconnect.hook.MailboxDesk;
import io.github.komaseconnect.hook.MailedInvoices;
import io.github.komaseconnect.hook.mailbox.HookMailboxes;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.mail.MailTokens;
import io.github.komaseconnect.purchase.Arrivals;
import io.github.komaseconnect.watch.Watch;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Puts together what receives and processes hooks. */
record HookParts(HookReception reception, HookDesk desk, HookMailboxes mailboxes, Watch watch) {
    /** The name of the bean that takes in. */
    static final String RECEPTION = "hookReception";

    static HookParts of(
            Companies companies,
            GlobalSettings settings,
            CredentialsSource credentials,
            MailTokens tokens,
            Ledger ledger,
            Archive archive,
            Path tmp,
            AlarmBell alarms,
            SentHooks sentHooks,
            Clock clock) {
        HookRefusals refusals = new HookRefusals(ledger, clock);
        UblReader reader = new UblReader(SafeXml.ofArrivals());
        Arrivals arrivals = new Arrivals(ledger, archive, reader, clock);
        HookReception reception = new HookReception(companies, credentials::hookSecret, ledger, refusals, clock);
        List<HookTopics> takers = List.of(sentHooks);
        boolean listens = settings.hooks().port().isPresent();
        return new HookParts(
                reception,
                new HookDesk(companies, ledger, arrivals, takers, RetryPolicy.of(settings.delivery()), clock),
                new HookMailboxes(
                        new MailboxDesk(companies, ledger, alarms, new MailedInvoices(arrivals, reader)),
                        BounceWiring.door(credentials::hookMailboxPassword, companies, credentials, tokens),
                        tmp,
                        settings.pickup().maxSize(),
                        clock),
                new HookWatch(companies, ledger, refusals, key -> listens && reception.knows(key), alarms, clock));
    }

    /** Adds what the routes call; gives the watch over it. */
    Watch into(Map<String, Object> beans) {
        beans.put(RECEPTION, reception);
        beans.put("hookDesk", desk);
        beans.put("hookMailboxes", mailboxes);
        return watch;
    }
}
