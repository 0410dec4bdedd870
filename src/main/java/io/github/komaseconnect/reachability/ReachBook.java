package io.github.komaseconnect.reachability;

import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.KnownReach;
import io.github.komaseconnect.ledger.KnownReach.Refusals;
import io.github.komaseconnect.ledger.KnownReach.Verdict;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reason.Reason;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps answers, one row for each identifier: a no to several of them at once is one no for each, so that an answer to
 * fewer identifiers never stands in for one to more. Within a transaction of the caller, which sees what others kept
 * meanwhile: an answer never takes the place of a newer one, and when somebody was reached last is never forgotten.
 */
public final class ReachBook {
    private final ReachRules rules;
    private final Clock clock;

    /** Counts by {@code rules}. */
    public ReachBook(ReachRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What was asked, and when it was answered.
     *
     * @param receivers every identifier that was asked for, the one that is planned or stands first in front
     * @param type the kind of document
     */
    public record Question(String company, List<String> receivers, DocumentType type, Instant answeredAt) {
        public Question {
            receivers = receivers.stream()
                    .map(receiver -> receiver.toLowerCase(Locale.ROOT))
                    .distinct()
                    .toList();
            if (receivers.isEmpty()) {
                throw new IllegalArgumentException("nobody was asked for");
            }
        }

        String planned() {
            return receivers.get(0);
        }
    }

    /** None of them is registered. Gives the answers in a row that all of them have in common, with this one. */
    public Refusals notRegistered(Ledger.Books books, Question question, Reason reason) {
        List<KnownReach> after = question.receivers().stream()
                .map(receiver -> rules.refused(
                        question.company(),
                        receiver,
                        question.type(),
                        before(books, question, receiver),
                        reason,
                        question.answeredAt()))
                .toList();
        after.forEach(known -> keep(books, known));
        return new Refusals(
                after.stream()
                        .flatMap(known -> known.refused().stream())
                        .map(Refusals::first)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                question.answeredAt());
    }

    /** One of them is: that one is kept as reached, and the planned one, when it is another, is to be asked for again. */
    public void reachable(Ledger.Books books, Question question, Reach.Reachable reachable) {
        String found = reachable.receiver().toLowerCase(Locale.ROOT);
        Instant at = question.answeredAt();
        keep(books, answer(question, found, Verdict.REACHABLE, reachable.channel(), Optional.of(at), Optional.empty()));
        if (!found.equals(question.planned())) {
            keep(
                    books,
                    answer(question, question.planned(), Verdict.NOT_CHECKED, "", Optional.of(at), Optional.empty()));
        }
    }

    /** Registered, but not for this kind of document. */
    public void notForType(Ledger.Books books, Question question, Reason reason) {
        keep(
                books,
                answer(
                        question,
                        question.planned(),
                        Verdict.NOT_FOR_TYPE,
                        "",
                        reachedAt(books, question, question.planned()),
                        Optional.of(reason)));
    }

    /** No answer, or a hint only: kept where nothing better is known. */
    public void notChecked(Ledger.Books books, Question question, String channel, Reason reason) {
        Optional<KnownReach> before = before(books, question, question.planned());
        if (before.filter(known -> known.verdict() != Verdict.NOT_CHECKED).isEmpty()) {
            keep(
                    books,
                    answer(
                            question,
                            question.planned(),
                            Verdict.NOT_CHECKED,
                            channel,
                            before.flatMap(KnownReach::reachedAt),
                            Optional.of(reason)));
        }
    }

    /** When a customer could be reached last, under any of these identifiers or as this relation; empty: never. */
    public static Optional<Instant> reachedBefore(
            Ledger.Books books, String company, List<String> receivers, String relationNumber) {
        return Stream.concat(
                        receivers.stream().flatMap(one -> books.reachings().reachedAt(company, one).stream()),
                        books.reachings().relationReachedAt(company, relationNumber).stream())
                .max(Comparator.naturalOrder());
    }

    private void keep(Ledger.Books books, KnownReach known) {
        Optional<KnownReach> stored = books.reachings().find(known.company(), known.receiver(), known.type());
        // one from the future is of a wrong clock
        Instant now = clock.instant();
        KnownReach newest = stored.filter(other -> other.askedAt().isAfter(known.askedAt())
                        && !other.askedAt().isAfter(now))
                .orElse(known);
        books.reachings().keep(newest.reachedLastAt(lastReached(stored, known, now)));
    }

    private static Optional<Instant> lastReached(Optional<KnownReach> stored, KnownReach known, Instant now) {
        Optional<Instant> before = stored.flatMap(KnownReach::reachedAt);
        return known.reachedAt().isPresent()
                ? Stream.concat(before.filter(at -> !at.isAfter(now)).stream(), known.reachedAt().stream())
                        .max(Comparator.naturalOrder())
                : before;
    }

    private static Optional<KnownReach> before(Ledger.Books books, Question question, String receiver) {
        return books.reachings().find(question.company(), receiver, question.type());
    }

    private static Optional<Instant> reachedAt(Ledger.Books books, Question question, String receiver) {
        return books.reachings().reachedAt(question.company(), receiver);
    }

    private static KnownReach answer(
            Question question,
            String receiver,
            Verdict verdict,
            String channel,
            Optional<Instant> reachedAt,
            Optional<Reason> reason) {
        return new KnownReach(
                question.company(),
                receiver,
                question.type(),
                verdict,
                channel,
                question.answeredAt(),
                Optional.empty(),
                reachedAt,
                reason.map(Reason::dutch).orElse(""),
                reason.map(Reason::english).orElse(""));
    }
}
