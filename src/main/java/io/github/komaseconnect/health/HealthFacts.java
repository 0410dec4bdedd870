package io.github.komaseconnect.health;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import io.github.komaseconnect.ledger.Pause;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** How it goes, by what the ledger knows. Names of companies and kinds of troubles, but no invoice, customer or secret. */
public final class HealthFacts {
    private static final String UNREACHABLE = "the ledger cannot be used";

    private final Companies companies;
    private final Ledger ledger;

    /** The facts about these companies. */
    public HealthFacts(Companies companies, Ledger ledger) {
        this.companies = companies;
        this.ledger = ledger;
    }

    /** Whether the ledger answers. */
    public Verdict ledger() {
        return asked(books -> {
            books.orders().open();
            return Verdict.well(Map.of());
        });
    }

    /** Whether anything is wrong that people were told of. */
    public Verdict alarms() {
        return asked(books -> of(books.alarms().open(), "alarms are open"));
    }

    /** Whether folders and disks can be used. */
    public Verdict folders() {
        return asked(books -> of(beginningWith(books, "folder/", "disk/", "hangs"), "folders or disks need somebody"));
    }

    /** When the purchase invoices of each company were fetched last, and whether that is too long ago. */
    public Verdict refreshes() {
        return asked(books -> {
            Map<String, String> details = new TreeMap<>();
            for (Company company : companies.all()) {
                details.put(
                        company.key(),
                        books.receipts()
                                .watermark(company.key())
                                .map(mark -> mark.refreshedAt().toString())
                                .orElse("never"));
            }
            List<Alarm> late = beginningWith(books, "late/", "refresh/");
            return late.isEmpty()
                    ? Verdict.well(details)
                    : Verdict.wrong(
                            "purchase invoices are not fetched: "
                                    + String.join(
                                            ", ",
                                            late.stream()
                                                    .map(Alarm::company)
                                                    .distinct()
                                                    .toList()),
                            details);
        });
    }

    /** What came by hooks of each company, and whether somebody should look at it. */
    public Verdict hooks() {
        return asked(books -> {
            Map<String, String> details = new TreeMap<>();
            books.hooks()
                    .traffic()
                    .forEach(hooks -> details.put(
                            hooks.company(),
                            "last " + hooks.lastAt().map(Instant::toString).orElse("never") + ", waiting "
                                    + hooks.waiting() + ", held " + hooks.held() + ", refused in a row "
                                    + hooks.refusedInARow()));
            List<Alarm> alarms = beginningWith(books, "hook/", "hooks/");
            return alarms.isEmpty()
                    ? Verdict.well(details)
                    : Verdict.wrong(
                            "hooks need somebody: "
                                    + String.join(
                                            ", ",
                                            alarms.stream()
                                                    .map(Alarm::cause)
                                                    .distinct()
                                                    .toList()),
                            details);
        });
    }

    /** What is at rest; wrong unless a person put it there. */
    public Verdict channels() {
        return asked(books -> {
            List<Pause> pauses = books.pauses().all();
            Map<String, String> details = new TreeMap<>();
            pauses.forEach(pause -> details.put(
                    pause.company() + "/" + pause.channel().name(), pause.reasonCode() + " since " + pause.since()));
            boolean blocked = pauses.stream().anyMatch(pause -> pause.channel() != Channel.ALL);
            return blocked ? Verdict.wrong("channels are blocked", details) : Verdict.well(details);
        });
    }

    private static List<Alarm> beginningWith(Ledger.Books books, String... prefixes) {
        return books.alarms().open().stream()
                .filter(alarm -> Stream.of(prefixes).anyMatch(alarm.cause()::startsWith))
                .toList();
    }

    private static Verdict of(List<Alarm> alarms, String message) {
        Map<String, String> details = new TreeMap<>();
        alarms.forEach(alarm -> details.put(alarm.cause(), alarm.reason().code() + " since " + alarm.raisedAt()));
        return alarms.isEmpty() ? Verdict.well(details) : Verdict.wrong(alarms.size() + " " + message, details);
    }

    private Verdict asked(Function<Ledger.Books, Verdict> question) {
        try {
            return ledger.reading(question);
        } catch (LedgerUnavailableException e) {
            return Verdict.wrong(UNREACHABLE, Map.of());
        }
    }
}
