package io.github.komaseconnect.reachability;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.configuration.GlobalSettings.ReachSettings;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.KnownReach;
import io.github.komaseconnect.ledger.KnownReach.Refusals;
import io.github.komaseconnect.ledger.KnownReach.Verdict;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.reachability.ReachBook.Question;
import io.github.komaseconnect.reason.Reason;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers of several askers, of which one asks for more identifiers than another, in a real ledger. */
class ReachBookTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Reason NO = Reason.of("econnect.not-reachable", "nee", "no");
    private static final String COC = "0106:12345678";
    private static final String VAT = "9944:NL123456782B01";
    private static final String GLN = "0088:8711200999903";

    @TempDir
    Path folder;

    private final ReachRules rules = new ReachRules(new ReachSettings(Duration.ofHours(24), HOUR));
    private final ReachBook book = new ReachBook(rules, Clock.fixed(NOON.plus(HOUR.multipliedBy(5)), ZoneOffset.UTC));
    private Ledger ledger;

    @BeforeEach
    void open() {
        ledger = LedgerDatabase.open("", folder, Clock.systemUTC(), "test");
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static Question question(Instant at, String... receivers) {
        return new Question("acme", List.of(receivers), DocumentType.INVOICE, at);
    }

    private Refusals no(Instant at, String... receivers) {
        return ledger.inTransaction(books -> book.notRegistered(books, question(at, receivers), NO));
    }

    private KnownReach known(String receiver) {
        return ledger.<Optional<KnownReach>>reading(
                        books -> books.reachings().find("acme", receiver, DocumentType.INVOICE))
                .orElseThrow();
    }

    @Test
    void aNoToFewerIdentifiersIsNoFirstAnswerForThoseThatWereNotAskedFor() {
        no(NOON, COC);

        Refusals second = no(NOON.plus(HOUR), COC, VAT);

        assertThat(rules.isConfirmed(second)).isFalse();
        assertThat(second.first()).isEqualTo(NOON.plus(HOUR));
        assertThat(rules.isConfirmed(no(NOON.plus(HOUR.multipliedBy(2)), COC, VAT)))
                .isTrue();
    }

    @Test
    void aNoToMoreIdentifiersIsOneForEachOfThem() {
        no(NOON, COC, VAT, GLN);

        assertThat(rules.isConfirmed(no(NOON.plus(HOUR), VAT, COC))).isTrue();
    }

    @Test
    void twoInvoicesOfOneCustomerWithDifferentIdentifiersDoNotKeepEachOtherWaiting() {
        no(NOON, COC, VAT);
        no(NOON.plusSeconds(300), COC, GLN);

        assertThat(rules.isConfirmed(no(NOON.plus(HOUR), COC, VAT))).isTrue();
        assertThat(rules.isConfirmed(no(NOON.plus(HOUR).plusSeconds(300), COC, GLN)))
                .isTrue();
    }

    @Test
    void anOlderAnswerTakesNoNewerOnesPlaceAndForgetsNotWhenSomebodyWasReached() {
        ledger.record(books ->
                book.reachable(books, question(NOON.plusSeconds(60), COC), new Reach.Reachable(COC, "peppol")));

        no(NOON, COC);

        assertThat(known(COC).verdict()).isEqualTo(Verdict.REACHABLE);
        assertThat(known(COC).refused()).isEmpty();
        assertThat(known(COC).reachedAt()).contains(NOON.plusSeconds(60));
        no(NOON.plusSeconds(120), COC);
        ledger.record(books ->
                book.reachable(books, question(NOON.plusSeconds(90), COC), new Reach.Reachable(COC, "peppol")));
        assertThat(known(COC).verdict()).isEqualTo(Verdict.NOT_REGISTERED);
        assertThat(known(COC).reachedAt()).contains(NOON.plusSeconds(90));
    }

    @Test
    void anAnswerThatAWrongClockDatedInTheFutureDoesNotStandForever() {
        no(NOON.plus(Duration.ofDays(365)), COC);

        no(NOON, COC);

        assertThat(known(COC).askedAt()).isEqualTo(NOON);
    }

    @Test
    void whoIsThereUnderAnotherIdentifierIsToBeAskedForAgainUnderThePlannedOne() {
        no(NOON, COC, VAT);

        ledger.record(books ->
                book.reachable(books, question(NOON.plus(HOUR), COC, VAT), new Reach.Reachable(VAT, "peppol")));

        assertThat(known(VAT).verdict()).isEqualTo(Verdict.REACHABLE);
        assertThat(known(COC).verdict()).isEqualTo(Verdict.NOT_CHECKED);
        assertThat(known(COC).refused()).isEmpty();
        assertThat(ledger.<Optional<Instant>>reading(books -> ReachBook.reachedBefore(books, "acme", List.of(COC), "")))
                .contains(NOON.plus(HOUR));
    }

    @Test
    void noAnswerIsKeptOnlyWhereNothingBetterIsKnown() {
        Reason away = Reason.of("econnect.no-answer", "geen antwoord", "no answer");
        no(NOON, COC);

        ledger.record(books -> {
            book.notChecked(books, question(NOON.plusSeconds(60), COC), "", away);
            book.notChecked(books, question(NOON.plusSeconds(60), GLN), "", away);
        });

        assertThat(known(COC).verdict()).isEqualTo(Verdict.NOT_REGISTERED);
        assertThat(known(COC).refused()).isPresent();
        assertThat(known(GLN).verdict()).isEqualTo(Verdict.NOT_CHECKED);
        assertThat(known(GLN).dutch()).isEqualTo("geen antwoord");
    }
}
