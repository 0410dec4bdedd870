package io.github.komaseconnect.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.komaseconnect.alarm.FolderWatch;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Receipt;
import io.github.komaseconnect.purchase.FakeEConnect.Call;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Putting files into the import folder: in order, whole, and only when there is such a folder. */
class ImportFolderTest {
    private static final Instant MORNING = Instant.parse("2026-11-22T06:00:00Z");
    private static final String NAME = "20261122_Bouwmarkt-B.V_F1_XCNIN1";

    @TempDir
    Path folder;

    private ReceivingBench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new ReceivingBench(folder);
        bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Receipt staged() throws Exception {
        bench.inbox.list("acme");
        Receipt taken = bench.due.take().get(0);
        return bench.steps.addPdf(bench.steps.fetch(taken));
    }

    @Test
    void whatIsStagedIsWholeHiddenAndNoXmlToKomas() throws Exception {
        Receipt receipt = staged();

        assertThat(receipt.state()).isEqualTo(InvoiceState.STAGED);
        assertThat(bench.visible()).isEmpty();
        assertThat(bench.everything())
                .hasSize(2)
                .allMatch(name -> name.startsWith(".") && !name.endsWith(".xml") && !name.endsWith(".pdf"));
        assertThat(bench.imports("acme").resolve("." + NAME + ".xml.tmp-" + receipt.invoiceId()))
                .hasContent(Purchase.invoice("F1"));
    }

    @Test
    void thePdfIsThereBeforeTheXml() throws Exception {
        Receipt receipt = staged();
        // the rename of the XML fails: something of its name is in the way
        Path way = bench.imports("acme").resolve(NAME + ".xml");
        Files.createDirectories(way.resolve("inside"));

        assertThat(bench.importFolder.putIn(receipt).state()).isEqualTo(InvoiceState.STAGED);
        assertThat(bench.visible()).containsExactlyInAnyOrder(NAME + ".pdf", NAME + ".xml");
        assertThat(bench.acme.statuses).isEmpty();
        assertThat(bench.openAlarms()).extracting(Alarm::cause).containsExactly("import/acme");

        Files.delete(way.resolve("inside"));
        Files.delete(way);
        bench.due.release(receipt);
        bench.later(Duration.ofSeconds(30));

        assertThat(bench.visible()).containsExactly(NAME + ".pdf", NAME + ".xml");
        assertThat(way).isRegularFile();
        assertThat(bench.acme.statuses).containsKey("XCNIN1");
        assertThat(bench.openAlarms()).isEmpty();
    }

    /** As if the setting was another folder when the files were staged. */
    private Receipt stagedIn(Path former, Receipt receipt) throws Exception {
        Files.createDirectories(former);
        bench.ledger.record(
                books -> books.receipts().named(receipt.invoiceId(), receipt.fileName(), former.toString()));
        return bench.ledger
                .reading(books -> books.receipts().find(receipt.invoiceId()))
                .orElseThrow();
    }

    @Test
    void aFolderThatChangedWhileItWasStagedIsNoLoss() throws Exception {
        Receipt receipt = staged();
        Path former = folder.resolve("former");
        Receipt elsewhere = stagedIn(former, receipt);
        for (String name : bench.everything()) {
            Files.move(bench.imports("acme").resolve(name), former.resolve(name));
        }

        Receipt anew = bench.importFolder.putIn(elsewhere);

        assertThat(anew.state()).isEqualTo(InvoiceState.READY);
        assertThat(former).isEmptyDirectory();
        assertThat(bench.importFolder.putIn(bench.importFolder.stage(anew)).state())
                .isEqualTo(InvoiceState.IMPORTED);
        assertThat(bench.visible()).containsExactly(NAME + ".pdf", NAME + ".xml");
    }

    @Test
    void whatWasPublishedInTheFormerFolderIsNotPublishedAgain() throws Exception {
        Receipt receipt = staged();
        Receipt elsewhere = stagedIn(folder.resolve("former"), receipt);
        for (String name : bench.everything()) {
            Files.delete(bench.imports("acme").resolve(name));
        }

        assertThat(bench.importFolder.putIn(elsewhere).state()).isEqualTo(InvoiceState.IMPORTED);
        assertThat(bench.visible()).isEmpty();
    }

    @Test
    void aFormerFolderThatIsGoneTellsNothingSoItIsStagedAnew() throws Exception {
        Receipt elsewhere = stagedIn(folder.resolve("former"), staged());
        Files.delete(folder.resolve("former"));

        assertThat(bench.importFolder.putIn(elsewhere).state()).isEqualTo(InvoiceState.READY);
    }

    @Test
    void withoutTheFolderNothingIsAcknowledgedAndItResumesByItself() throws Exception {
        Path away = folder.resolve("away");
        Files.move(bench.imports("acme"), away);
        bench.acme.deliver("XCNIN2", MORNING, Purchase.invoice("F2"));
        bench.refresh();
        for (int again = 0; again < 5; again++) {
            bench.later(Duration.ofSeconds(30));
            bench.refresh();
        }

        assertThat(bench.acme.calls(Call.STATUS)).isZero();
        assertThat(bench.acme.calls(Call.DOCUMENT)).isEqualTo(2);
        assertThat(bench.acme.calls(Call.PDF)).isEqualTo(2);
        assertThat(bench.count(InvoiceState.READY)).isEqualTo(2);
        assertThat(bench.imports("acme")).doesNotExist();
        assertThat(bench.openAlarms()).extracting(Alarm::cause).containsExactly("folder/acme/import");
        assertThat(bench.allAlarms()).hasSize(1);

        Files.move(away, bench.imports("acme"));
        bench.later(Duration.ofSeconds(30));

        assertThat(bench.visible()).hasSize(4);
        assertThat(bench.everything()).hasSize(4);
        assertThat(bench.acme.calls(Call.STATUS)).isEqualTo(2);
        assertThat(bench.openAlarms()).isEmpty();
    }

    @Test
    void theWatchOverTheFoldersRingsTheSameAlarmAndEndsIt() throws Exception {
        FolderWatch watch = new FolderWatch(bench.companies, bench.ledger, bench.alarms);
        for (String name : List.of("export", "outbox", "sent", "held", "print-spool")) {
            Files.createDirectories(folder.resolve("acme").resolve(name));
            Files.createDirectories(folder.resolve("beta").resolve(name));
        }
        Files.delete(bench.imports("acme"));
        bench.refresh();
        watch.look();
        assertThat(bench.openAlarms()).hasSize(1);

        Files.createDirectories(bench.imports("acme"));
        watch.look();

        assertThat(bench.openAlarms()).isEmpty();
    }

    @Test
    void aFolderThatIsAFileIsNoFolder() throws Exception {
        Files.delete(bench.imports("acme"));
        Files.writeString(bench.imports("acme"), "not a folder");

        bench.refresh();

        assertThat(bench.invoice("XCNIN1").state()).isEqualTo(InvoiceState.READY);
        assertThat(bench.openAlarms()).extracting(Alarm::cause).containsExactly("folder/acme/import");
    }

    @Test
    void inAReadOnlyFolderNothingGrowsAndNothingIsAcknowledged() throws Exception {
        Path imports = bench.imports("acme");
        Files.setPosixFilePermissions(imports, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeThat(Files.isWritable(imports))
                .as("this account may write anywhere: skipped")
                .isFalse();
        try {
            bench.refresh();
            bench.later(Duration.ofSeconds(30));

            assertThat(bench.everything()).isEmpty();
            assertThat(bench.acme.calls(Call.STATUS)).isZero();
            assertThat(bench.openAlarms()).hasSize(1);
        } finally {
            Files.setPosixFilePermissions(imports, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        bench.later(Duration.ofSeconds(30));
        assertThat(bench.visible()).hasSize(2);
    }

    @Test
    void aFileThatCannotBeWrittenIsNotBlamedOnTheFolderAndLeavesNoCopies() throws Exception {
        // the temporary name is taken by a folder: opening it fails, as it does on a full disk
        Path way = bench.imports("acme").resolve("." + NAME + ".pdf.tmp-" + 1).resolve("inside");
        Files.createDirectories(way);
        bench.refresh();
        bench.later(Duration.ofSeconds(30));

        assertThat(bench.invoice("XCNIN1").id()).isOne();
        assertThat(bench.everything()).hasSize(1);
        assertThat(bench.openAlarms()).extracting(Alarm::cause).containsExactly("import/acme");

        Files.delete(way);
        Files.delete(way.getParent());
        bench.later(Duration.ofSeconds(30));

        assertThat(bench.visible()).hasSize(2);
        assertThat(bench.openAlarms()).isEmpty();
    }

    @Test
    void anArchiveThatLostAFileIsNotBlamedOnTheFolder() throws Exception {
        bench.inbox.list("acme");
        Receipt taken = bench.due.take().get(0);
        Receipt ready = bench.ready(taken);
        bench.due.release(taken);
        Path document = folder.resolve("archive/acme/purchase/2026/11/XCNIN1/document.xml");
        Files.move(document, folder.resolve("kept"));

        bench.work();

        assertThat(ready.state()).isEqualTo(InvoiceState.READY);
        assertThat(bench.everything()).isEmpty();
        assertThat(bench.openAlarms()).isEmpty();

        Files.move(folder.resolve("kept"), document);
        bench.later(Duration.ofSeconds(30));

        assertThat(bench.visible()).hasSize(2);
    }

    @Test
    void oneCompanysFolderTroubleIsNotTheOthers() throws Exception {
        Files.delete(bench.imports("acme"));
        bench.beta.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
        bench.inbox.list("beta");
        bench.refresh();

        assertThat(bench.invoices("beta").get(0).state()).isEqualTo(InvoiceState.RECEIVED);
    }

    @Test
    void komasMayEmptyTheFolderBetweenAnyTwoSteps() throws Exception {
        List<String> taken = new ArrayList<>();
        Receipt receipt = staged();
        taken.addAll(komasTakes());
        receipt = bench.importFolder.putIn(receipt);
        taken.addAll(komasTakes());
        receipt = bench.steps.tellEConnect(receipt);
        taken.addAll(komasTakes());
        bench.due.release(receipt);
        bench.later(Duration.ofDays(1));

        assertThat(taken).containsExactlyInAnyOrder(NAME + ".pdf", NAME + ".xml");
        assertThat(bench.everything()).isEmpty();
    }

    private List<String> komasTakes() throws Exception {
        List<String> names = bench.visible();
        for (String name : names) {
            Files.delete(bench.imports("acme").resolve(name));
        }
        return names;
    }
}
