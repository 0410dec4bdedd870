package io.github.komaseconnect.cli;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.KnownReach;
import io.github.komaseconnect.ledger.KnownReach.Verdict;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reachability.Reach;
import io.github.komaseconnect.reachability.ReachBook;
import io.github.komaseconnect.reachability.ReachBook.Question;
import io.github.komaseconnect.reachability.ReachInquiry;
import io.github.komaseconnect.reachability.ReachRules;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Relation;
import io.github.komaseconnect.relation.RelationSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Asks for relations, one after another and not faster than eConnect should be asked, whether they can be reached. Answers
 * are kept in the ledger, beside those of a run: one that was broken off goes on where it was. Nothing is sent.
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
    private final ReachBook book;
    private final Clock clock;
    private int failures;

    RelationReach(ReachInquiry inquiry, Optional<Ledger> ledger, ReachRules rules, Clock clock) {
        this.inquiry = inquiry;
        this.ledger = ledger;
        this.rules = rules;
        this.book = new ReachBook(rules, clock);
        this.clock = clock;
    }

    /** Asks, unless it is known already; empty for a line without any identifier. */
    Optional<KnownReach> ask(Company company, RelationSnapshot relations, Relation relation) {
        List<String> receivers = KnownRelation.receivers(relations, relation);
        if (receivers.isEmpty()) {
            return Optional.empty();
        }
        Optional<KnownReach> before =
                KnownRelation.read(ledger, company, relations, relation).reach();
        return before.filter(known -> stands(company, known)).isPresent()
                ? before
                : Optional.of(askNow(company, receivers));
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

    private KnownReach askNow(Company company, List<String> receivers) {
        Reach reach = inquiry.ask(company, receivers, DocumentType.INVOICE);
        for (int rests = 0; rests < MOST_RESTS && rest(reach).isPresent(); rests++) {
            pause(rest(reach).get());
            reach = inquiry.ask(company, receivers, DocumentType.INVOICE);
        }
        Question question = new Question(company.key(), receivers, DocumentType.INVOICE, clock.instant());
        pause(BETWEEN);
        if (reach instanceof Reach.Reachable reachable) {
            failures = 0;
            keep(books -> book.reachable(books, question, reachable));
            return answer(question, reachable.receiver(), Verdict.REACHABLE, reachable.channel(), Optional.empty());
        }
        if (reach instanceof Reach.NotRegistered not) {
            failures = 0;
            keep(books -> book.notRegistered(books, question, not.reason()));
            return answer(question, receivers.get(0), Verdict.NOT_REGISTERED, "", Optional.of(not.reason()));
        }
        if (reach instanceof Reach.NotForType not) {
            failures = 0;
            keep(books -> book.notForType(books, question, not.reason()));
            return answer(question, receivers.get(0), Verdict.NOT_FOR_TYPE, "", Optional.of(not.reason()));
        }
        Reason reason = ((Reach.NotChecked) reach).reason();
        failures = reason.code().startsWith("reach.") ? 0 : failures + 1;
        String channel = reason.code().equals("reach.hint") ? ADDRESS_BOOK : "";
        keep(books -> book.notChecked(books, question, channel, reason));
        return answer(question, receivers.get(0), Verdict.NOT_CHECKED, channel, Optional.of(reason));
    }

    private void keep(Consumer<Ledger.Books> work) {
        ledger.ifPresent(open -> open.record(work));
    }

    private static KnownReach answer(
            Question question, String receiver, Verdict verdict, String channel, Optional<Reason> reason) {
        return new KnownReach(
                question.company(),
                receiver.toLowerCase(Locale.ROOT),
                question.type(),
                verdict,
                channel,
                question.answeredAt(),
                Optional.empty(),
                Optional.empty(),
                reason.map(Reason::dutch).orElse(""),
                reason.map(Reason::english).orElse(""));
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
