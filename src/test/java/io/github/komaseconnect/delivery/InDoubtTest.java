package io.github.komaseconnect.delivery;

import static io.github.komaseconnect.delivery.FakeEConnect.Sending.ACCEPT_BUT_SAY_NOTHING;
import static io.github.komaseconnect.delivery.FakeEConnect.Sending.NOT_NOW;
import static io.github.komaseconnect.delivery.FakeEConnect.Sending.SAY_NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.invoice.TestUbl;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
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

/** A delivery by Peppol of which nobody knows whether it arrived is looked up before anything else. */
class InDoubtTest {
    private static final Duration WAIT = Duration.ofMinutes(2);

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

    /** The first attempt ends like this; then the time to look it up comes. */
    private void firstAttempt(FakeEConnect.Sending sending) {
        eConnect.sendings.add(sending);
        dispatch.work();
        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.IN_DOUBT);
        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.ON_ITS_WAY);
        dispatch.clock.advance(WAIT);
    }

    @Test
    void isNotLookedUpBeforeItsTimeAndNeverSentBefore() {
        eConnect.sendings.add(ACCEPT_BUT_SAY_NOTHING);
        dispatch.work();

        dispatch.clock.advance(WAIT.minusSeconds(1));

        assertThat(dispatch.work()).isZero();
        assertThat(eConnect.lookedFrom).isEmpty();
        assertThat(eConnect.sent).hasSize(1);
    }

    @Test
    void foundMeansSentOnceWithThatExternalId() throws Exception {
        firstAttempt(ACCEPT_BUT_SAY_NOTHING);

        dispatch.work();
        dispatch.clock.advance(Duration.ofDays(1));

        assertThat(dispatch.work()).isZero();
        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.SENT);
        assertThat(dispatch.invoice(delivery).externalId()).isEqualTo("XCNLOUT1");
        assertThat(dispatch.delivery(delivery).reference()).isEqualTo("XCNLOUT1");
        assertThat(eConnect.sent).hasSize(1);
        assertThat(dispatch.kept(delivery))
                .contains(
                        "delivery-" + delivery + "-lookup-XCNLOUT1.xml",
                        "delivery-" + delivery + "-lookup-XCNLOUT1-answer.xml");
    }

    @Test
    void absentIsSentAgainExactlyOnce() {
        firstAttempt(SAY_NOTHING);

        assertThat(dispatch.work()).isEqualTo(1);
        assertThat(eConnect.sent).hasSize(1);
        assertThat(dispatch.work()).isEqualTo(1);
        assertThat(dispatch.work()).isZero();

        assertThat(eConnect.sent).hasSize(2);
        assertThat(eConnect.outbox).hasSize(1);
        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.SENT);
    }

    @Test
    void isLookedForFromSurelyBeforeTheFirstAttempt() {
        Instant first = dispatch.clock.instant();
        eConnect.sendings.add(NOT_NOW);
        dispatch.work();
        dispatch.clock.advance(Duration.ofSeconds(30));
        firstAttempt(ACCEPT_BUT_SAY_NOTHING);

        dispatch.work();

        assertThat(eConnect.lookedFrom).containsExactly(first.minus(Duration.ofHours(3)));
        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.SENT);
    }

    @Test
    void isFoundBehindOtherDocumentsOnALaterPage() throws Exception {
        eConnect.keep("2026-11", Dispatch.ubl("2026-11"), "0106:12345678");
        eConnect.keep("2026-12", Dispatch.ubl("2026-12"), "0106:12345678");
        firstAttempt(ACCEPT_BUT_SAY_NOTHING);

        dispatch.work();

        assertThat(dispatch.invoice(delivery).externalId()).isEqualTo("XCNLOUT3");
        assertThat(dispatch.kept(delivery))
                .as("documents of other customers are not kept with this invoice")
                .noneMatch(name -> name.contains("XCNLOUT1") || name.contains("XCNLOUT2"));
    }

    @Test
    void theSameNumberWithOtherContentIsLeftToAPerson() throws Exception {
        firstAttempt(SAY_NOTHING);
        String changed = Dispatch.ubl("2026-1").replace("Acme", "Acme Holding");
        String other = eConnect.keep("2026-1", changed, "0106:12345678");

        dispatch.work();
        dispatch.clock.advance(Duration.ofDays(3));

        assertThat(dispatch.work()).isZero();
        assertThat(eConnect.sent).hasSize(1);
        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.HELD);
        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.IN_DOUBT);
        Path reason = dispatch.companies.get("acme").folders().held().resolve("FACTUUR_2026-1.reason.txt");
        assertThat(Files.readString(reason)).contains(other, "resolve");
    }

    @Test
    void theSameContentToAnotherReceiverIsLeftToAPerson() throws Exception {
        firstAttempt(SAY_NOTHING);
        eConnect.keep("2026-1", Dispatch.ubl("2026-1"), "0106:99999999");

        dispatch.work();

        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.HELD);
    }

    @Test
    void aDocumentThatIsNoInvoiceOfThisTypeIsAnotherDocument() {
        firstAttempt(SAY_NOTHING);
        eConnect.keep("2026-1", TestUbl.creditNote("<cbc:ID>2026-1</cbc:ID>" + TestUbl.SUPPLIER), "0106:12345678");

        dispatch.work();
        dispatch.work();

        assertThat(eConnect.sent).hasSize(2);
        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.SENT);
    }

    @Test
    void whatIsKnownToBeAnotherDeliveryIsIgnored() throws Exception {
        long earlier = dispatch.add("acme", "2026-2", SendingMethod.PEPPOL);
        String id = eConnect.keep("2026-1", Dispatch.ubl("2026-1"), "0106:12345678");
        dispatch.ledger.record(books -> books.deliveries().delivered(earlier, id));
        firstAttempt(SAY_NOTHING);

        dispatch.work();
        dispatch.work();

        assertThat(eConnect.sent).hasSize(2);
        assertThat(dispatch.invoice(delivery).externalId()).isEqualTo("XCNLOUT2");
    }

    @Test
    void whatWasWrittenDifferentlyByEConnectIsStillTheSame() throws Exception {
        firstAttempt(SAY_NOTHING);
        String other = "<?xml version='1.0'?><!-- eConnect -->\n"
                + Dispatch.ubl("2026-1").replace("cbc:", "b:").replace("xmlns:cbc", "xmlns:b");
        eConnect.keep("2026-1", other, "NL:KVK:12345678");

        dispatch.work();

        assertThat(dispatch.invoice(delivery).externalId()).isEqualTo("XCNLOUT1");
        assertThat(eConnect.sent).hasSize(1);
    }

    @Test
    void isNeverSentAgainWhileItCannotBeLookedUp() {
        firstAttempt(ACCEPT_BUT_SAY_NOTHING);
        for (int n = 0; n < 4; n++) {
            eConnect.lists.add(() -> new Reply.Temporary<>(FakeEConnect.REASON));
            eConnect.lists.add(() -> new Reply.InDoubt<>(FakeEConnect.REASON));
            eConnect.lists.add(() -> new Reply.Refused<>(FakeEConnect.REASON));
        }
        Instant begin = dispatch.clock.instant();
        while (!eConnect.lists.isEmpty()) {
            dispatch.work();
            assertThat(eConnect.sent).hasSize(1);
            assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.IN_DOUBT);
            dispatch.clock.advance(Duration.ofSeconds(30));
        }
        assertThat(Duration.between(begin, dispatch.clock.instant()))
                .as("it waits ever longer")
                .isGreaterThan(Duration.ofHours(1));
        dispatch.clock.advance(Duration.ofHours(1));
        dispatch.work();

        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.SENT);
        assertThat(eConnect.sent).hasSize(1);
    }

    @Test
    void whatCannotBeLookedUpForTooLongIsLeftToAPersonAndStillNotSent() {
        firstAttempt(SAY_NOTHING);
        for (int n = 0; n < 200; n++) {
            eConnect.lists.add(() -> new Reply.Temporary<>(FakeEConnect.REASON));
        }
        for (int hours = 0; hours < 80; hours++) {
            dispatch.clock.advance(Duration.ofHours(1));
            dispatch.work();
        }

        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.HELD);
        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.IN_DOUBT);
        assertThat(dispatch.invoice(delivery).reason().orElseThrow().dutch()).contains("nagekeken");
        assertThat(eConnect.sent).hasSize(1);
    }

    @Test
    void aBlockedLookUpPausesTheCompanyAndIsRepeatedAsItsProbe() {
        firstAttempt(ACCEPT_BUT_SAY_NOTHING);
        eConnect.lists.add(() -> new Reply.Blocked<>(FakeEConnect.REASON));

        dispatch.work();

        assertThat(dispatch.pauses()).hasSize(1);
        assertThat(dispatch.work()).isZero();
        dispatch.clock.advance(Duration.ofMinutes(5));
        dispatch.work();
        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.SENT);
        assertThat(dispatch.pauses()).isEmpty();
        assertThat(dispatch.alarms()).isEmpty();
    }

    @Test
    void aLookUpThatFindsNothingShowsThatKeysAndBalanceAreRightAgain() {
        firstAttempt(SAY_NOTHING);
        eConnect.lists.add(() -> new Reply.Blocked<>(FakeEConnect.REASON));
        dispatch.work();
        dispatch.clock.advance(Duration.ofMinutes(5));

        dispatch.work();

        assertThat(dispatch.pauses()).isEmpty();
        dispatch.work();
        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.SENT);
    }

    @Test
    void whatNeverArrivesIsTriedLessAndLessOftenAndHeldInTheEnd() {
        eConnect.otherwise = SAY_NOTHING;
        Instant begin = dispatch.clock.instant();
        while (dispatch.invoice(delivery).state() == InvoiceState.ON_ITS_WAY) {
            dispatch.work();
            dispatch.clock.advance(Duration.ofMinutes(1));
        }

        assertThat(Duration.between(begin, dispatch.clock.instant()))
                .isBetween(Duration.ofHours(72), Duration.ofHours(75));
        assertThat(eConnect.sent).hasSizeBetween(60, 90);
        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.REJECTED);
    }

    @Test
    void eachLookUpOfTheSameDocumentKeepsFilesOfItsOwn() throws Exception {
        String other = Dispatch.ubl("2026-1").replace("Acme", "Acme Holding");
        firstAttempt(SAY_NOTHING);
        String id = eConnect.keep("2026-1", other, "0106:12345678");
        dispatch.work();
        // a person says: send again; and again nobody knows
        Instant now = dispatch.clock.instant();
        dispatch.ledger.record(
                books -> books.deliveries().state(delivery, DeliveryState.WAITING, Optional.of(now), Optional.empty()));
        eConnect.sendings.add(SAY_NOTHING);
        dispatch.work();
        dispatch.clock.advance(WAIT);
        dispatch.work();

        assertThat(dispatch.kept(delivery))
                .contains(
                        "delivery-" + delivery + "-lookup-" + id + ".xml",
                        "delivery-" + delivery + "-lookup-" + id + "-2.xml");
    }
}
