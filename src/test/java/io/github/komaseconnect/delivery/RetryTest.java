package io.github.komaseconnect.delivery;

import static io.github.komaseconnect.delivery.FakeEConnect.Sending.ACCEPT;
import static io.github.komaseconnect.delivery.FakeEConnect.Sending.BLOCK;
import static io.github.komaseconnect.delivery.FakeEConnect.Sending.NOT_NOW;
import static io.github.komaseconnect.delivery.FakeEConnect.Sending.REFUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.komaseconnect.ledger.Attempt;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.SendingMethod;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded of an attempt, and what follows when it fails. */
class RetryTest {
    @TempDir
    Path folder;

    private Dispatch dispatch;
    private FakeEConnect eConnect;
    private long delivery;

    @BeforeEach
    void open() throws Exception {
        dispatch = new Dispatch(folder, "acme");
        eConnect = dispatch.eConnect.get("acme");
        delivery = dispatch.add("acme", "2026-1", SendingMethod.PEPPOL);
    }

    @AfterEach
    void close() {
        dispatch.close();
    }

    private Duration waits(long id) {
        return Duration.between(
                dispatch.clock.instant(), dispatch.delivery(id).dueAt().orElseThrow());
    }

    @Test
    void theAttemptIsInTheLedgerBeforeItsEffectAndTheOutcomeAfterIt() {
        Shipment shipment = dispatch.due.take().get(0);
        OpenAttempt open = dispatch.attempts.begin(shipment);

        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.ATTEMPTING);
        assertThat(dispatch.attemptsOf(delivery)).singleElement().satisfies(attempt -> {
            assertThat(attempt.endedAt()).isEmpty();
            assertThat(attempt.outcome()).isEmpty();
        });
        assertThat(eConnect.sent).isEmpty();

        EndedAttempt ended = dispatch.peppol.send(open);
        assertThat(dispatch.attemptsOf(delivery).get(0).outcome()).isEmpty();
        dispatch.clock.advance(Duration.ofSeconds(3));
        dispatch.attempts.end(ended);

        assertThat(dispatch.attemptsOf(delivery)).singleElement().satisfies(attempt -> {
            assertThat(attempt.outcome()).isEqualTo("DELIVERED");
            assertThat(attempt.reference()).isEqualTo("XCNLOUT1");
            assertThat(attempt.endedAt()).contains(dispatch.clock.instant());
        });
        assertThat(dispatch.delivery(delivery).reference()).isEqualTo("XCNLOUT1");
        assertThat(dispatch.invoice(delivery).externalId()).isEqualTo("XCNLOUT1");
        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.SENT);
    }

    @Test
    void whatWasSentGoesToTheFolderOfItsMonth() throws Exception {
        dispatch.work();

        Path sent = dispatch.companies.get("acme").folders().sent();
        assertThat(sent.resolve("2026-11").resolve("FACTUUR_2026-1.xml")).hasContent(Dispatch.ubl("2026-1"));
        assertThat(Dispatch.names(dispatch.companies.get("acme").folders().outbox()))
                .isEmpty();
    }

    @Test
    void aTemporaryFailureIsTriedAgainWithGrowingWaitsAcrossRestarts() {
        eConnect.otherwise = NOT_NOW;
        for (long seconds : new long[] {30, 60, 120, 240, 480, 960, 1920, 3600, 3600}) {
            assertThat(dispatch.work()).isEqualTo(1);
            assertThat(waits(delivery)).isEqualTo(Duration.ofSeconds(seconds));

            dispatch.restart();
            dispatch.clock.advance(Duration.ofSeconds(seconds - 1));
            assertThat(dispatch.work()).isZero();
            dispatch.clock.advance(Duration.ofSeconds(1));
        }
        eConnect.otherwise = ACCEPT;

        dispatch.work();

        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.SENT);
        assertThat(dispatch.attemptsOf(delivery))
                .extracting(Attempt::outcome)
                .hasSize(10)
                .startsWith("TEMPORARY", "TEMPORARY")
                .endsWith("DELIVERED");
    }

    @Test
    void whatFailsForTooLongIsHeldWithItsLastReason() throws Exception {
        eConnect.otherwise = NOT_NOW;
        Instant begin = dispatch.clock.instant();
        while (dispatch.delivery(delivery).state() == DeliveryState.WAITING) {
            dispatch.work();
            dispatch.clock.advance(Duration.ofMinutes(30));
        }

        assertThat(Duration.between(begin, dispatch.clock.instant()))
                .isBetween(Duration.ofHours(72), Duration.ofHours(74));
        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.HELD);
        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.REJECTED);
        Path reason = dispatch.companies.get("acme").folders().held().resolve("FACTUUR_2026-1.reason.txt");
        assertThat(Files.readString(reason)).contains("te lang niet gelukt", "zo gaat het in deze test", "retry");
        assertThat(dispatch.alarms()).extracting(alarm -> alarm.cause()).containsExactly("held/acme/delivery.gave-up");
    }

    @Test
    void aDefiniteNoIsHeldInItsOwnWordsAndNotTriedAgain() throws Exception {
        eConnect.otherwise = REFUSE;
        eConnect.reason = Reason.of("econnect.rules", "regel BR-NL-10 is niet gevolgd", "rule BR-NL-10 is broken");

        dispatch.work();
        dispatch.clock.advance(Duration.ofDays(3));

        assertThat(dispatch.work()).isZero();
        assertThat(eConnect.sent).hasSize(1);
        Path reason = dispatch.companies.get("acme").folders().held().resolve("FACTUUR_2026-1.reason.txt");
        assertThat(Files.readString(reason)).contains("regel BR-NL-10 is niet gevolgd", "rule BR-NL-10 is broken");
        assertThat(dispatch.alarms()).extracting(alarm -> alarm.cause()).containsExactly("held/acme/econnect.rules");
    }

    @Test
    void timeInWhichAChannelWasBlockedDoesNotCountAsFailing() {
        eConnect.sendings.add(NOT_NOW);
        dispatch.work();
        assertThat(dispatch.delivery(delivery).failingSince()).isPresent();
        Instant now = dispatch.clock.instant();
        dispatch.ledger.record(books -> books.pauses()
                .set(new Pause("acme", Channel.ECONNECT, "x", "x", "x", "komas-econnect", now, Optional.of(now))));
        dispatch.clock.advance(Duration.ofDays(4));
        dispatch.ledger.record(books -> dispatch.channels.works(books, "acme", Channel.ECONNECT));
        eConnect.sendings.add(NOT_NOW);

        dispatch.work();

        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.ON_ITS_WAY);
        assertThat(waits(delivery)).isLessThanOrEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void afterABlockTheWaitsBeginAnew() {
        for (int n = 0; n < 5; n++) {
            eConnect.sendings.add(BLOCK);
            dispatch.work();
            dispatch.clock.advance(Duration.ofMinutes(5));
        }
        eConnect.sendings.add(NOT_NOW);

        dispatch.work();

        assertThat(waits(delivery)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void everyAttemptKeepsFilesOfItsOwn() throws Exception {
        eConnect.sendings.add(NOT_NOW);
        dispatch.work();
        dispatch.clock.advance(Duration.ofSeconds(30));
        dispatch.work();

        assertThat(dispatch.kept(delivery))
                .contains(
                        "document.xml",
                        "delivery-" + delivery + "-attempt-1-sent.xml",
                        "delivery-" + delivery + "-attempt-1-answer.xml",
                        "delivery-" + delivery + "-attempt-2-sent.xml",
                        "delivery-" + delivery + "-attempt-2-answer.xml");
    }

    @Test
    void whatIsInTheArchiveIsNeverChangedEvenByALedgerThatWasPutBackFromABackUp() throws Exception {
        String folderOfInvoice = dispatch.invoice(delivery).archive();
        Path sent = dispatch.archive.file(folderOfInvoice, "delivery-" + delivery + "-attempt-1-sent.xml");
        Path answer = dispatch.archive.file(folderOfInvoice, "delivery-" + delivery + "-attempt-1-answer.xml");
        Files.writeString(sent, "was sent before the disk broke");
        Files.writeString(answer, "was answered before the disk broke");

        dispatch.work();

        assertThat(sent).hasContent("was sent before the disk broke");
        assertThat(answer).hasContent("was answered before the disk broke");
        assertThat(dispatch.kept(delivery)).contains("delivery-" + delivery + "-attempt-1-answer-2.xml");
    }

    @Test
    void aDeliveryThatWasCancelledMeanwhileIsNotSent() {
        Shipment shipment = dispatch.due.take().get(0);
        dispatch.ledger.record(books ->
                books.deliveries().state(delivery, DeliveryState.CANCELLED, Optional.empty(), Optional.empty()));

        assertThatThrownBy(() -> dispatch.attempts.begin(shipment)).isInstanceOf(DeliveryWithdrawnException.class);

        assertThat(dispatch.attemptsOf(delivery)).isEmpty();
    }

    @Test
    void aDeliveryOfACompanyThatWasPausedMeanwhileIsNotSent() {
        Shipment shipment = dispatch.due.take().get(0);
        Instant now = dispatch.clock.instant();
        dispatch.ledger.record(books ->
                books.pauses().set(new Pause("acme", Channel.ALL, "x", "x", "x", "els", now, Optional.empty())));

        assertThatThrownBy(() -> dispatch.attempts.begin(shipment)).isInstanceOf(DeliveryWithdrawnException.class);

        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.WAITING);
        dispatch.due.release(shipment);
        assertThat(dispatch.work()).isZero();
    }

    @Test
    void aStepThatFailsBeforeItsAttemptIsTriedLaterEverLessOften() {
        for (long seconds : new long[] {30, 60, 120}) {
            Shipment shipment = dispatch.due.take().get(0);
            dispatch.attempts.failedUnexpectedly(shipment, new IllegalStateException("schijf vol"));
            dispatch.due.release(shipment);

            assertThat(waits(delivery)).isEqualTo(Duration.ofSeconds(seconds));
            dispatch.clock.advance(Duration.ofSeconds(seconds));
        }
        assertThat(dispatch.attemptsOf(delivery)).isEmpty();
    }

    @Test
    void aStepThatFailsWithinItsAttemptIsInDoubt() {
        Shipment shipment = dispatch.due.take().get(0);
        dispatch.attempts.begin(shipment);

        dispatch.attempts.failedUnexpectedly(shipment, new IllegalStateException("verbinding met het grootboek weg"));

        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.IN_DOUBT);
        assertThat(dispatch.attemptsOf(delivery).get(0).outcome()).isEqualTo("IN_DOUBT");
        assertThat(waits(delivery)).isEqualTo(Duration.ofMinutes(2));
    }
}
