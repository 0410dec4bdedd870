package io.github.komaseconnect.cli;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.KnownReach;
import io.github.komaseconnect.ledger.KnownReach.Verdict;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reachability.Reach;
import io.github.komaseconnect.reachability.ReachInquiry;
import io.github.komaseconnect.reachability.ReachRules;
import io.github.komaseconnect.relation.ElectronicAddress;
import io.github.komaseconnect.relation.Relation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks for relations, one after another and not faster than eConnect should be asked, whether they can be reached. Answers
 * are kept in the ledger: a run that was broken off goes on where it was. Nothing is sent.
 */
final class RelationReach {
    /** Stands for the channel of a receiver that is only in eConnect's address book. */
    static final String ADDRESS_BOOK = "address-book";

    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);
    private static final int MOST_RESTS = 5;
    private static final int MOST_FAILURES = 5;

    private final ReachInquiry inquiry;
    private final Optional<Ledger> ledger;
    private final ReachRules rules;
    private final Clock clock;
    private int failures;

    RelationReach(ReachInquiry inquiry, Optional<Ledger> ledger, ReachRules rules, Clock clock) {
        this.inquiry = inquiry;
        this.ledger = ledger;
        this.rules = rules;
        this.clock = clock;
    }

    /** What the ledger knows of a relation, from deliveries and earlier questions. */
    static Optional<KnownReach> known(Optional<Ledger> ledger, Company company, Relation relation) {
        List<KnownReach> all = ledger.map(open -> open.reading(books -> relation.addresses().stream()
                        .map(ElectronicAddress::receiver)
                        .flatMap(one -> books.reachings().find(company.key(), one, DocumentType.INVOICE).stream())
                        .toList()))
                .orElse(List.of());
        return all.stream()
                .filter(known -> known.verdict() == Verdict.REACHABLE)
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** Asks, unless it is known already; empty for a line without any identifier. */
    Optional<KnownReach> ask(Company company, Relation relation) {
        List<String> receivers =
                relation.addresses().stream().map(ElectronicAddress::receiver).toList();
        if (receivers.isEmpty()) {
            return Optional.empty();
        }
        Optional<KnownReach> before = known(ledger, company, relation);
        if (before.filter(known -> stands(company, known)).isPresent()) {
            return before;
        }
        KnownReach answer = answer(company, receivers, before);
        boolean newer = answer.verdict() != Verdict.NOT_CHECKED
                || before.filter(known -> known.verdict() != Verdict.NOT_CHECKED)
                        .isEmpty();
        if (newer) {
            ledger.ifPresent(open -> open.record(books -> books.reachings().keep(answer)));
        }
        return Optional.of(answer);
    }

    /** Whether eConnect gave no answer so often in a row that asking on makes no sense. */
    boolean isGivingUp() {
        return failures >= MOST_FAILURES;
    }

    /** Where only sending gives an answer, an old one is the best there is. */
    private boolean stands(Company company, KnownReach known) {
        boolean fresh = rules.isFresh(known, clock.instant());
        boolean hintOrMore =
                known.verdict() != Verdict.NOT_CHECKED || !known.channel().isEmpty();
        return inquiry.canAsk(company)
                ? fresh && known.verdict() != Verdict.NOT_CHECKED
                : known.verdict() != Verdict.NOT_CHECKED || (fresh && hintOrMore);
    }

    private KnownReach answer(Company company, List<String> receivers, Optional<KnownReach> before) {
        Reach reach = inquiry.ask(company, receivers, DocumentType.INVOICE);
        for (int rests = 0; rests < MOST_RESTS && rest(reach).isPresent(); rests++) {
            pause(rest(reach).get());
            reach = inquiry.ask(company, receivers, DocumentType.INVOICE);
        }
        pause(BETWEEN);
        Instant now = clock.instant();
        String receiver = receivers.get(0);
        if (reach instanceof Reach.NotRegistered not) {
            failures = 0;
            return rules.refused(company.key(), receiver, DocumentType.INVOICE, before, not.reason(), now);
        }
        Optional<Instant> reachedAt = before.flatMap(KnownReach::reachedAt);
        if (reach instanceof Reach.Reachable reachable) {
            failures = 0;
            return known(
                    company,
                    reachable.receiver().toLowerCase(Locale.ROOT),
                    Verdict.REACHABLE,
                    reachable.channel(),
                    Optional.of(now),
                    "",
                    "");
        }
        if (reach instanceof Reach.NotForType not) {
            failures = 0;
            return known(
                    company,
                    receiver,
                    Verdict.NOT_FOR_TYPE,
                    "",
                    reachedAt,
                    not.reason().dutch(),
                    not.reason().english());
        }
        Reach.NotChecked not = (Reach.NotChecked) reach;
        boolean answered = not.reason().code().startsWith("reach.");
        failures = answered ? 0 : failures + 1;
        return known(
                company,
                receiver,
                Verdict.NOT_CHECKED,
                not.reason().code().equals("reach.hint") ? ADDRESS_BOOK : "",
                reachedAt,
                not.reason().dutch(),
                not.reason().english());
    }

    private KnownReach known(
            Company company,
            String receiver,
            Verdict verdict,
            String channel,
            Optional<Instant> reachedAt,
            String dutch,
            String english) {
        return new KnownReach(
                company.key(),
                receiver,
                DocumentType.INVOICE,
                verdict,
                channel,
                clock.instant(),
                Optional.empty(),
                reachedAt,
                dutch,
                english);
    }

    private static Optional<Duration> rest(Reach reach) {
        return reach instanceof Reach.NotChecked not
                ? not.restAskedFor().map(wish -> wish.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : wish)
                : Optional.empty();
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
