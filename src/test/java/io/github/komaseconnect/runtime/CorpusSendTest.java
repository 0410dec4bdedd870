package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every invoice of the corpus (60 real ones that nobody here wrote) through a full send: each ends in one place. */
class CorpusSendTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private Workshop workshop;

    @BeforeEach
    void open() throws Exception {
        workshop = new Workshop(folder);
    }

    @AfterEach
    void close() throws Exception {
        workshop.close();
    }

    private static List<Path> corpus() throws Exception {
        Path root =
                Optional.ofNullable(System.getenv("KOMAS_CORPUS")).map(Path::of).orElse(Path.of("../shared/corpus"));
        assumeThat(root).as("the corpus is not here: this test is skipped").isDirectory();
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void byPeppolToTheAddressInTheDocument() throws Exception {
        send("company.acme.default-method=peppol");
    }

    @Test
    void byPrint() throws Exception {
        send("company.acme.default-method=print");

        assertThat(workshop.files("print-spool")).hasSizeGreaterThan(20);
    }

    private void send(String setting) throws Exception {
        List<Path> corpus = corpus();
        workshop.with(setting).start();
        int n = 0;
        for (Path file : corpus) {
            Files.copy(file, workshop.acme("export").resolve("CORPUS" + n++ + ".XML"));
        }

        await().atMost(LONG)
                .until(() -> workshop.files("export").isEmpty()
                        && settled().size() + Math.max(0, duplicates()) >= corpus.size()
                        && workshop.files("outbox").isEmpty()
                        && settled().stream()
                                .allMatch(invoice -> invoice.where().placed()));

        List<String> everywhere = new ArrayList<>(workshop.files("sent"));
        everywhere.addAll(workshop.files("held"));
        assertThat(everywhere.stream().filter(name -> name.endsWith(".xml"))).hasSize(corpus.size());
        assertThat(workshop.simulator.journal().accepted())
                .extracting(accepted ->
                        accepted.invoiceNumber() + accepted.payload().size())
                .doesNotHaveDuplicates();
    }

    private List<LedgerInvoice> settled() {
        return workshop.ledger().inTransaction(books -> books.invoices()
                .inState(Direction.SALES, EnumSet.of(InvoiceState.SENT, InvoiceState.HELD, InvoiceState.REPLACED)));
    }

    private int duplicates() throws Exception {
        return (int) workshop.files("sent").stream()
                .filter(name -> name.endsWith(".note.txt"))
                .count();
    }
}
