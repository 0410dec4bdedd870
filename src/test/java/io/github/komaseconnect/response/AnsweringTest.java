package io.github.komaseconnect.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.econnect.InvoiceResponse;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.econnect.ResponseForm;
import io.github.komaseconnect.econnect.ResponseReason;
import io.github.komaseconnect.econnect.ResponseStatus;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.ResponseState;
import io.github.komaseconnect.purchase.FakeEConnect;
import io.github.komaseconnect.purchase.FakeEConnect.Call;
import io.github.komaseconnect.reason.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnsweringTest {
    private static final InvoiceResponse ACCEPTED = InvoiceResponse.of(ResponseStatus.AP);
    private static final InvoiceResponse REJECTED =
            new InvoiceResponse(ResponseStatus.RE, Map.of(ResponseReason.REF, "Inkoopnummer ontbreekt"), Map.of(), "");

    @TempDir
    Path folder;

    private AnsweringBench bench;
    private LedgerInvoice invoice;

    @BeforeEach
    void open() throws Exception {
        bench = new AnsweringBench(folder);
        invoice = bench.received("XCNIN1", "G-1");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static Reply<String> inDoubt() {
        return new Reply.InDoubt<>(Reason.of("test.doubt", "geen antwoord", "no answer"));
    }

    @Test
    void theSupplierFirstReadsThatItWasReceived() {
        bench.plan(invoice, REJECTED);
        bench.work();

        assertThat(bench.eConnect.responses).containsExactly("XCNIN1 AB", "XCNIN1 RE");
        assertThat(bench.attempts(invoice)).containsExactly("AB DONE", "RE DONE");
        assertThat(bench.last(invoice).state()).isEqualTo(ResponseState.SENT);
    }

    @Test
    void receivedIsSaidOnceOnly() {
        bench.plan(invoice, InvoiceResponse.of(ResponseStatus.IP));
        bench.work();
        bench.plan(invoice, ACCEPTED);
        bench.work();
        bench.plan(invoice, InvoiceResponse.of(ResponseStatus.PD));
        bench.work();

        assertThat(bench.eConnect.responses).containsExactly("XCNIN1 AB", "XCNIN1 IP", "XCNIN1 AP", "XCNIN1 PD");
    }

    @Test
    void whereNobodyAsksForItReceivedIsNotSaid() {
        bench.form = ResponseForm.STATUS_ONLY;
        bench.plan(invoice, ACCEPTED);
        bench.work();

        assertThat(bench.eConnect.responses).containsExactly("XCNIN1 AP");
    }

    @ParameterizedTest
    @EnumSource(
            value = ResponseStatus.class,
            names = {"AB", "IP"})
    void thePlatformHasNoWordForSomeAnswers(ResponseStatus status) {
        bench.form = ResponseForm.STATUS_ONLY;

        assertThat(bench.plan(invoice, InvoiceResponse.of(status)))
                .isInstanceOfSatisfying(ResponsePlan.Refused.class, refused -> assertThat(
                                refused.reason().dutchLine())
                        .contains("AP (geaccepteerd), RE (afgewezen) en PD (betaald)"));
        assertThat(bench.responses(invoice)).isEmpty();
    }

    @Test
    void theSameIsNeverSentTwice() {
        bench.plan(invoice, ACCEPTED);
        assertThat(bench.plan(invoice, ACCEPTED)).isInstanceOf(ResponsePlan.SaidBefore.class);
        bench.work();
        assertThat(bench.plan(invoice, ACCEPTED)).isInstanceOf(ResponsePlan.SaidBefore.class);
        bench.work();

        assertThat(bench.eConnect.responses).containsExactly("XCNIN1 AB", "XCNIN1 AP");
    }

    @Test
    void afterARejectionNothingFollowsAndAfterAcceptingOnlyPayment() {
        bench.plan(invoice, REJECTED);
        bench.work();
        assertThat(bench.plan(invoice, ACCEPTED))
                .isInstanceOfSatisfying(
                        ResponsePlan.Refused.class,
                        refused -> assertThat(refused.reason().dutch()).contains("G-1", "afgewezen"));

        LedgerInvoice other = bench.received("XCNIN2", "G-2");
        bench.plan(other, ACCEPTED);
        assertThat(bench.plan(other, REJECTED)).isInstanceOf(ResponsePlan.Refused.class);
        assertThat(bench.plan(other, InvoiceResponse.of(ResponseStatus.PD))).isInstanceOf(ResponsePlan.Planned.class);
        bench.work();
        assertThat(bench.eConnect.responses).endsWith("XCNIN2 AB", "XCNIN2 AP", "XCNIN2 PD");
    }

    @ParameterizedTest
    @EnumSource(
            value = InvoiceState.class,
            names = {"LISTED", "FETCHED", "READY", "STAGED", "DUPLICATE"})
    void whatIsNotInTheImportFolderIsNotAnswered(InvoiceState state) {
        LedgerInvoice early = bench.purchase("XCNIN9", "G-9", state, "x");

        assertThat(bench.plan(early, ACCEPTED))
                .isInstanceOfSatisfying(
                        ResponsePlan.Refused.class,
                        refused -> assertThat(refused.reason().code()).isEqualTo("respond.not-received"));
    }

    @Test
    void whatCameByMailWithoutAnIdIsNotAnswered() {
        LedgerInvoice mailed = bench.purchase(LedgerInvoice.UNNAMED + "0AB1", "G-8", InvoiceState.IMPORTED, "x");

        assertThat(bench.plan(mailed, ACCEPTED))
                .isInstanceOfSatisfying(
                        ResponsePlan.Refused.class,
                        refused -> assertThat(refused.reason().code()).isEqualTo("respond.without-id"));
    }

    @Test
    void whatFailsIsTriedAgainEverLessOften() {
        bench.form = ResponseForm.STATUS_ONLY;
        bench.eConnect.answer(Call.RESPOND, "", FakeEConnect.temporary(), 2);
        bench.plan(invoice, ACCEPTED);
        bench.work();
        bench.later(Duration.ofSeconds(29));
        assertThat(bench.attempts(invoice)).containsExactly("AP TEMPORARY");
        bench.later(Duration.ofSeconds(1));
        bench.later(Duration.ofSeconds(59));
        assertThat(bench.attempts(invoice)).containsExactly("AP TEMPORARY", "AP TEMPORARY");
        bench.later(Duration.ofSeconds(1));

        assertThat(bench.attempts(invoice)).containsExactly("AP TEMPORARY", "AP TEMPORARY", "AP DONE");
        assertThat(bench.last(invoice).reason()).isEmpty();
        assertThat(bench.alarms()).isEmpty();
    }

    @Test
    void aDoubtIsSaidOnceMore() {
        bench.form = ResponseForm.STATUS_ONLY;
        bench.eConnect.answer(Call.RESPOND, "", inDoubt(), 1);
        bench.plan(invoice, ACCEPTED);
        bench.work();
        bench.later(Duration.ofMinutes(1));

        assertThat(bench.attempts(invoice)).containsExactly("AP IN_DOUBT", "AP DONE");
    }

    @Test
    void aRefusalIsAnAlarmUntilAnotherAnswer() {
        bench.eConnect.answer(Call.RESPOND, "", FakeEConnect.refused(), 1);
        bench.plan(invoice, REJECTED);
        bench.work();
        bench.later(Duration.ofHours(2));

        assertThat(bench.attempts(invoice)).containsExactly("AB REFUSED");
        assertThat(bench.last(invoice).state()).isEqualTo(ResponseState.REFUSED);
        assertThat(bench.last(invoice).reason()).hasValueSatisfying(reason -> assertThat(reason.dutchLine())
                .contains("RE (afgewezen)", "G-1", "Groothandel De Bouw B.V.", "geweigerd", "--withdraw"));
        assertThat(bench.alarms()).containsExactly("respond/acme/" + invoice.id());

        bench.plan(invoice, REJECTED);
        bench.work();
        assertThat(bench.alarms()).isEmpty();
        assertThat(bench.last(invoice).state()).isEqualTo(ResponseState.SENT);
    }

    @Test
    void itIsGivenUpAfterAWhileWithAnAlarm() {
        bench.eConnect.answer(Call.RESPOND, "", inDoubt(), 1000);
        bench.plan(invoice, REJECTED);
        bench.work();
        for (int hour = 0; hour < 73; hour++) {
            bench.later(Duration.ofHours(1));
        }

        assertThat(bench.last(invoice).state()).isEqualTo(ResponseState.REFUSED);
        assertThat(bench.last(invoice).reason())
                .hasValueSatisfying(reason -> assertThat(reason.code()).isEqualTo("respond.gave-up"));
        assertThat(bench.alarms()).containsExactly("respond/acme/" + invoice.id());
    }

    @Test
    void aCauseThatConcernsTheCompanyIsNeverGivenUp() {
        bench.form = ResponseForm.STATUS_ONLY;
        bench.eConnect.answer(Call.RESPOND, "", FakeEConnect.blocked("econnect.keys"), 1000);
        bench.plan(invoice, ACCEPTED);
        bench.work();
        for (int hour = 0; hour < 100; hour++) {
            bench.later(Duration.ofHours(1));
        }
        assertThat(bench.alarms()).containsExactly("respond-blocked/acme");
        assertThat(bench.last(invoice).state()).isEqualTo(ResponseState.WAITING);

        bench.eConnect.heal();
        bench.later(Duration.ofMinutes(5));

        assertThat(bench.last(invoice).state()).isEqualTo(ResponseState.SENT);
        assertThat(bench.alarms()).isEmpty();
    }

    @Test
    void whenEConnectAsksToWaitTheCompanyWaits() {
        bench.form = ResponseForm.STATUS_ONLY;
        bench.eConnect.answer(
                Call.RESPOND,
                "",
                new Reply.Temporary<String>(
                        Reason.of("econnect.overloaded", "druk", "busy"), Optional.of(Duration.ofMinutes(3))),
                1);
        bench.plan(invoice, ACCEPTED);
        bench.work();
        bench.later(Duration.ofMinutes(2));
        assertThat(bench.attempts(invoice)).containsExactly("AP TEMPORARY");
        assertThat(bench.ledger.<Boolean>reading(
                        books -> books.pauses().find("acme", Channel.ECONNECT).isPresent()))
                .isTrue();

        bench.ledger.record(books -> books.pauses().end("acme", Channel.ECONNECT));
        bench.later(Duration.ofMinutes(1));
        assertThat(bench.attempts(invoice)).containsExactly("AP TEMPORARY", "AP DONE");
    }

    @Test
    void whenAGatewayThatTheCompanyHasLeftAsksToWaitOnlyThatAnswerWaits() {
        bench.form = ResponseForm.STATUS_ONLY;
        bench.channel = Optional.empty();
        LedgerInvoice other = bench.received("XCNIN2", "G-2");
        bench.eConnect.answer(
                Call.RESPOND,
                "",
                new Reply.Temporary<String>(
                        Reason.of("econnect.overloaded", "druk", "busy"), Optional.of(Duration.ofMinutes(3))),
                1);
        bench.plan(invoice, ACCEPTED);
        bench.work();
        assertThat(bench.ledger.<Boolean>reading(books -> books.pauses().all().isEmpty()))
                .isTrue();
        bench.plan(other, ACCEPTED);
        bench.later(Duration.ofMinutes(2));
        assertThat(bench.attempts(invoice)).containsExactly("AP TEMPORARY");
        assertThat(bench.attempts(other)).containsExactly("AP DONE");

        bench.later(Duration.ofMinutes(1));
        assertThat(bench.attempts(invoice)).containsExactly("AP TEMPORARY", "AP DONE");
    }

    @Test
    void whatWaitsCanBeWithdrawnAndWhatFailedToo() {
        bench.eConnect.answer(Call.RESPOND, "", FakeEConnect.temporary(), 1);
        bench.plan(invoice, REJECTED);
        bench.work();

        int withdrawn = bench.ledger.inTransaction(books -> ResponsePlan.withdraw(books, invoice, "els@kantoor"));

        assertThat(withdrawn).isEqualTo(1);
        bench.later(Duration.ofDays(1));
        assertThat(bench.attempts(invoice)).containsExactly("AB TEMPORARY");
        assertThat(bench.last(invoice).state()).isEqualTo(ResponseState.WITHDRAWN);
        assertThat(bench.plan(invoice, ACCEPTED)).isInstanceOf(ResponsePlan.Planned.class);
        assertThat(bench.ledger.<Integer>inTransaction(books -> ResponsePlan.withdraw(books, invoice, "els")))
                .isEqualTo(1);
        assertThat(bench.ledger.<Integer>inTransaction(books -> ResponsePlan.withdraw(books, invoice, "els")))
                .isZero();
    }

    @Test
    void anAnswerThatIsAlwaysPutOffByAWishToWaitIsGivenUpSomeTime() {
        bench.eConnect.answer(
                Call.RESPOND,
                "",
                new Reply.Temporary<String>(
                        Reason.of("econnect.overloaded", "druk", "busy"), Optional.of(Duration.ofMinutes(1))),
                1000);
        bench.plan(invoice, REJECTED);
        bench.work();
        for (int hour = 0; hour < 73; hour++) {
            bench.ledger.record(books -> books.pauses().end("acme", Channel.ECONNECT));
            bench.later(Duration.ofHours(1));
        }

        assertThat(bench.last(invoice).state()).isEqualTo(ResponseState.REFUSED);
        assertThat(bench.last(invoice).reason())
                .hasValueSatisfying(reason -> assertThat(reason.code()).isEqualTo("respond.gave-up"));
    }
}
