package io.github.komaseconnect.readiness;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.econnect.ListPage;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Receipts.Watermark;
import io.github.komaseconnect.purchase.InboxStart;
import io.github.komaseconnect.reason.DutchTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How many purchase invoices the next refresh would fetch, by the rule that the refresh goes by. Only the list is read:
 * no document is fetched, no status set, and nothing recorded.
 */
final class InboxCount {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final EConnect connection;
    private final Company company;
    private final Optional<Ledger> ledger;
    private final Duration overlap;
    private final Clock clock;

    InboxCount(EConnect connection, Company company, Optional<Ledger> ledger, Duration overlap, Clock clock) {
        this.connection = connection;
        this.company = company;
        this.ledger = ledger;
        this.overlap = overlap;
        this.clock = clock;
    }

    Finding look() {
        Optional<Watermark> before =
                ledger.flatMap(known -> known.reading(books -> books.receipts().watermark(company.key())));
        InboxStart start = InboxStart.of(company, before, overlap);
        Instant until = clock.instant().plus(LONGEST);
        Set<String> found = new HashSet<>();
        Set<String> pages = new HashSet<>();
        Optional<String> page = Optional.empty();
        do {
            Reply<ListPage> reply = connection.inbox(start.from(), page);
            if (!(reply instanceof Reply.Done<ListPage> done)) {
                return Finding.error(EConnectCheck.reason(reply));
            }
            found.addAll(wanted(start, done.value().entries()));
            page = done.value().nextPage().filter(pages::add);
        } while (page.isPresent() && clock.instant().isBefore(until));
        return finding(start, before, found.size(), page.isPresent());
    }

    private Set<String> wanted(InboxStart start, List<InboxEntry> entries) {
        Set<String> wanted = new HashSet<>();
        entries.stream().filter(start::fetches).map(InboxEntry::externalId).forEach(wanted::add);
        ledger.ifPresent(known -> {
            Collection<String> recorded =
                    known.reading(books -> books.receipts().known(company.key(), wanted));
            wanted.removeAll(recorded);
        });
        return wanted;
    }

    private Finding finding(InboxStart start, Optional<Watermark> before, int count, boolean more) {
        String dutchNumber = (more ? "minstens " : "") + count;
        String number = (more ? "at least " : "") + count;
        if (before.isPresent()) {
            return Finding.ok(
                    "check.inbox",
                    "De volgende verversing haalt " + dutchNumber + " nieuwe documenten op.",
                    "The next refresh fetches " + number + " new documents.");
        }
        String since = start.from().map(DutchTime::day).orElse("");
        String setting = "company." + company.key() + ".receive-since";
        return Finding.ok(
                "check.inbox",
                since.isEmpty()
                        ? "De eerste start haalt " + dutchNumber
                                + " inkoopfacturen op: wat nog niemand heeft gedownload (" + setting + " is leeg)."
                        : "De eerste start haalt " + dutchNumber + " inkoopfacturen op: alles sinds " + since + " ("
                                + setting + ").",
                since.isEmpty()
                        ? "The first start fetches " + number + " purchase invoices: what nobody has downloaded yet ("
                                + setting + " is empty)."
                        : "The first start fetches " + number + " purchase invoices: everything since " + since + " ("
                                + setting + ").");
    }
}
