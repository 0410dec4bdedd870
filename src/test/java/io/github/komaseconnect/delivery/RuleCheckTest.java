package io.github.komaseconnect.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Validation;
import io.github.komaseconnect.company.ValidationByMethod;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.invoice.rules.BrokenRule;
import io.github.komaseconnect.invoice.rules.InvoiceRules;
import io.github.komaseconnect.invoice.rules.Phrase;
import io.github.komaseconnect.invoice.rules.RuleRelease;
import io.github.komaseconnect.invoice.rules.Verdict;
import io.github.komaseconnect.invoice.rules.Verdict.Disturbed;
import io.github.komaseconnect.invoice.rules.Verdict.Examined;
import io.github.komaseconnect.invoice.rules.Verdict.NotExamined;
import io.github.komaseconnect.invoice.rules.Verdict.UnknownProfile;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.SendingMethod;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an invoice by what the rules say of it and what its company wants. */
class RuleCheckTest {
    private static final BrokenRule TOTAL = new BrokenRule(
            "BR-CO-10",
            new Phrase("Totalen", "Totals"),
            new Phrase("De som klopt niet.", "The sum is wrong."),
            new Phrase("Reken na.", "Calculate again."));

    @TempDir
    Path folder;

    private Dispatch dispatch;
    private Verdict verdict = new Examined(release(LocalDate.MAX), List.of(TOTAL), List.of());
    private int asked;

    private static RuleRelease release(LocalDate outdatedFrom) {
        return new RuleRelease("Peppol", "2026.5", LocalDate.of(2026, 8, 17), Optional.empty(), outdatedFrom);
    }

    private final InvoiceRules rules = new InvoiceRules() {
        @Override
        public Verdict examine(Path ubl, String sha256) {
            asked++;
            return verdict;
        }

        @Override
        public boolean know(DocumentType type, String customizationId) {
            throw new AssertionError("not asked for");
        }

        @Override
        public void makeReady() {
            throw new AssertionError("not asked for");
        }

        @Override
        public List<RuleRelease> releases() {
            return List.of();
        }
    };

    @BeforeEach
    void open() throws IOException {
        dispatch = new Dispatch(folder, "acme");
        policy(new ValidationByMethod(Validation.BLOCK, Validation.WARN, Validation.OFF));
    }

    @AfterEach
    void close() {
        dispatch.close();
    }

    private void policy(ValidationByMethod policy) {
        dispatch.companies.takeInHand(dispatch.companies.get("acme").withValidation(policy));
    }

    private Prepared check(SendingMethod method) throws IOException {
        dispatch.add("acme", "2026-" + method, method);
        return check();
    }

    private Prepared check() {
        Shipment shipment = dispatch.take().get(0);
        dispatch.due.release(shipment);
        return new RuleCheck(rules, dispatch.ledger, dispatch.clock).check(shipment);
    }

    private List<LedgerEvent> told(Prepared prepared) {
        long id = prepared.shipment().invoice().id();
        return dispatch.ledger.reading(books -> books.events().of(id)).stream()
                .filter(event -> event.kind().equals(RuleCheck.TOLD))
                .toList();
    }

    @Test
    void byPeppolItIsHeldWithEachRule() throws IOException {
        Prepared prepared = check(SendingMethod.PEPPOL);

        assertThat(prepared.isReady()).isFalse();
        Reason reason = prepared.fault().orElseThrow();
        assertThat(reason.code()).isEqualTo("validation.failed");
        assertThat(reason.dutch())
                .startsWith("De factuur voldoet niet aan de officiële regels (Peppol, 2026.5)")
                .endsWith("(1) Totalen: De som klopt niet. Doen: Reken na. [Regel BR-CO-10]");
        assertThat(reason.english()).endsWith("(1) Totals: The sum is wrong. To do: Calculate again. [Rule BR-CO-10]");
        assertThat(reason.adviceDutch()).contains("--skip-validation");

        dispatch.attempts.holdUntried(prepared);
        assertThat(dispatch.invoice(prepared.shipment().delivery().id()).state())
                .isEqualTo(InvoiceState.HELD);
        assertThat(dispatch.attemptsOf(prepared.shipment().delivery().id())).isEmpty();
    }

    @Test
    void byMailItIsSentAndToldOnce() throws IOException {
        Prepared prepared = check(SendingMethod.EMAIL);
        new RuleCheck(rules, dispatch.ledger, dispatch.clock).check(prepared.shipment());

        assertThat(prepared.isReady()).isTrue();
        assertThat(told(prepared)).singleElement().satisfies(event -> {
            assertThat(event.dutch()).contains("wordt wel verzonden", "BR-CO-10");
            assertThat(event.english()).contains("is sent all the same", "BR-CO-10");
        });
    }

    @Test
    void switchedOffNobodyLooks() throws IOException {
        assertThat(check(SendingMethod.PRINT).isReady()).isTrue();
        assertThat(asked).isZero();
    }

    @Test
    void afterAFirstAttemptNobodyLooksAgain() throws IOException {
        long id = dispatch.add("acme", "2026-1", SendingMethod.PEPPOL);
        Shipment shipment = dispatch.take().get(0);
        dispatch.attempts.end(new EndedAttempt(
                dispatch.attempts.begin(shipment),
                new AttemptOutcome.Temporary(Reason.of("test", "even niet", "not now"))));
        dispatch.due.release(shipment);
        Shipment again = new Shipment(shipment.company(), shipment.invoice(), dispatch.delivery(id), shipment.ubl());

        assertThat(new RuleCheck(rules, dispatch.ledger, dispatch.clock)
                        .check(again)
                        .isReady())
                .isTrue();
        assertThat(asked).isZero();
    }

    @Test
    void whatAPersonWaivedIsSentAlsoAfterARestart() throws IOException {
        Prepared held = check(SendingMethod.PEPPOL);
        long id = held.shipment().invoice().id();
        dispatch.ledger.record(books -> books.events().addBy(id, RuleCheck.WAIVED, "els@kantoor", "Opdracht", "Order"));
        dispatch.restart();

        Prepared prepared = check();

        assertThat(prepared.isReady()).isTrue();
        assertThat(told(prepared).get(0).dutch()).contains("op verzoek van els@kantoor", "BR-CO-10");
    }

    @Test
    void aLaterOrderWithoutTheWaiverRevokesIt() throws IOException {
        long id = check(SendingMethod.PEPPOL).shipment().invoice().id();
        dispatch.ledger.record(books -> {
            books.events().addBy(id, RuleCheck.WAIVED, "els@kantoor", "Opdracht", "Order");
            books.events().addBy(id, RuleCheck.ORDER, "jan@kantoor", "Opdracht", "Order");
        });
        dispatch.restart();

        assertThat(check().isReady()).isFalse();
    }

    @Test
    void allRulesAreListedAndWhatToDoIsNeverCut() throws IOException {
        BrokenRule wordy =
                new BrokenRule("BR-01", TOTAL.where(), new Phrase("w".repeat(900), "w".repeat(900)), TOTAL.advice());
        List<BrokenRule> many = Stream.concat(
                        Stream.of(wordy), Stream.generate(() -> TOTAL).limit(59))
                .toList();
        verdict = new Examined(release(LocalDate.MAX), many, List.of());

        Prepared prepared = check(SendingMethod.PEPPOL);
        dispatch.attempts.notReady(prepared);

        Reason reason =
                dispatch.invoice(prepared.shipment().delivery().id()).reason().orElseThrow();
        assertThat(reason.dutch())
                .contains("www… Doen: Reken na. [Regel BR-01]")
                .endsWith("[Regel BR-CO-10]");
        assertThat(reason.dutch()).contains(" (60) ").doesNotContain("(+)");
        assertThat(reason.dutchLine()).hasSizeLessThan(6000).endsWith(reason.adviceDutch());
        assertThat(reason.dutchInFull()).contains(" (60) ").endsWith(reason.adviceDutch());
    }

    @Test
    void underBlockAPassingTroubleMakesItWaitForAWhile() throws IOException {
        verdict = new Disturbed("no memory", Reason.of("validation.not-done", "Geen geheugen.", "No memory."));

        Prepared prepared = check(SendingMethod.PEPPOL);
        long id = prepared.shipment().delivery().id();
        dispatch.attempts.notReady(prepared);

        assertThat(prepared.fault().orElseThrow().dutch()).contains("(no memory)");
        assertThat(dispatch.delivery(id).state()).isEqualTo(DeliveryState.WAITING);
        assertThat(dispatch.delivery(id).dueAt().orElseThrow()).isAfter(dispatch.clock.instant());
        assertThat(dispatch.attemptsOf(id)).isEmpty();

        dispatch.clock.advance(Duration.ofMinutes(61));

        Prepared later = check();
        assertThat(later.isReady()).isTrue();
        assertThat(told(later).get(0).dutch()).isEqualTo("Geen geheugen.");
    }

    @Test
    void whereRulesOnlyWarnAPassingTroubleDelaysNothing() throws IOException {
        verdict = new Disturbed("no memory", Reason.of("validation.not-done", "Geen geheugen.", "No memory."));

        assertThat(check(SendingMethod.EMAIL).isReady()).isTrue();
    }

    @Test
    void outdatedRulesOnlyWarn() throws IOException {
        verdict = new Examined(release(LocalDate.of(2026, 1, 1)), List.of(TOTAL), List.of());

        Prepared prepared = check(SendingMethod.PEPPOL);

        assertThat(prepared.isReady()).isTrue();
        assertThat(told(prepared).get(0).dutch()).contains("sinds 01-01-2026 verouderd", "BR-CO-10");
    }

    @Test
    void anUnknownProfileOnlyWarns() throws IOException {
        verdict = new UnknownProfile("urn:other");

        Prepared prepared = check(SendingMethod.PEPPOL);

        assertThat(prepared.isReady()).isTrue();
        assertThat(told(prepared).get(0).dutch()).contains("urn:other", "eConnect beslist");
    }

    @Test
    void aFaultOfTheValidatorHoldsNothing() throws IOException {
        verdict = new NotExamined(Reason.of("validation.not-done", "Niet gecontroleerd.", "Not validated."));

        Prepared prepared = check(SendingMethod.PEPPOL);

        assertThat(prepared.isReady()).isTrue();
        assertThat(told(prepared).get(0).dutch()).isEqualTo("Niet gecontroleerd.");
    }

    @Test
    void aSoundInvoiceIsNotTalkedAbout() throws IOException {
        verdict = new Examined(release(LocalDate.MAX), List.of(), List.of(TOTAL));

        Prepared prepared = check(SendingMethod.PEPPOL);

        assertThat(prepared.isReady()).isTrue();
        assertThat(told(prepared)).isEmpty();
    }
}
