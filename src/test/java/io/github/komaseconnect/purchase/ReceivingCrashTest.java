package io.github.komaseconnect.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.arrival.Arrived;
import io.github.komaseconnect.company.AttachmentPolicy;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.folder.AtomicFile;
import io.github.komaseconnect.invoice.TestUbl;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Receipt;
import io.github.komaseconnect.purchase.FakeEConnect.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The program dies at any moment, Komas empties the folder at any moment, and a new program goes on with the same ledger
 * and folders: exactly one pair of files ever appears.
 */
class ReceivingCrashTest {
    private static final Instant MORNING = Instant.parse("2026-11-22T06:00:00Z");
    private static final String NAME = "20261122_Bouwmarkt-B.V_F1_XCNIN1";

    @TempDir
    Path folder;

    private final List<String> taken = new ArrayList<>();

    /** Whether what the last transaction wrote was still saved. */
    enum Moment {
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    /** No exception: nothing may catch it and tidy up. */
    private static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A ledger whose n-th transaction is the last thing that happens. */
    private static final class DyingLedger implements Ledger {
        private final Ledger ledger;
        private final Moment moment;
        private int left;

        DyingLedger(Ledger ledger, Moment moment, int left) {
            this.ledger = ledger;
            this.moment = moment;
            this.left = left;
        }

        @Override
        public <T> T inTransaction(Function<Books, T> work) {
            if (left < 0) {
                throw new PowerCut();
            }
            if (left-- > 0) {
                return ledger.inTransaction(work);
            }
            if (moment == Moment.AFTER_COMMIT) {
                ledger.inTransaction(work);
            }
            throw new PowerCut();
        }

        /** What nobody waits for may be lost with the program. */
        @Override
        public void soon(Consumer<Books> work) {
            if (left >= 0) {
                ledger.soon(work);
            }
        }

        @Override
        public <T> T reading(Function<Books, T> work) {
            if (left < 0) {
                throw new PowerCut();
            }
            return ledger.reading(work);
        }

        @Override
        public void close() {}
    }

    private void komasEmptiesTheFolder(ReceivingBench bench) throws Exception {
        for (String name : bench.visible()) {
            taken.add(name);
            Files.delete(bench.imports("acme").resolve(name));
        }
    }

    private void assertOnePair(ReceivingBench bench) throws Exception {
        assertOnePair(bench, 1);
    }

    private void assertOnePair(ReceivingBench bench, int document) throws Exception {
        komasEmptiesTheFolder(bench);
        String name = "20261122_Bouwmarkt-B.V_F" + document + "_XCNIN" + document;
        assertThat(taken).containsExactlyInAnyOrder(name + ".pdf", name + ".xml");
        assertThat(bench.everything()).isEmpty();
        assertThat(bench.count(InvoiceState.RECEIVED)).isEqualTo(document);
        assertThat(bench.acme.statuses).containsEntry("XCNIN" + document, 35).hasSize(document);
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void atEveryTransactionFromListToStatus(Moment moment) throws Exception {
        try (ReceivingBench bench = new ReceivingBench(folder)) {
            int document = 0;
            for (boolean died = true; died; ) {
                taken.clear();
                bench.books = new DyingLedger(bench.ledger, moment, document++);
                bench.acme.deliver("XCNIN" + document, MORNING, Purchase.invoice("F" + document));
                bench.restart();
                died = dies(bench);
                komasEmptiesTheFolder(bench);
                bench.books = bench.ledger;
                bench.restart();
                bench.refresh();
                bench.later(Duration.ofMinutes(1));
                assertOnePair(bench, document);
            }
            assertThat(document).isGreaterThan(4);
        }
    }

    /** The same with a folder of attachments, which nobody takes away. */
    @ParameterizedTest
    @EnumSource(Moment.class)
    void attachmentsAreThereBeforeTheXmlWheneverItDies(Moment moment) throws Exception {
        try (ReceivingBench bench = new ReceivingBench(folder)) {
            bench.companies =
                    new Companies(List.of(bench.companies.get("acme").withAttachments(AttachmentPolicy.IN_A_FOLDER)));
            int document = 0;
            for (boolean died = true; died; ) {
                bench.books = new DyingLedger(bench.ledger, moment, document++);
                String number = "F" + document;
                bench.acme.deliver(
                        "XCNIN" + document,
                        MORNING,
                        Arrived.with(number, Arrived.embedded("foto.jpg", "image/jpeg", TestUbl.base64(number))));
                bench.restart();
                died = dies(bench);
                String name = "20261122_Bouwmarkt-B.V_F" + document + "_XCNIN" + document;
                Path attachment = bench.imports("acme").resolve(name + ".bijlagen/foto.jpg");
                if (bench.visible().contains(name + ".xml")) {
                    assertThat(attachment).hasContent(number);
                }
                bench.books = bench.ledger;
                bench.restart();
                bench.refresh();
                bench.later(Duration.ofMinutes(1));
                assertThat(attachment).hasContent(number);
                assertThat(bench.everything()).hasSize(3 * document).noneMatch(file -> file.startsWith("."));
            }
            assertThat(document).isGreaterThan(4);
        }
    }

    private static boolean dies(ReceivingBench bench) {
        try {
            bench.inbox.list("acme");
            for (Receipt receipt : bench.due.take()) {
                bench.receive(receipt);
            }
            return false;
        } catch (PowerCut cut) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How far the renaming came before the power cut, and what Komas took since. */
    enum Renamed {
        NOTHING(List.of()),
        PDF(List.of(".pdf")),
        BOTH(List.of(".pdf", ".xml"));

        private final List<String> extensions;

        Renamed(List<String> extensions) {
            this.extensions = extensions;
        }
    }

    @ParameterizedTest
    @EnumSource(Renamed.class)
    void whileRenaming(Renamed renamed) throws Exception {
        renaming(renamed, folder.resolve("left"), false);
        taken.clear();
        renaming(renamed, folder.resolve("taken"), true);
    }

    private void renaming(Renamed renamed, Path root, boolean komasIsQuick) throws Exception {
        try (ReceivingBench bench = new ReceivingBench(root)) {
            bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
            bench.inbox.list("acme");
            Receipt receipt = bench.due.take().get(0);
            receipt = bench.steps.addPdf(bench.steps.fetch(receipt));
            for (String extension : renamed.extensions) {
                Path target = bench.imports("acme").resolve(NAME + extension);
                AtomicFile.publish(
                        AtomicFile.temporaryName(target, Long.toString(receipt.invoiceId())),
                        target,
                        AtomicFile.IfExists.REFUSE);
            }
            if (komasIsQuick) {
                komasEmptiesTheFolder(bench);
            }
            bench.restart();
            bench.work();
            assertOnePair(bench);
        }
    }

    /** One transaction says what it is and that its files are complete: before that the ledger knows of neither. */
    @Test
    void stagedAndNotYetRecordedAtAll() throws Exception {
        try (ReceivingBench bench = new ReceivingBench(folder)) {
            bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
            bench.inbox.list("acme");
            Receipt receipt = bench.steps.fetch(bench.due.take().get(0));
            Path hidden = AtomicFile.temporaryName(
                    bench.imports("acme").resolve(NAME + ".xml"), Long.toString(receipt.invoiceId()));
            Files.writeString(hidden, "<Invoi");
            bench.restart();

            bench.work();

            assertThat(bench.imports("acme").resolve(NAME + ".xml")).hasContent(Purchase.invoice("F1"));
            assertThat(bench.acme.calls(Call.DOCUMENT)).isOne();
            assertOnePair(bench);
        }
    }

    /** Its name in the archive follows on the record, and is no matter of whether it is put in. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void stagedAndThePdfOfEConnectNotYetNamedOrNamedInVain(boolean lossOfPower) throws Exception {
        try (ReceivingBench bench = new ReceivingBench(folder)) {
            bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
            bench.inbox.list("acme");
            Receipt staged =
                    bench.steps.addPdf(bench.steps.fetch(bench.due.take().get(0)));
            Path archived = folder.resolve("archive").resolve(staged.archive());
            assertThat(archived.resolve("document.pdf")).doesNotExist();
            if (lossOfPower) {
                bench.importFolder.putIn(staged);
                Files.move(archived.resolve("document.pdf"), archived.resolve("econnect.pdf"));
                bench.ledger.record(books -> {
                    books.invoices().state(staged.invoiceId(), InvoiceState.READY, Optional.empty());
                    books.receipts().next(staged.invoiceId(), Optional.of(bench.clock.instant()), 0);
                });
                komasEmptiesTheFolder(bench);
                taken.clear();
            }
            bench.restart();

            bench.work();

            assertThat(archived.resolve("document.pdf")).exists();
            assertThat(archived.resolve("econnect.pdf")).doesNotExist();
            assertThat(bench.acme.calls(Call.PDF)).isOne();
            assertOnePair(bench);
        }
    }

    @Test
    void whileTheTemporaryFilesWereBeingWritten() throws Exception {
        try (ReceivingBench bench = new ReceivingBench(folder)) {
            bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
            bench.inbox.list("acme");
            Receipt receipt = bench.due.take().get(0);
            receipt = bench.ready(receipt);
            Path half = AtomicFile.temporaryName(
                    bench.imports("acme").resolve(NAME + ".xml"), Long.toString(receipt.invoiceId()));
            Files.writeString(half, "<Invoi");
            bench.restart();

            bench.work();

            assertThat(bench.imports("acme").resolve(NAME + ".xml")).hasContent(Purchase.invoice("F1"));
            assertOnePair(bench);
        }
    }

    @Test
    void afterTheImportAndBeforeTheStatus() throws Exception {
        try (ReceivingBench bench = new ReceivingBench(folder)) {
            bench.acme.deliver("XCNIN1", MORNING, Purchase.invoice("F1"));
            bench.inbox.list("acme");
            Receipt receipt = bench.due.take().get(0);
            receipt = bench.steps.addPdf(bench.steps.fetch(receipt));
            receipt = bench.importFolder.putIn(receipt);
            assertThat(receipt.state()).isEqualTo(InvoiceState.IMPORTED);
            komasEmptiesTheFolder(bench);
            bench.restart();

            bench.work();

            assertOnePair(bench);
            assertThat(bench.acme.calls(Call.DOCUMENT)).isOne();
        }
    }

    /** Both were fetched, neither was known to be the other's duplicate yet. */
    @ParameterizedTest
    @EnumSource(Moment.class)
    void twoOfTheSameContentNeverBothVanish(Moment moment) throws Exception {
        try (ReceivingBench bench = new ReceivingBench(folder)) {
            int round = 0;
            for (boolean died = true; died; ) {
                bench.books = new DyingLedger(bench.ledger, moment, round++);
                bench.acme.deliver("XCNIN" + round + "A", MORNING, Purchase.invoice("F" + round));
                bench.acme.deliver("XCNIN" + round + "B", MORNING, Purchase.invoice("F" + round));
                bench.restart();
                died = dies(bench);
                bench.books = bench.ledger;
                bench.restart();
                bench.refresh();
                bench.later(Duration.ofMinutes(1));
                assertThat(bench.count(InvoiceState.RECEIVED)).isEqualTo(round);
                assertThat(bench.count(InvoiceState.DUPLICATE)).isEqualTo(round);
                assertThat(bench.everything()).hasSize(2 * round);
            }
            assertThat(round).isGreaterThan(7);
        }
    }
}
