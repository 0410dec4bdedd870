package io.github.komaseconnect.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.arrival.Arrived;
import io.github.komaseconnect.company.AttachmentPolicy;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.econnect.PdfAnswer;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.TestUbl;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.purchase.FakeEConnect.Call;
import io.github.komaseconnect.reason.Reason;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a purchase invoice lacks is told and keeps it from nothing; its other attachments come along when wanted. */
class RemarksOfPurchaseTest {
    private static final Instant MORNING = Instant.parse("2026-11-22T06:00:00Z");
    private static final String NAME = "20261122_Bouwmarkt-B.V_F1_XCNIN1";
    private static final String TWO = Arrived.embedded("werkbon.xml", "text/xml", TestUbl.base64("<werkbon/>"))
            + Arrived.embedded("foto.jpg", "image/jpeg", TestUbl.base64("foto"));

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

    private List<String> codes(String externalId) {
        return bench
                .ledger
                .reading(books -> books.remarks().of(bench.invoice(externalId).id()))
                .stream()
                .map(Reason::code)
                .toList();
    }

    private void wantAttachments() {
        bench.companies =
                new Companies(List.of(bench.companies.get("acme").withAttachments(AttachmentPolicy.IN_A_FOLDER)));
        bench.restart();
    }

    @Test
    void oneThatLacksNothingHasNoRemarks() throws Exception {
        bench.acme.deliver("XCNIN1", MORNING, Arrived.sound("F1"));

        bench.refresh();

        assertThat(bench.invoice("XCNIN1").state()).isEqualTo(InvoiceState.RECEIVED);
        assertThat(codes("XCNIN1")).isEmpty();
    }

    @Test
    void whatLacksEverythingGoesInAllTheSameAtOnceAndWithoutAnAlarm() throws Exception {
        bench.acme.deliver("XCNIN1", MORNING, Purchase.withPdf("F1", "<html>"));
        bench.acme.answer(Call.PDF, "", FakeEConnect.refused(), Integer.MAX_VALUE);

        bench.refresh();

        assertThat(bench.visible()).containsExactly(NAME + ".xml");
        assertThat(bench.invoice("XCNIN1").state()).isEqualTo(InvoiceState.RECEIVED);
        assertThat(codes("XCNIN1"))
                .containsExactly("arrival.no-coc", "arrival.profile", "arrival.totals-missing", "arrival.no-pdf");
        assertThat(bench.openAlarms()).isEmpty();
    }

    @Test
    void aPdfOfEConnectInPlaceOfABrokenOneIsTold() throws Exception {
        bench.acme.deliver(
                "XCNIN1",
                MORNING,
                Arrived.with("F1", Arrived.embedded("factuur.pdf", "application/pdf", TestUbl.base64("<html>"))));

        bench.refresh();

        assertThat(bench.visible()).containsExactly(NAME + ".pdf", NAME + ".xml");
        assertThat(codes("XCNIN1")).containsExactly("arrival.pdf-not-suppliers");
    }

    @Test
    void killedBeforeItIsRecordedAPdfOfEConnectIsStillNotTheSuppliers() throws Exception {
        bench.acme.deliver(
                "XCNIN1",
                MORNING,
                Arrived.with("F1", Arrived.embedded("factuur.pdf", "application/pdf", TestUbl.base64("<html>"))));
        bench.inbox.list("acme");
        var fetched = bench.steps.fetch(bench.due.take().get(0));
        Archive archive = new Archive(folder.resolve("archive"));
        // as a kill after the answer, and even after the copy of it, leaves them
        Files.write(archive.file(fetched.archive(), PurchaseSteps.MADE_BY_ECONNECT), FakeEConnect.PDF);
        Files.write(archive.file(fetched.archive(), Archive.PDF), FakeEConnect.PDF);
        bench.restart();

        bench.work();

        assertThat(bench.visible()).containsExactly(NAME + ".pdf", NAME + ".xml");
        assertThat(codes("XCNIN1")).containsExactly("arrival.pdf-not-suppliers");
        assertThat(bench.acme.calls(Call.PDF)).isZero();
        assertThat(archive.names(fetched.archive())).doesNotContain(PurchaseSteps.MADE_BY_ECONNECT);
    }

    @Test
    void charactersThatAreNotSoundWithholdNothingAndAreNotTouched() throws Exception {
        String document = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + Arrived.with("F1", Arrived.embedded("f.pdf", "application/pdf", TestUbl.base64("%PDF-1.4")))
                        .replace("Bouwmarkt", "Café €");
        byte[] bytes = document.getBytes(Charset.forName("windows-1252"));
        bench.acme.deliver("XCNIN1", MORNING, bytes);

        bench.refresh();

        String name = "20261122_Cafe-EUR-B.V_F1_XCNIN1";
        assertThat(bench.visible()).containsExactly(name + ".pdf", name + ".xml");
        assertThat(bench.imports("acme").resolve(name + ".xml")).hasBinaryContent(bytes);
        assertThat(bench.invoice("XCNIN1").party()).isEqualTo("Café € B.V.");
        assertThat(codes("XCNIN1")).containsExactly("arrival.encoding");
    }

    @Test
    void attachmentsStayInsideUnlessTheyAreWanted() throws Exception {
        bench.acme.deliver("XCNIN1", MORNING, Arrived.with("F1", TWO));

        bench.refresh();

        assertThat(bench.everything()).containsExactly(NAME + ".pdf", NAME + ".xml");
    }

    @Test
    void wantedOnesComeInAFolderOfTheirOwnBesideTheXml() throws Exception {
        wantAttachments();
        bench.acme.deliver(
                "XCNIN1",
                MORNING,
                Arrived.with(
                        "F1",
                        TWO + Arrived.embedded("factuur.pdf", "application/pdf", TestUbl.base64("%PDF-1.4 mine"))));

        bench.refresh();

        assertThat(bench.everything()).containsExactly(NAME + ".bijlagen", NAME + ".pdf", NAME + ".xml");
        Path beside = bench.imports("acme").resolve(NAME + ".bijlagen");
        assertThat(beside.toFile().list()).containsExactlyInAnyOrder("werkbon.xml.txt", "foto.jpg");
        assertThat(beside.resolve("werkbon.xml.txt")).hasContent("<werkbon/>");
        assertThat(codes("XCNIN1")).isEmpty();
    }

    @Test
    void withoutAnyThereIsNoFolder() throws Exception {
        wantAttachments();
        bench.acme.deliver("XCNIN1", MORNING, Arrived.sound("F1"));

        bench.refresh();

        assertThat(bench.everything()).containsExactly(NAME + ".pdf", NAME + ".xml");
    }

    @Test
    void aDamagedAttachmentIsARemarkAndTheRestGoesIn() throws Exception {
        wantAttachments();
        bench.acme.deliver(
                "XCNIN1", MORNING, Arrived.with("F1", TWO + Arrived.embedded("stuk.jpg", "image/jpeg", "!!!!")));

        bench.refresh();

        assertThat(bench.invoice("XCNIN1").state()).isEqualTo(InvoiceState.RECEIVED);
        assertThat(bench.imports("acme").resolve(NAME + ".bijlagen").toFile().list())
                .containsExactlyInAnyOrder("werkbon.xml.txt", "foto.jpg");
        assertThat(codes("XCNIN1")).containsExactly("arrival.attachment-damaged");
    }

    @Test
    void attachmentsThatCannotBeWrittenWithholdNoInvoice() throws Exception {
        wantAttachments();
        bench.acme.deliver("XCNIN1", MORNING, Arrived.with("F1", TWO));
        bench.inbox.list("acme");
        var receipt = bench.ready(bench.due.take().get(0));
        // what is in the place of the waiting folder cannot be removed
        Path hidden = AttachmentFolder.hidden(bench.imports("acme"), receipt);
        Files.createDirectories(hidden.resolve("vast").resolve("iets"));

        bench.importFolder.putIn(bench.importFolder.stage(receipt));

        assertThat(bench.visible()).contains(NAME + ".pdf", NAME + ".xml");
        assertThat(codes("XCNIN1")).containsExactly("arrival.attachments-not-written");
    }

    @Test
    void attachmentsThatNeverGetTheirPlaceDelayTheInvoiceForSomeTriesAndNoLonger() throws Exception {
        wantAttachments();
        bench.acme.deliver("XCNIN1", MORNING, Arrived.with("F1", TWO));
        // a file has the name that their folder is to have
        Path inTheWay = Files.writeString(bench.imports("acme").resolve(NAME + ".bijlagen"), "van iemand");

        bench.refresh();
        for (int tries = 1; tries < ImportFolder.ATTACHMENT_TRIES; tries++) {
            assertThat(bench.invoice("XCNIN1").state()).isEqualTo(InvoiceState.STAGED);
            assertThat(bench.receipt("XCNIN1").tries()).isEqualTo(tries);
            assertThat(bench.visible()).containsExactly(NAME + ".bijlagen");
            bench.restart();
            bench.later(Duration.ofMinutes(10));
        }

        assertThat(bench.everything()).containsExactly(NAME + ".bijlagen", NAME + ".pdf", NAME + ".xml");
        assertThat(inTheWay).hasContent("van iemand");
        assertThat(bench.invoice("XCNIN1").state()).isEqualTo(InvoiceState.RECEIVED);
        assertThat(codes("XCNIN1")).containsExactly("arrival.attachments-not-written");
        assertThat(bench.openAlarms()).isEmpty();
    }

    @Test
    void attachmentsThatGetTheirPlaceAtALaterTryAreNoRemark() throws Exception {
        wantAttachments();
        bench.acme.deliver("XCNIN1", MORNING, Arrived.with("F1", TWO));
        Path inTheWay = Files.writeString(bench.imports("acme").resolve(NAME + ".bijlagen"), "van iemand");
        bench.refresh();

        Files.delete(inTheWay);
        bench.later(Duration.ofMinutes(10));

        assertThat(bench.invoice("XCNIN1").state()).isEqualTo(InvoiceState.RECEIVED);
        assertThat(inTheWay.toFile().list()).containsExactlyInAnyOrder("werkbon.xml.txt", "foto.jpg");
        assertThat(bench.everything()).containsExactly(NAME + ".bijlagen", NAME + ".pdf", NAME + ".xml");
        assertThat(codes("XCNIN1")).isEmpty();
    }

    @Test
    void whileTheImportFolderItselfIsAwayNothingGoesInWithoutThem() throws Exception {
        wantAttachments();
        bench.acme.deliver("XCNIN1", MORNING, Arrived.with("F1", TWO));
        bench.inbox.list("acme");
        var staged = bench.steps.addPdf(bench.steps.fetch(bench.due.take().get(0)));
        Path away = folder.resolve("away");
        Files.move(bench.imports("acme"), away);
        bench.restart();
        for (int tries = 0; tries <= ImportFolder.ATTACHMENT_TRIES; tries++) {
            bench.later(Duration.ofMinutes(10));
        }
        assertThat(bench.receipt("XCNIN1").tries()).isZero();

        Files.move(away, bench.imports("acme"));
        bench.later(Duration.ofMinutes(10));

        assertThat(staged.state()).isEqualTo(InvoiceState.STAGED);
        assertThat(bench.everything()).containsExactly(NAME + ".bijlagen", NAME + ".pdf", NAME + ".xml");
        assertThat(codes("XCNIN1")).isEmpty();
    }

    @Test
    void theyWaitHiddenAndWhatIsLeftOfABrokenStagingIsGone() throws Exception {
        wantAttachments();
        bench.acme.deliver("XCNIN1", MORNING, Arrived.with("F1", TWO));
        bench.inbox.list("acme");
        var receipt = bench.ready(bench.due.take().get(0));
        Path hidden = AttachmentFolder.hidden(bench.imports("acme"), receipt);
        Files.createDirectory(hidden);
        Files.writeString(hidden.resolve("half.jpg"), "fo");
        Files.writeString(hidden.resolve(".foto.jpg.tmp-1"), "fo");

        var staged = bench.importFolder.stage(receipt);

        assertThat(bench.visible()).isEmpty();
        assertThat(hidden.toFile().list()).containsExactlyInAnyOrder("werkbon.xml.txt", "foto.jpg");

        bench.importFolder.putIn(staged);

        assertThat(bench.everything()).containsExactly(NAME + ".bijlagen", NAME + ".pdf", NAME + ".xml");
    }

    @Test
    void aFolderOfThatNameThatIsThereAlreadyIsFilled() throws Exception {
        wantAttachments();
        bench.acme.deliver("XCNIN1", MORNING, Arrived.with("F1", TWO));
        Path there = Files.createDirectory(bench.imports("acme").resolve(NAME + ".bijlagen"));
        Files.writeString(there.resolve("foto.jpg"), "an older one");
        Files.writeString(there.resolve("eigen.txt"), "somebody's own");

        bench.refresh();

        assertThat(bench.everything()).containsExactly(NAME + ".bijlagen", NAME + ".pdf", NAME + ".xml");
        assertThat(there.resolve("foto.jpg")).hasContent("foto");
        assertThat(there.resolve("eigen.txt")).hasContent("somebody's own");
        assertThat(there.resolve("werkbon.xml.txt")).exists();
    }

    @Test
    void anImportFolderThatChangedTakesTheAttachmentsAlong() throws Exception {
        wantAttachments();
        bench.acme.deliver("XCNIN1", MORNING, Arrived.with("F1", TWO));
        bench.inbox.list("acme");
        var receipt = bench.steps.addPdf(bench.steps.fetch(bench.due.take().get(0)));
        Path former = Files.createDirectory(folder.resolve("former"));
        for (String name : bench.everything()) {
            Files.move(bench.imports("acme").resolve(name), former.resolve(name));
        }
        bench.ledger.record(
                books -> books.receipts().named(receipt.invoiceId(), receipt.fileName(), former.toString()));

        var anew = bench.importFolder.putIn(bench.receipt("XCNIN1"));
        bench.importFolder.putIn(bench.importFolder.stage(anew));

        assertThat(former).isEmptyDirectory();
        assertThat(bench.everything()).containsExactly(NAME + ".bijlagen", NAME + ".pdf", NAME + ".xml");
    }

    @Test
    void oneThatAHookToldOfIsCheckedAlike() throws Exception {
        wantAttachments();
        bench.acme.deliver("P1", MORNING, Arrived.with("F1", TWO).replace(" schemeID=\"0106\"", ""));

        bench.arrives("P1", Gateway.PSB);

        assertThat(codes("P1")).containsExactly("arrival.coc-scheme");
        assertThat(bench.visible()).anyMatch(name -> name.endsWith("_P1.bijlagen"));
    }

    @Test
    void oneThatCameByMailIsCheckedAlikeAndWhatIsNoPdfIsNotGivenAsOne() throws Exception {
        wantAttachments();
        Path document = Files.writeString(folder.resolve("f.xml"), Arrived.with("F1", TWO));
        Path noPdf = Files.writeString(folder.resolve("f.pdf"), "<html>");
        bench.acme.answer(Call.PDF, "", new Reply.Done<>(new PdfAnswer.NeverMade()), Integer.MAX_VALUE);
        new Arrivals(
                        bench.books,
                        new Archive(folder.resolve("archive")),
                        new UblReader(SafeXml.ofArrivals()),
                        bench.clock)
                .keep(
                        bench.companies.get("acme"),
                        Gateway.PSB,
                        new InboxEntry("M1", "F1", MORNING, MORNING, "Bouwmarkt", "", 0, ""),
                        document,
                        Optional.of(noPdf));

        bench.work();

        assertThat(codes("M1")).containsExactly("arrival.no-pdf");
        assertThat(bench.visible())
                .hasSize(2)
                .anyMatch(name -> name.endsWith("_M1.bijlagen"))
                .anyMatch(name -> name.endsWith("_M1.xml"));
    }
}
