package io.github.komaseconnect.runtime;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.configuration.CredentialsSource;
import io.github.komaseconnect.configuration.GlobalSettings;
import io.github.komaseconnect.delivery.RetryPolicy;
import io.github.komaseconnect.following.SentHooks;
import io.github.komaseconnect.following.Tidings;
import io.github.komaseconnect.hook.HookDesk;
import io.github.komaseconnect.hook.HookReception;
import io.github.komaseconnect.hook.HookRefusals;
import io.github.komaseconnect.hook.HookTopics;
import io.github.komaseconnect.hook.HookWatch;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.purchase.Arrivals;
import io.github.komaseconnect.watch.Watch;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Puts together what receives and processes hooks. */
record HookParts(HookReception reception, HookDesk desk, Watch watch) {
    /** The name of the bean that takes in. */
    static final String RECEPTION = "hookReception";

    static HookParts of(
            Companies companies,
            GlobalSettings settings,
            CredentialsSource credentials,
            Ledger ledger,
            AlarmBell alarms,
            Clock clock) {
        HookRefusals refusals = new HookRefusals(ledger, clock);
        List<HookTopics> takers = List.of(new SentHooks(new Tidings(clock)));
        return new HookParts(
                new HookReception(companies, credentials::hookSecret, ledger, refusals, clock),
                new HookDesk(
                        companies,
                        ledger,
                        new Arrivals(ledger, clock),
                        takers,
                        RetryPolicy.of(settings.delivery()),
                        clock),
                new HookWatch(companies, ledger, refusals, alarms, clock));
    }

    /** Adds what the routes call; gives the watch over it. */
    Watch into(Map<String, Object> beans) {
        beans.put(RECEPTION, reception);
        beans.put("hookDesk", desk);
        return watch;
    }
}
