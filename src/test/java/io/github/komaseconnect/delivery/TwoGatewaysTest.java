package io.github.komaseconnect.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.delivery.FakeEConnect.Sending;
import io.github.komaseconnect.econnect.Accepted;
import io.github.komaseconnect.econnect.OutgoingDocument;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.SendingMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gateway that recognises repeats, and a company that changes from one gateway to the other. */
class TwoGatewaysTest {
    @TempDir
    Path folder;

    private Dispatch dispatch;
    private FakeEConnect psb;

    @BeforeEach
    void open() throws Exception {
        dispatch = new Dispatch(folder, "acme");
        psb = dispatch.eConnect.get("acme");
        dispatch.use("acme", Gateway.PSB);
    }

    @AfterEach
    void close() {
        dispatch.close();
    }

    private void later() {
        dispatch.clock.advance(Duration.ofMinutes(3));
        dispatch.work();
    }

    private List<String> documentIds() {
        return psb.sent.stream().map(OutgoingDocument::documentId).toList();
    }

    private List<String> events(long delivery) {
        long invoice = dispatch.delivery(delivery).invoiceId();
        return dispatch.ledger.inTransaction(books -> books.events().of(invoice)).stream()
                .map(LedgerEvent::kind)
                .toList();
    }

    private void acceptedBefore(long delivery) {
        String id = dispatch.delivery(delivery).passage().orElseThrow().documentId();
        psb.replies.add(new Reply.Done<>(Accepted.before(id)));
    }

    @Test
    void whatIsInDoubtIsSentAgainUnderTheSameIdAndRecognised() throws Exception {
        long delivery = dispatch.add("acme", "1", SendingMethod.PEPPOL);
        psb.sendings.add(Sending.ACCEPT_BUT_SAY_NOTHING);
        dispatch.work();
        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.IN_DOUBT);
        assertThat(dispatch.work()).as("not before delivery.in-doubt-wait").isZero();

        acceptedBefore(delivery);
        later();

        assertThat(documentIds()).hasSize(2).containsOnly(documentIds().get(0));
        assertThat(UUID.fromString(documentIds().get(0)).version()).isEqualTo(4);
        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(dispatch.delivery(delivery).reference())
                .isEqualTo(documentIds().get(0));
        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.SENT);
        assertThat(dispatch.attemptsOf(delivery)).hasSize(2);
        assertThat(dispatch.attemptsOf(delivery).get(1).reasonCode()).isEqualTo("econnect.accepted-before");
        assertThat(events(delivery)).contains("found", "sent");
        assertThat(psb.lookedFrom).as("nothing is looked up").isEmpty();
    }

    @Test
    void aCrashInTheMiddleOfAnAttemptIsClearedUpUnderTheSameId() throws Exception {
        long delivery = dispatch.add("acme", "2", SendingMethod.PEPPOL);
        dispatch.peppol.send(dispatch.attempts.begin(dispatch.due.take().get(0)));
        dispatch.restart();
        dispatch.recover();
        acceptedBefore(delivery);
        later();

        assertThat(documentIds()).hasSize(2).containsOnly(documentIds().get(0));
        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.SENT);
    }

    @Test
    void aRepeatThatCameToNothingLeavesTheDoubt() throws Exception {
        long delivery = dispatch.add("acme", "3", SendingMethod.PEPPOL);
        psb.sendings.addAll(List.of(Sending.ACCEPT_BUT_SAY_NOTHING, Sending.NOT_NOW, Sending.BLOCK));
        dispatch.work();
        later();
        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.IN_DOUBT);
        later();
        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.IN_DOUBT);
        assertThat(dispatch.pauses()).hasSize(1);
    }

    @Test
    void aRepeatForAReceiverThatIsUnknownByNowIsForAPerson() throws Exception {
        long delivery = dispatch.add("acme", "3b", SendingMethod.PEPPOL);
        psb.sendings.add(Sending.ACCEPT_BUT_SAY_NOTHING);
        dispatch.work();
        psb.replies.add(
                new Reply.Refused<>(Reason.of("econnect.unknown-receiver", "onbekende ontvanger", "unknown receiver")));
        later();

        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.IN_DOUBT);
        assertThat(dispatch.delivery(delivery).dueAt()).isEmpty();
        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.HELD);
    }

    @Test
    void aDoubtThatGoesOnForTooLongIsForAPerson() throws Exception {
        long delivery = dispatch.add("acme", "4", SendingMethod.PEPPOL);
        psb.otherwise = Sending.SAY_NOTHING;
        for (int hour = 0; hour < 80; hour++) {
            dispatch.work();
            dispatch.clock.advance(Duration.ofHours(1));
        }
        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.IN_DOUBT);
        assertThat(dispatch.delivery(delivery).dueAt()).isEmpty();
        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.HELD);
        assertThat(documentIds()).containsOnly(documentIds().get(0));
    }

    @Test
    void everyDeliveryHasAnIdOfItsOwn() throws Exception {
        dispatch.add("acme", "5", SendingMethod.PEPPOL);
        dispatch.add("acme", "6", SendingMethod.PEPPOL);
        dispatch.work();
        assertThat(documentIds()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void whatWasBegunByOneGatewayIsFinishedByIt() throws Exception {
        dispatch.use("acme", Gateway.PLATFORM);
        long begun = dispatch.add("acme", "7", SendingMethod.PEPPOL);
        psb.sendings.add(Sending.NOT_NOW);
        dispatch.work();
        dispatch.use("acme", Gateway.PSB);
        long fresh = dispatch.add("acme", "8", SendingMethod.PEPPOL);
        dispatch.gateways.clear();
        later();

        assertThat(dispatch.gateways).containsExactlyInAnyOrder(Gateway.PLATFORM, Gateway.PSB);
        assertThat(dispatch.delivery(begun).passage().orElseThrow().gateway()).isEqualTo(Gateway.PLATFORM);
        assertThat(dispatch.delivery(fresh).passage().orElseThrow().gateway()).isEqualTo(Gateway.PSB);
        assertThat(dispatch.invoice(begun).state()).isEqualTo(InvoiceState.SENT);
        assertThat(dispatch.invoice(fresh).state()).isEqualTo(InvoiceState.SENT);
    }

    @Test
    void aDoubtOfTheFormerGatewayIsLookedUpThere() throws Exception {
        dispatch.use("acme", Gateway.PLATFORM);
        long doubtful = dispatch.add("acme", "9", SendingMethod.PEPPOL);
        psb.sendings.add(Sending.ACCEPT_BUT_SAY_NOTHING);
        dispatch.work();
        dispatch.use("acme", Gateway.PSB);
        dispatch.gateways.clear();
        later();

        assertThat(dispatch.gateways).containsOnly(Gateway.PLATFORM);
        assertThat(dispatch.invoice(doubtful).state()).isEqualTo(InvoiceState.SENT);
        assertThat(psb.sent).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatAFormerGatewayAsksForIsHeededForItsDeliveryAlone(boolean inDoubt) throws Exception {
        Reason busy = Reason.of("econnect.overloaded", "te druk", "too busy");
        Optional<Duration> rest = Optional.of(Duration.ofMinutes(20));
        long begun = dispatch.add("acme", "11", SendingMethod.PEPPOL);
        psb.sendings.add(Sending.NOT_NOW);
        dispatch.work();
        dispatch.use("acme", Gateway.PLATFORM);
        psb.replies.add(inDoubt ? new Reply.InDoubt<>(busy, rest) : new Reply.Temporary<>(busy, rest));
        later();
        assertThat(dispatch.attemptsOf(begun)).hasSize(2);
        assertThat(dispatch.pauses()).isEmpty();

        long fresh = dispatch.add("acme", "12", SendingMethod.PEPPOL);
        dispatch.clock.advance(Duration.ofMinutes(19));
        dispatch.work();
        assertThat(dispatch.invoice(fresh).state()).isEqualTo(InvoiceState.SENT);
        assertThat(dispatch.attemptsOf(begun)).hasSize(2);

        later();
        assertThat(dispatch.attemptsOf(begun)).hasSize(3);
        assertThat(dispatch.invoice(begun).state()).isEqualTo(InvoiceState.SENT);
    }

    @Test
    void whatAFormerPlatformAsksForWhenADoubtIsLookedUpIsHeededToo() throws Exception {
        dispatch.use("acme", Gateway.PLATFORM);
        long doubtful = dispatch.add("acme", "13", SendingMethod.PEPPOL);
        psb.sendings.add(Sending.ACCEPT_BUT_SAY_NOTHING);
        dispatch.work();
        dispatch.use("acme", Gateway.PSB);
        psb.lists.add(() -> new Reply.Temporary<>(
                Reason.of("econnect.overloaded", "te druk", "too busy"), Optional.of(Duration.ofMinutes(20))));
        later();
        assertThat(psb.lookedFrom).hasSize(1);
        assertThat(dispatch.pauses()).isEmpty();
        dispatch.clock.advance(Duration.ofMinutes(19));
        dispatch.work();
        assertThat(psb.lookedFrom).hasSize(1);

        later();
        assertThat(dispatch.invoice(doubtful).state()).isEqualTo(InvoiceState.SENT);
    }

    @Test
    void aFormerGatewayWhoseSettingsAreGoneHoldsItsInvoiceAndStopsNothingElse() throws Exception {
        dispatch.use("acme", Gateway.PLATFORM);
        long begun = dispatch.add("acme", "10", SendingMethod.PEPPOL);
        psb.sendings.addAll(List.of(Sending.NOT_NOW, Sending.BLOCK));
        dispatch.work();
        dispatch.use("acme", Gateway.PSB);
        later();

        assertThat(dispatch.invoice(begun).state()).isEqualTo(InvoiceState.HELD);
        assertThat(dispatch.invoice(begun).reason().orElseThrow().code()).isEqualTo("delivery.former-gateway");
        assertThat(dispatch.pauses()).isEmpty();
    }
}
