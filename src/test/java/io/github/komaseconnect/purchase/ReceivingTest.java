package io.github.komaseconnect.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.purchase.FakeEConnect.Call;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the ledger into the import folder, step by step. */
class ReceivingTest {
    private static final Instant MORNING = Instant.parse("2026-11-22T06:00:00Z");

    @TempDir
    Path folder;

    private ReceivingBench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new ReceivingBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void anInvoiceComesInWithItsNameItsArchiveAndItsStatus() throws Exception {
        String xml = Purchase.invoice("2026-001");
        bench.acme.deliver("XCNIN1", MORNING, xml);

        bench.refresh();

        assertThat(bench.everything())
                .containsExactly(
                        "20261122_Bouwmarkt-B.V_2026-001_XCNIN1.pdf", "20261122_Bouwmarkt-B.V_2026-001_XCNIN1.xml");
        assertThat(bench.imports("acme").resolve("20261122_Bouwmarkt-B.V_2026-001_XCNIN1.xml"))
                .hasContent(xml);
        assertThat(bench.imports("acme").resolve("20261122_Bouwmarkt-B.V_2026-001_XCNIN1.pdf"))
                .hasBinaryContent(FakeEConnect.PDF);
        Path archived = folder.resolve("archive/acme/purchase/2026/11/XCNIN1");
        assertThat(archived.resolve("document.xml")).hasContent(xml);
        assertThat(archived.resolve("answer.xml")).exists();
        assertThat(archived.resolve("document.pdf")).exists();
        assertThat(bench.acme.statuses).containsEntry("XCNIN1", 35);
        assertThat(bench.invoice("XCNIN1").state()).isEqualTo(InvoiceState.RECEIVED);
        assertThat(bench.events("XCNIN1")).hasSize(3);
    }

    @Test
    void fileNameAndArchiveFollowTheDayInTheNetherlands() throws Exception {
        bench.acme.deliver("XCNIN1", Instant.parse("2026-12-31T23:30:00Z"), Purchase.invoice("F1"));
        bench.clock.set(Instant.parse("2027-02-01T08:00:00Z"));

        bench.refresh();

        assertThat(bench.visible()).allMatch(name -> name.startsWith("20270101_"));
        assertThat(folder.resolve("archive/acme/purchase/2027/01/XCNIN1/document.xml"))
                .exists();
    }

    @Test
    void aCreditNoteComesInToo() throws Exception {
        bench.acme.deliver("XCNIN1", MORNING, Purchase.creditNote("C1"));

        bench.refresh();

        assertThat(bench.invoice("XCNIN1").type()).contains(DocumentType.CREDIT_NOTE);
        assertThat(bench.visible()).hasSize(2);
    }

    @Test
    void anOrderIsSkippedOnceAndNotToldToEConnect() throws Exception {
        bench.acme.deliver("XCNIN1", MORNING, Purchase.order());

        bench.refresh();
        bench.refresh();

        assertThat(bench.invoice("XCNIN1").state()).isEqualTo(InvoiceState.SKIPPED);
        assertThat(bench.invoice("XCNIN1").reason().orElseThrow().dutch()).contains("Order");
        assertThat(bench.acme.calls(Call.DOCUMENT)).isOne();
        assertThat(bench.acme.statuses).isEmpty();
        assertThat(bench.everything()).isEmpty();
        assertThat(bench.openAlarms()).isEmpty();
    }

    @Test
    void aStatusIsSetOnlyWhenTheCompanyWantsOne() {
        bench.beta.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
        bench.inbox.list("beta");
        bench.work();

        assertThat(bench.invoices("beta").get(0).state()).isEqualTo(InvoiceState.RECEIVED);
        assertThat(bench.beta.calls(Call.STATUS)).isZero();
    }

    @Test
    void aStatusThatCannotBeSetIsTriedAgainAndTheFileIsNotWrittenAgain() throws Exception {
        bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
        bench.acme.answer(Call.STATUS, "", FakeEConnect.temporary(), 1);
        bench.refresh();
        assertThat(bench.invoice("XCNIN1").state()).isEqualTo(InvoiceState.IMPORTED);
        for (String name : bench.visible()) {
            Files.delete(bench.imports("acme").resolve(name));
        }

        bench.later(Duration.ofSeconds(30));

        assertThat(bench.invoice("XCNIN1").state()).isEqualTo(InvoiceState.RECEIVED);
        assertThat(bench.acme.statuses).containsEntry("XCNIN1", 35);
        assertThat(bench.everything()).isEmpty();
    }

    @Test
    void aStatusThatEConnectRefusesIsNoReasonToHoldAnInvoiceThatIsIn() {
        bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
        bench.acme.answer(Call.STATUS, "", FakeEConnect.refused(), 1);

        bench.refresh();

        assertThat(bench.invoice("XCNIN1").state()).isEqualTo(InvoiceState.RECEIVED);
        assertThat(bench.events("XCNIN1")).last().asString().contains("eConnect weigert de status");
    }

    @Test
    void number37Of120FailsOnceAndStopsNoOther() throws Exception {
        for (int n = 1; n <= 120; n++) {
            bench.acme.deliver("XCNIN" + n, MORNING.plusSeconds(n), Purchase.invoice("F" + n));
        }
        bench.acme.answer(Call.DOCUMENT, "XCNIN37", FakeEConnect.temporary(), 1);
        bench.refresh();
        assertThat(bench.count(InvoiceState.RECEIVED)).isEqualTo(119);
        int lists = bench.acme.calls(Call.LIST);

        bench.later(Duration.ofSeconds(30));

        assertThat(bench.count(InvoiceState.RECEIVED)).isEqualTo(120);
        assertThat(bench.visible()).hasSize(240);
        assertThat(bench.acme.calls(Call.LIST)).isEqualTo(lists);
        assertThat(bench.allAlarms()).isEmpty();
    }

    @Test
    void manyThatKeepFailingAreOneAlarmThatEndsWithTheLast() {
        for (int n = 1; n <= 20; n++) {
            bench.acme.deliver("XCNIN" + n, MORNING.plusSeconds(n), Purchase.invoice("F" + n));
        }
        bench.acme.answer(Call.DOCUMENT, "", FakeEConnect.temporary(), 20 * 5);
        bench.refresh();
        for (int again = 0; again < 4; again++) {
            bench.later(Duration.ofHours(1));
        }

        assertThat(bench.openAlarms()).extracting(Alarm::cause).containsExactly("receive/acme");
        assertThat(bench.openAlarms().get(0).touches()).hasSize(20);

        bench.acme.answer(Call.DOCUMENT, "XCNIN7", FakeEConnect.temporary(), 1);
        bench.later(Duration.ofHours(1));
        assertThat(bench.openAlarms()).hasSize(1);
        bench.later(Duration.ofHours(1));

        assertThat(bench.openAlarms()).isEmpty();
        assertThat(bench.allAlarms()).hasSize(1);
        assertThat(bench.count(InvoiceState.RECEIVED)).isEqualTo(20);
    }

    @Test
    void whatIsRefusedForGoodIsHeldWithAnAlarm() {
        bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
        bench.acme.deliver("XCNIN2", MORNING, Purchase.invoice("F2"));
        bench.acme.answer(Call.DOCUMENT, "XCNIN1", FakeEConnect.refused(), 1);

        bench.refresh();
        bench.later(Duration.ofDays(1));

        assertThat(bench.invoice("XCNIN1").state()).isEqualTo(InvoiceState.HELD);
        assertThat(bench.invoice("XCNIN2").state()).isEqualTo(InvoiceState.RECEIVED);
        assertThat(bench.acme.calls(Call.DOCUMENT, "XCNIN1")).isOne();
        assertThat(bench.openAlarms()).extracting(Alarm::cause).containsExactly("held/acme/test.refused");
        assertThat(bench.acme.statuses).doesNotContainKey("XCNIN1");
    }

    @Test
    void whatIsNoUsableInvoiceIsHeldAndSaysWhereItIs() throws Exception {
        bench.acme.deliver(
                "XCNIN1", MORNING, "<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"/>");

        bench.refresh();

        var reason = bench.invoice("XCNIN1").reason().orElseThrow();
        assertThat(reason.code()).isEqualTo("purchase.unusable");
        assertThat(reason.dutch()).contains("XCNIN1").contains("factuurnummer");
        assertThat(reason.adviceDutch()).contains("acme/purchase/2026/11/XCNIN1/document.xml");
        assertThat(bench.everything()).isEmpty();
    }

    @Test
    void numbersAndIdsFromOutsideNeverLeaveTheFolder() throws Exception {
        bench.acme.deliver("../../../evil", MORNING, Purchase.invoice("../..\\C:/x", "/etc/passwd&#10;NUL", ""));
        bench.acme.deliver("..\\..\\evil", MORNING, Purchase.invoice("..", "CON", ""));
        bench.refresh();

        List<String> names = bench.visible();
        assertThat(names).hasSize(4).allMatch(name -> name.matches("20261122_[A-Za-z0-9._~-]+\\.(xml|pdf)"));
        assertThat(folder.getParent().resolve("evil")).doesNotExist();
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.toString().contains("evil")))
                    .allMatch(file -> file.startsWith(folder.resolve("archive/acme/purchase/2026/11"))
                            || file.startsWith(bench.imports("acme")));
        }
    }

    /** Two ids that give the same safe name, of the same supplier with the same number on the same day. */
    @Test
    void noDocumentTakesTheNameOrTheArchiveOfAnother() throws Exception {
        bench.acme.deliver("A/B", MORNING, Purchase.invoice("F1"));
        bench.acme.deliver("A:B", MORNING, Purchase.withPdf("F1", "%PDF-1 other"));
        bench.acme.deliver("XCNINa", MORNING, Purchase.invoice("Bouwmarkt B.V.", "F2", ""));
        bench.acme.deliver("XCNINA", MORNING, Purchase.invoice("Bouwmarkt B.V.", "F2", "<cbc:Note>x</cbc:Note>"));

        bench.refresh();

        assertThat(bench.count(InvoiceState.RECEIVED)).isEqualTo(4);
        List<String> names = bench.visible();
        assertThat(names).hasSize(8);
        assertThat(names).extracting(String::toUpperCase).doesNotHaveDuplicates();
    }

    @Test
    void aVeryLongNumberAndSupplierStillGiveAFileName() throws Exception {
        bench.acme.deliver("XCNIN" + "9".repeat(90), MORNING, Purchase.invoice("L".repeat(200), "7".repeat(120), ""));

        bench.refresh();

        assertThat(bench.visible()).hasSize(2).allMatch(name -> name.length() < 170);
    }
}
