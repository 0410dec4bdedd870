package io.github.komaseconnect.reachability;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.configuration.GlobalSettings.ReachSettings;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.KnownReach;
import io.github.komaseconnect.ledger.KnownReach.Refusals;
import io.github.komaseconnect.ledger.KnownReach.Verdict;
import io.github.komaseconnect.reason.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReachRulesTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Reason NO = Reason.of("econnect.not-reachable", "nee", "no");

    private final ReachRules rules = new ReachRules(new ReachSettings(Duration.ofHours(24), HOUR));

    private KnownReach refused(Optional<KnownReach> before, Instant at) {
        return rules.refused("acme", "0106:12345678", DocumentType.INVOICE, before, NO, at);
    }

    private static KnownReach answer(Verdict verdict, Instant at) {
        return new KnownReach(
                "acme",
                "0106:12345678",
                DocumentType.INVOICE,
                verdict,
                "",
                at,
                Optional.empty(),
                Optional.of(at),
                "",
                "");
    }

    private static Refusals row(KnownReach known) {
        return known.refused().orElseThrow();
    }

    @Test
    void oneAnswerIsNoneHoweverOftenItIsGivenWithinTheHour() {
        KnownReach first = refused(Optional.empty(), NOON);
        assertThat(rules.isConfirmed(row(first))).isFalse();
        assertThat(rules.confirmableAt(row(first))).isEqualTo(NOON.plus(HOUR));

        KnownReach second = refused(Optional.of(first), NOON.plus(HOUR).minusMillis(1));
        assertThat(rules.isConfirmed(row(second))).isFalse();
        assertThat(rules.confirmableAt(row(second))).isEqualTo(NOON.plus(HOUR));
    }

    @Test
    void twoAnswersAnHourApartCountWithThoseBetweenThem() {
        KnownReach first = refused(Optional.empty(), NOON);
        KnownReach between = refused(Optional.of(first), NOON.plusSeconds(60));
        KnownReach last = refused(Optional.of(between), NOON.plus(HOUR));

        assertThat(rules.isConfirmed(row(last))).isTrue();
        assertThat(row(last)).isEqualTo(new Refusals(NOON, NOON.plus(HOUR)));
        assertThat(last.verdict()).isEqualTo(Verdict.NOT_REGISTERED);
        assertThat(last.dutch()).isEqualTo("nee");
    }

    @Test
    void anotherAnswerBetweenThemBeginsANewRow() {
        for (Verdict verdict : new Verdict[] {Verdict.REACHABLE, Verdict.NOT_FOR_TYPE, Verdict.NOT_CHECKED}) {
            KnownReach other = answer(verdict, NOON);
            KnownReach next = refused(Optional.of(other), NOON.plus(HOUR));
            assertThat(row(next).first()).as(verdict.name()).isEqualTo(NOON.plus(HOUR));
            assertThat(next.reachedAt()).as("still known: " + verdict).contains(NOON);
        }
    }

    @Test
    void anAnswerFromLongAgoIsNoFirstOfTwo() {
        KnownReach first = refused(Optional.empty(), NOON);
        Instant last = NOON.plus(Duration.ofHours(25));

        assertThat(row(refused(Optional.of(first), last)).first()).isEqualTo(NOON);
        assertThat(row(refused(Optional.of(first), last.plusMillis(1))).first()).isEqualTo(last.plusMillis(1));
    }

    @Test
    void anAnswerFromTheFutureOfAWrongClockConfirmsNothing() {
        KnownReach wrong = refused(Optional.empty(), NOON.plus(Duration.ofDays(365)));

        KnownReach next = refused(Optional.of(wrong), NOON);

        assertThat(row(next)).isEqualTo(new Refusals(NOON, NOON));
        assertThat(rules.isFresh(wrong, NOON)).isFalse();
    }

    @Test
    void onlyACustomerWhoCanBeReachedIsNotAskedForAgainAndOnlyForAWhile() {
        assertThat(rules.isKept(answer(Verdict.REACHABLE, NOON), NOON.plus(Duration.ofHours(23))))
                .isTrue();
        assertThat(rules.isKept(answer(Verdict.REACHABLE, NOON), NOON.plus(Duration.ofHours(24))))
                .isFalse();
        assertThat(rules.isKept(answer(Verdict.NOT_FOR_TYPE, NOON), NOON)).isFalse();
        assertThat(rules.isKept(refused(Optional.empty(), NOON), NOON)).isFalse();
        assertThat(rules.isKept(answer(Verdict.REACHABLE, NOON), NOON.minusMillis(1)))
                .as("dated in the future")
                .isFalse();
    }
}
