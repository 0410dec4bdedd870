package io.github.komaseconnect.watch;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.alarm.OpenAlarms;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.folder.Lane;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.NumberBook;
import io.github.komaseconnect.ledger.NumberBook.Gap;
import io.github.komaseconnect.ledger.NumberBook.Numbered;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells of invoice numbers that were left out while later ones came: an export that went wrong is seen in nothing else. What
 * the ledger has, in whatever state, is not missing. Numbers are read from the first start on, not those of before.
 */
public final class NumberGaps implements Watch {
    private static final String READ_UP_TO = "numbers";
    private static final int AT_A_TIME = 200;
    private static final int MOST_TURNS = 50;

    private final Companies companies;
    private final Ledger ledger;
    private final AlarmBell alarms;
    private final Clock clock;

    /** Watches the numbers of these companies. */
    public NumberGaps(Companies companies, Ledger ledger, AlarmBell alarms, Clock clock) {
        this.companies = companies;
        this.ledger = ledger;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** The cause of the alarm about missing numbers of a company. */
    public static String cause(String company) {
        return "gaps/" + company;
    }

    @Override
    public String name() {
        return "number-gaps";
    }

    @Override
    public void look(Lane lane) {
        int turns = 0;
        while (readOn() && turns < MOST_TURNS) {
            turns++;
        }
        OpenAlarms open = OpenAlarms.of(alarms, "gaps/");
        Set<String> missing =
                Set.copyOf(ledger.reading(books -> books.watching().numbers().companiesMissing()));
        companies.all().forEach(company -> tell(company, open, missing));
    }

    /** Reads some numbers on; whether there may be more. */
    private boolean readOn() {
        boolean nothingNew = ledger.reading(books -> books.watching()
                .mark(READ_UP_TO)
                .filter(upTo -> upTo == books.watching().numbers().newestInvoice())
                .isPresent());
        return !nothingNew && readSome();
    }

    private boolean readSome() {
        return ledger.inTransaction(books -> {
            NumberBook numbers = books.watching().numbers();
            Optional<Long> readUpTo = books.watching().mark(READ_UP_TO);
            if (readUpTo.isEmpty()) {
                books.watching().mark(READ_UP_TO, numbers.newestInvoice());
                return false;
            }
            List<Numbered> some = numbers.after(readUpTo.get(), AT_A_TIME);
            some.forEach(invoice -> NumberReading.read(numbers, invoice, clock.instant()));
            boolean more = some.size() == AT_A_TIME;
            // purchase invoices are passed over once, not at every look
            long upTo = more ? some.get(some.size() - 1).invoiceId() : numbers.newestInvoice();
            if (upTo != readUpTo.get()) {
                books.watching().mark(READ_UP_TO, upTo);
            }
            return more;
        });
    }

    private void tell(Company company, OpenAlarms open, Set<String> having) {
        String cause = cause(company.key());
        Optional<Duration> limit = company.watch().gaps().filter(wait -> having.contains(company.key()));
        List<Gap> missing = limit.map(wait -> missing(company.key(), wait)).orElseGet(List::of);
        if (missing.isEmpty()) {
            open.clear(cause);
        } else {
            alarms.raise(
                    cause,
                    company.key(),
                    WatchReasons.gaps(),
                    missing.stream().map(Gap::number).distinct().toList());
        }
    }

    private List<Gap> missing(String company, Duration wait) {
        Instant before = clock.instant().minus(wait);
        List<Gap> missing = ledger.reading(books -> books.watching().numbers().missing(company, before));
        if (missing.isEmpty()) {
            return missing;
        }
        return ledger.inTransaction(books -> {
            NumberBook numbers = books.watching().numbers();
            numbers.closeKnown(company);
            return numbers.missing(company, before);
        });
    }
}
