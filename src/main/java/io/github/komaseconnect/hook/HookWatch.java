package io.github.komaseconnect.hook;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.alarm.OpenAlarms;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.folder.Lane;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.HookTraffic;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reason.DueTime;
import io.github.komaseconnect.watch.Watch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Looks after the hooks: writes down what was refused, tells when that goes on, and ends what nobody else ends. */
public final class HookWatch implements Watch {
    /** One that is wrong may be a stranger; eConnect repeats. */
    private static final int REFUSED_TO_TELL = 3;
    /** Nobody orders the end of such an alarm, so it does not stay for ever. */
    private static final Duration TOLD_FOR = Duration.ofDays(7);

    private final Companies companies;
    private final Ledger ledger;
    private final HookRefusals refusals;
    private final Predicate<String> doors;
    private final AlarmBell alarms;
    private final Clock clock;

    /**
     * Looks after those of these companies.
     *
     * @param doors whether hooks for a company can come in by HTTP
     */
    public HookWatch(
            Companies companies,
            Ledger ledger,
            HookRefusals refusals,
            Predicate<String> doors,
            AlarmBell alarms,
            Clock clock) {
        this.companies = companies;
        this.ledger = ledger;
        this.refusals = refusals;
        this.doors = doors;
        this.alarms = alarms;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "hooks";
    }

    @Override
    public void look(Lane lane) {
        refusals.writeDown();
        Instant now = clock.instant();
        OpenAlarms open = OpenAlarms.of(alarms, "hook/");
        Map<String, HookTraffic> traffic = ledger.reading(books -> books.hooks().traffic()).stream()
                .collect(Collectors.toMap(HookTraffic::company, Function.identity()));
        List<Alarm> alarmed = alarms.open("");
        for (Company company : companies.all()) {
            HookTraffic ofCompany = traffic.getOrDefault(company.key(), HookTraffic.none(company.key()));
            refused(ofCompany, open, now);
            if (ofCompany.waiting() == 0) {
                open.clear(HookCause.UNEXPECTED.of(company.key()));
            }
            otherParty(company.key(), open);
            missing(company, open);
            forget(company.key(), alarmed, now);
        }
    }

    private void refused(HookTraffic traffic, OpenAlarms open, Instant now) {
        String cause = HookCause.REFUSED.of(traffic.company());
        boolean lately = traffic.refusedAt()
                .filter(at -> !DueTime.isAtLeast(TOLD_FOR, at, now))
                .isPresent();
        if (lately && traffic.refusedInARow() >= REFUSED_TO_TELL) {
            if (!open.has(cause)) {
                alarms.raise(cause, traffic.company(), HookReasons.refused(traffic, traffic.company()), "");
            }
        } else {
            open.clear(cause);
        }
    }

    /** Over when the last one was processed after all. */
    private void otherParty(String company, OpenAlarms open) {
        String cause = HookCause.OTHER_PARTY.of(company);
        if (open.has(cause)
                && ledger.reading(books -> books.hooks().countHeld(company, HookReasons.OTHER_PARTY)) == 0) {
            open.clear(cause);
        }
    }

    /** The PSB has no list: without hooks nothing would ever arrive, and nothing would be seen to be missing. */
    private void missing(Company company, OpenAlarms open) {
        String cause = HookCause.NONE.of(company.key());
        boolean heard = company.hooks().mailbox().isPresent() || doors.test(company.key());
        if (company.gateway() == Gateway.PSB && !heard) {
            if (!open.has(cause)) {
                alarms.raise(cause, company.key(), HookReasons.none(company.key()), "");
            }
        } else {
            open.clear(cause);
        }
    }

    /** Ends, without a mail, what people were told of long ago. */
    private void forget(String company, List<Alarm> alarmed, Instant now) {
        List<String> told = List.of(
                HookCause.UNREADABLE.of(company),
                HookCause.OTHER_PARTY.of(company),
                HookCause.NOT_RECEIVED.of(company),
                HookCause.FAILING.of(company),
                HookCause.MAIL.of(company));
        for (Alarm alarm : alarmed) {
            Instant last = alarm.touches().stream()
                    .map(Alarm.Touch::at)
                    .reduce(alarm.raisedAt(), (one, other) -> one.isAfter(other) ? one : other);
            if (told.contains(alarm.cause()) && DueTime.isAtLeast(TOLD_FOR, last, now)) {
                ledger.record(books -> {
                    books.alarms().clear(alarm.cause());
                    books.alarms().clearMailed(alarm.id());
                });
            }
        }
    }
}
