package io.github.komaseconnect.bounce;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Mailing;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Bounce;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reason.DueTime;
import io.github.komaseconnect.reason.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Alarms about addresses for copies from which mails come back: one for each address. */
final class CopyAlarms {
    /** One that gave no trouble for so long is right again. */
    private static final Duration QUIET = Duration.ofDays(1);

    private final Ledger ledger;
    private final Clock clock;

    CopyAlarms(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    private static String prefix(Company company) {
        return "bounces/" + company.key() + "/copy";
    }

    /** For each address that still gets copies; of one that was corrected since there is nothing more to do. */
    static void raise(Ledger.Books books, Company company, Bounce bounce, Reason reason, String invoice) {
        List<String> now = company.mailing().copies();
        bounce.recipients().stream()
                .map(Mailing::onTheEnvelope)
                .filter(now::contains)
                .forEach(address -> books.alarms()
                        .raise(prefix(company) + "/" + address, company.key(), reason, Optional.of(invoice)));
    }

    /** Ends those about addresses that get no copies any more, or from which nothing came back for a day. */
    void end(Company company) {
        List<Alarm> open = ledger.reading(books -> books.alarms().open());
        open.stream()
                .filter(alarm -> alarm.cause().startsWith(prefix(company)))
                .filter(alarm -> isOver(company, alarm))
                .forEach(alarm -> ledger.record(books -> books.alarms().clear(alarm.cause())));
    }

    private boolean isOver(Company company, Alarm alarm) {
        String address = alarm.cause().substring(prefix(company).length()).replaceFirst("^/", "");
        Instant last = alarm.touches().stream()
                .map(Alarm.Touch::at)
                .max(Instant::compareTo)
                .orElse(alarm.raisedAt());
        return !company.mailing().copies().contains(address) || DueTime.isAtLeast(QUIET, last, clock.instant());
    }
}
