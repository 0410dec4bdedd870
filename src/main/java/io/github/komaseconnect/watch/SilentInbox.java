package io.github.komaseconnect.watch;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.alarm.OpenAlarms;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.folder.Lane;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Receipts.Watermark;
import io.github.komaseconnect.reason.DueTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tells when a company that usually receives purchase invoices receives none any more, although its list is read. */
public final class SilentInbox implements Watch {
    private final Companies companies;
    private final Ledger ledger;
    private final AlarmBell alarms;
    private final Duration every;
    private final Clock clock;
    private final Map<String, Instant> looked = new ConcurrentHashMap<>();

    /**
     * Watches these companies.
     *
     * @param every how often each of them; it takes some reading
     */
    public SilentInbox(Companies companies, Ledger ledger, AlarmBell alarms, Duration every, Clock clock) {
        this.companies = companies;
        this.ledger = ledger;
        this.alarms = alarms;
        this.every = every;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "silent-inbox";
    }

    @Override
    public void look(Lane lane) {
        Instant now = clock.instant();
        OpenAlarms open = OpenAlarms.of(alarms, "silent/");
        List<Company> all = companies.all();
        looked.keySet().retainAll(all.stream().map(Company::key).toList());
        all.stream()
                .filter(company -> DueTime.isAtLeast(every, looked.getOrDefault(company.key(), Instant.EPOCH), now))
                .forEach(company -> {
                    looked.put(company.key(), now);
                    look(company, now, open);
                });
    }

    private void look(Company company, Instant now, OpenAlarms open) {
        String cause = "silent/" + company.key();
        Optional<Duration> limit = company.watch().silence();
        if (limit.isEmpty()) {
            open.clear(cause);
            return;
        }
        // what the list was not read for is not silence: that is told by the watch over the refreshes
        Instant until = ledger.reading(books -> books.receipts().watermark(company.key()))
                .map(Watermark::refreshedAt)
                .filter(at -> at.isBefore(now))
                .orElse(now);
        List<Instant> received =
                ledger
                        .reading(books -> books.watching().received(company.key(), until.minus(UsualSilence.HISTORY)))
                        .stream()
                        .filter(at -> !at.isAfter(until))
                        .toList();
        Optional<Instant> strangeSince = UsualSilence.longest(received, limit.get())
                .map(strange -> Map.entry(strange, received.get(received.size() - 1)))
                .filter(last -> WorkingTime.between(last.getValue(), until).compareTo(last.getKey()) >= 0)
                .map(Map.Entry::getValue);
        if (strangeSince.isPresent()) {
            alarms.raise(cause, company.key(), WatchReasons.silent(strangeSince.get()), "");
        } else if (open.has(cause)) {
            endWhenSomethingCame(company, cause, until);
        }
    }

    /** History moves on while the silence lasts, until nothing is usual any more: only an invoice ends the alarm. */
    private void endWhenSomethingCame(Company company, String cause, Instant until) {
        Duration limit = company.watch().silence().orElseThrow();
        boolean silent = alarms.open(cause).stream()
                .filter(alarm -> alarm.cause().equals(cause))
                .anyMatch(
                        alarm -> ledger
                                .reading(books -> books.watching()
                                        .received(
                                                company.key(), alarm.raisedAt().minus(limit)))
                                .stream()
                                .noneMatch(at -> !at.isAfter(until)));
        if (!silent) {
            alarms.clear(cause);
        }
    }
}
