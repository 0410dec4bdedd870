package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.BuyerAnswer;
import io.github.komaseconnect.ledger.Followed;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Transit;
import io.github.komaseconnect.simulator.DeliveryMethod;
import io.github.komaseconnect.simulator.InvoiceStatus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sent invoices followed at eConnect's platform, through the real runtime. */
class FollowEndToEndTest {
    @TempDir
    Path folder;

    private Workshop workshop;

    @BeforeEach
    void open() throws Exception {
        workshop = new Workshop(folder).with("following.poll=200ms", "alert.email=baas@acme.example");
        workshop.start();
    }

    @AfterEach
    void close() throws Exception {
        workshop.close();
    }

    private static String numbered(String number) throws Exception {
        return Workshop.sample("verkoop-peppol.xml").replace("F2026-0101", number);
    }

    private LedgerInvoice sent(String number) throws Exception {
        workshop.export(number + ".xml", numbered(number));
        return workshop.awaitState(number, InvoiceState.SENT);
    }

    private Optional<Followed> followed(LedgerInvoice invoice) {
        return workshop.ledger().reading(books -> books.following().of(invoice.id()));
    }

    private void awaitAnswer(LedgerInvoice invoice, BuyerAnswer answer) {
        await().atMost(Workshop.PATIENCE).until(() -> followed(invoice)
                .flatMap(Followed::answer)
                .filter(answer::equals)
                .isPresent());
    }

    private List<Alarm> alarms() {
        return workshop.ledger().reading(books -> books.alarms().open());
    }

    private Path statusFile(LedgerInvoice invoice) {
        return workshop.acme("sent").resolve(invoice.where().path() + ".status.txt");
    }

    private void awaitStatusFile(LedgerInvoice invoice, String words) {
        await().atMost(Workshop.PATIENCE)
                .until(() -> Files.exists(statusFile(invoice))
                        && Files.readString(statusFile(invoice)).contains(words));
    }

    @Test
    void deliveredRejectedByTheBuyerAndACorrectionUnderTheSameNumber() throws Exception {
        LedgerInvoice invoice = sent("2026-1");

        awaitStatusFile(invoice, "Stand: afgeleverd");
        assertThat(followed(invoice).orElseThrow().transit()).isEqualTo(Transit.DELIVERED);
        assertThat(alarms()).isEmpty();

        workshop.simulator.receiverSets(invoice.externalId(), InvoiceStatus.REJECTED);

        awaitStatusFile(invoice, "Stand: afgewezen door de klant");
        assertThat(alarms())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.reason().dutchLine()).contains("afgewezen", "creditnota"));
        await().atMost(Workshop.PATIENCE).until(() -> workshop.mail.getReceivedMessages().length == 1);
        assertThat(workshop.mail.getReceivedMessages()[0].getContent().toString())
                .contains("2026-1", "afgewezen", "rejected");

        workshop.export("correctie.xml", numbered("2026-1").replace("Bakkerij", "Bakkerij "));
        await().atMost(Workshop.PATIENCE).until(() -> workshop.files("held").size() == 2);
        String reason = Files.readString(workshop.acme("held").resolve("correctie_2026-1.reason.txt"));
        assertThat(reason).contains("De klant heeft die op", "afgewezen", "creditnota", "resolve", "credit note");
        assertThat(workshop.simulator.journal().accepted("2026-1")).hasSize(1);
    }

    @Test
    void acceptedThenPaidAcrossARestartAndThenFollowedNoMore() throws Exception {
        LedgerInvoice invoice = sent("2026-2");
        workshop.simulator.receiverSets(invoice.externalId(), InvoiceStatus.ACCEPTED);
        awaitAnswer(invoice, BuyerAnswer.ACCEPTED);
        workshop.stop();
        workshop.simulator.receiverSets(invoice.externalId(), InvoiceStatus.PAID);
        workshop.start();

        awaitAnswer(invoice, BuyerAnswer.PAID);

        awaitStatusFile(invoice, "Stand: betaald");
        assertThat(followed(invoice).orElseThrow().goingOn()).isFalse();
        assertThat(alarms()).isEmpty();
        assertThat(Files.readString(statusFile(invoice), StandardCharsets.UTF_8))
                .contains("Afgeleverd", "geaccepteerd", "Status: paid");
    }

    @Test
    void whatEConnectForwardsByMailIsToldAndIsOverWhenItArrivesAfterAll() throws Exception {
        LedgerInvoice invoice = sent("2026-3");
        awaitStatusFile(invoice, "afgeleverd");

        workshop.simulator.goesBy(invoice.externalId(), DeliveryMethod.TO_EMAIL);
        await().atMost(Workshop.PATIENCE).until(() -> alarms().size() == 1);
        assertThat(alarms().get(0).reason().dutchLine()).contains("per e-mail", "relatiebestand");
        assertThat(workshop.invoice("2026-3").orElseThrow().state()).isEqualTo(InvoiceState.SENT);

        workshop.simulator.goesBy(invoice.externalId(), DeliveryMethod.TO_PEPPOL);
        await().atMost(Workshop.PATIENCE).until(() -> alarms().isEmpty());
    }

    @Test
    void whatSomebodyMailedJustBeforeIsSeenAlthoughNobodyWouldLookForALongTime() throws Exception {
        workshop.close();
        try (Workshop seldom = new Workshop(folder.resolve("seldom")).with("following.poll=12h")) {
            seldom.start();
            await().atMost(Workshop.PATIENCE).until(() -> seldom.ledger()
                    .reading(books -> books.following().outboxMark("acme"))
                    .isPresent());
            seldom.simulator.mailed("XCNL10019", "0106:12345678", numbered("2026-8"));

            seldom.export("2026-8.xml", numbered("2026-8"));
            LedgerInvoice held = seldom.awaitState("2026-8", InvoiceState.HELD);

            assertThat(held.reason().orElseThrow().code()).isEqualTo("delivery.sent-elsewhere");
            assertThat(seldom.simulator.journal().accepted("2026-8")).isEmpty();
        }
    }

    @Test
    void whatSomebodyMailedFromKomasIsHeldAndGoesOnlyWhenAPersonSaysSo() throws Exception {
        // something to follow, so that the list is read
        sent("2026-4");
        String mailed = workshop.simulator.mailed("XCNL10019", "0106:87654321", numbered("2026-5"));
        await().atMost(Workshop.PATIENCE).until(() -> workshop.ledger()
                .reading(books -> books.foreignDocuments().isKnown("acme", mailed)));

        workshop.export("2026-5.xml", numbered("2026-5"));
        LedgerInvoice held = workshop.awaitState("2026-5", InvoiceState.HELD);

        assertThat(held.reason().orElseThrow().code()).isEqualTo("delivery.sent-elsewhere");
        assertThat(held.reason().orElseThrow().dutchLine())
                .contains(mailed, "precies deze factuur", "Mailen", "--sent");
        assertThat(Files.readString(workshop.acme("held").resolve("2026-5.reason.txt")))
                .contains("resolve " + held.id() + " --send-again");
        assertThat(workshop.simulator.journal().accepted("2026-5")).isEmpty();
    }

    @Test
    void oneThatWaitsIsHeldAsSoonAsTheListShowsThatSomebodyMailedIt() throws Exception {
        workshop.stop();
        workshop.with("delivery.delay=1h").start();
        workshop.export("2026-6.xml", numbered("2026-6"));
        workshop.awaitState("2026-6", InvoiceState.ON_ITS_WAY);

        workshop.simulator.mailed(
                "XCNL10019", "0106:87654321", numbered("2026-6").replace("Bakkerij", "Bakkerij "));

        LedgerInvoice held = workshop.awaitState("2026-6", InvoiceState.HELD);
        assertThat(held.reason().orElseThrow().dutch()).contains("andere inhoud of ontvanger");
    }
}
