package io.github.komaseconnect.watch;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.alarm.OpenAlarms;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.folder.Lane;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Watching;
import io.github.komaseconnect.reason.DutchTime;
import io.github.komaseconnect.reason.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tells of invoices that have been on their way for too long, and of those that are held and nobody looks after. */
public final class OldWork implements Watch {
    private static final int MOST = 500;

    private final Companies companies;
    private final Ledger ledger;
    private final AlarmBell alarms;
    private final Duration delay;
    private final Clock clock;

    /**
     * Watches these companies.
     *
     * @param delay how long invoices are kept on purpose before they are sent
     */
    public OldWork(Companies companies, Ledger ledger, AlarmBell alarms, Duration delay, Clock clock) {
        this.companies = companies;
        this.ledger = ledger;
        this.alarms = alarms;
        this.delay = delay;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "old-work";
    }

    @Override
    public void look(Lane lane) {
        OpenAlarms open = OpenAlarms.of(alarms, "old/");
        List<Company> all = companies.all();
        Set<String> onItsWay = having(
                all.stream()
                        .flatMap(company -> company.watch().deliveries().stream())
                        .map(limit -> limit.plus(delay)),
                Watching::companiesWorkedOnSince);
        Set<String> held =
                having(all.stream().flatMap(company -> company.watch().held().stream()), Watching::companiesHeldSince);
        all.forEach(company -> {
            look(
                    company,
                    open,
                    "old/" + company.key() + "/on-its-way",
                    company.watch().deliveries().map(limit -> limit.plus(delay)),
                    WatchReasons::oldDeliveries,
                    onItsWay,
                    (books, limit) ->
                            books.workedOnSince(company.key(), clock.instant().minus(limit), MOST));
            look(
                    company,
                    open,
                    "old/" + company.key() + "/held",
                    company.watch().held(),
                    WatchReasons::oldHeld,
                    held,
                    (books, limit) ->
                            books.heldSince(company.key(), clock.instant().minus(limit), MOST));
        });
    }

    /** Companies that may have some such work, by the shortest of all limits: most have none, and need not be asked for. */
    private Set<String> having(Stream<Duration> limits, BiFunction<Watching, Instant, List<String>> question) {
        return limits.min(Duration::compareTo)
                .map(shortest -> clock.instant().minus(shortest))
                .map(before -> Set.copyOf(ledger.reading(books -> question.apply(books.watching(), before))))
                .orElse(Set.of());
    }

    private interface Question {
        List<Watching.OldWork> ask(Watching books, Duration limit);
    }

    private void look(
            Company company,
            OpenAlarms open,
            String cause,
            Optional<Duration> limit,
            Function<Duration, Reason> reason,
            Set<String> having,
            Question question) {
        List<Watching.OldWork> old = limit.isEmpty() || !having.contains(company.key())
                ? List.of()
                : ledger.reading(books -> question.ask(books.watching(), limit.get()));
        if (old.isEmpty()) {
            open.clear(cause);
        } else {
            alarms.raise(
                    cause,
                    company.key(),
                    reason.apply(limit.orElseThrow()),
                    old.stream().map(OldWork::touch).toList());
        }
    }

    private static String touch(Watching.OldWork old) {
        LedgerInvoice invoice = old.invoice();
        String party = invoice.party().isEmpty() ? "" : " (" + invoice.party() + ")";
        return invoice.label() + party + ", kenmerk " + invoice.id() + ", " + DutchTime.day(old.since());
    }
}
