package io.github.komaseconnect.watch;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.alarm.OpenAlarms;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.folder.Lane;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.ledger.Receipts.Watermark;
import io.github.komaseconnect.purchase.RefreshSchedule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Tells when the purchase invoices of a company were not fetched, for whatever cause, although the schedule wanted it. One that
 * a person put to rest gets a day more: a pause may be forgotten too.
 */
public final class LateRefresh implements Watch {
    private static final Duration REST = Duration.ofDays(1);
    /** After a start or a rest the list is read within minutes. */
    private static final Duration TO_CATCH_UP = Duration.ofMinutes(10);

    private final Companies companies;
    private final Ledger ledger;
    private final AlarmBell alarms;
    private final Clock clock;
    private final Map<String, Instant> ableSince = new ConcurrentHashMap<>();

    /** Watches these companies. */
    public LateRefresh(Companies companies, Ledger ledger, AlarmBell alarms, Clock clock) {
        this.companies = companies;
        this.ledger = ledger;
        this.alarms = alarms;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "late-refresh";
    }

    @Override
    public void look(Lane lane) {
        OpenAlarms open = OpenAlarms.of(alarms, "late/");
        List<Company> all = companies.all();
        // one that comes back has to catch up first
        ableSince.keySet().retainAll(all.stream().map(Company::key).toList());
        Map<String, Watermark> marks = ledger.reading(books -> books.receipts().watermarks());
        Set<String> resting = ledger.reading(books -> books.pauses().all()).stream()
                .filter(pause -> pause.channel() == Channel.ALL)
                .map(Pause::company)
                .collect(Collectors.toSet());
        all.forEach(company ->
                look(company, Optional.ofNullable(marks.get(company.key())), resting.contains(company.key()), open));
    }

    private void look(Company company, Optional<Watermark> mark, boolean resting, OpenAlarms open) {
        String cause = "late/" + company.key();
        Optional<Duration> limit = company.watch().refresh();
        if (limit.isEmpty()) {
            open.clear(cause);
            return;
        }
        Instant now = clock.instant();
        Instant able = ableSince.merge(
                company.key(), now, (before, current) -> resting || before.isAfter(current) ? current : before);
        Instant last =
                mark.map(Watermark::refreshedAt).filter(at -> !at.isAfter(now)).orElse(able);
        Duration patience = resting ? limit.get().plus(REST) : limit.get();
        boolean canBeJudged =
                resting || !able.plus(shorter(TO_CATCH_UP, patience)).isAfter(now);
        if (isLate(RefreshSchedule.of(company), last, patience, now)) {
            if (canBeJudged) {
                alarms.raise(cause, company.key(), WatchReasons.lateRefresh(last), "");
            }
        } else {
            open.clear(cause);
        }
    }

    /** Whether the first moment after {@code last} has passed for longer than the patience. */
    static boolean isLate(RefreshSchedule schedule, Instant last, Duration patience, Instant now) {
        return schedule.next(last)
                .filter(moment -> !moment.plus(patience).isAfter(now))
                .isPresent();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
