package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.fuzz.Scratch;
import io.github.komaseconnect.hostile.HostileDocument;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.reason.Reason;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hostile documents and file names at once through the whole runtime: each is sent, or held with its reason beside it. */
class HostileExportTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long BULK = 400_000;

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

    /** By what they are called in the export folder; with a code those that are to be held. */
    private Map<String, Optional<String>> export(int port) throws Exception {
        Map<String, Optional<String>> expected = new LinkedHashMap<>();
        Path secret = Files.writeString(folder.resolve("geheim.txt"), "strictly-private-5519");
        for (HostileDocument document : HostileDocument.all(port, secret).toList()) {
            String name = document.name() + ".xml";
            document.write(workshop.acme("export").resolve(name), BULK);
            expected.put(name, document.heldFor());
        }
        String sample = Workshop.sample("verkoop-peppol.xml");
        int number = 0;
        for (String name : names()) {
            Files.writeString(workshop.acme("export").resolve(name), sample.replace("F2026-0101", "N-" + ++number));
            expected.put(name, Optional.empty());
        }
        return expected;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of(
                "CON.xml",
                "nul.XML",
                "com1.factuur.xml",
                "..xml.xml",
                "...xml",
                "-rf.xml",
                "punt..xml",
                "spatie .xml",
                "C:\\export\\..\\f.xml",
                "gnp.\u202Elmx.xml",
                "regel\r\neinde 2026-01-01 00:00:00 ERROR vals.xml",
                "\u001B[31mrood.xml",
                "${env:PATH}%n%s{{x}}.xml",
                "$simple{body}.xml",
                "a~b-c~.claim~1-2~.xml",
                "=cmd|x!A0.xml",
                "é-een.xml",
                Normalizer.normalize("é-een.xml", Normalizer.Form.NFD),
                "日本.xml",
                "x".repeat(251) + ".xml",
                "é".repeat(125) + ".xml"));
        names.removeIf(name -> name.startsWith("."));
        return names;
    }

    @Test
    void eachEndsInOneVisiblePlace() throws Exception {
        Map<String, Optional<String>> expected;
        try (ServerSocket nobody = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            expected = export(nobody.getLocalPort());
            workshop.start();
            await().atMost(PATIENCE).until(() -> settled().size() == expected.size());
            nobody.setSoTimeout(200);
            assertThatThrownBy(nobody::accept).isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(workshop.files("export")).isEmpty();
        assertThat(workshop.files("outbox")).isEmpty();
        Map<String, LedgerInvoice> byName = settled().stream()
                .collect(Collectors.toMap(LedgerInvoice::originalName, invoice -> invoice, (one, other) -> one));
        int held = 0;
        int refused = 0;
        for (Map.Entry<String, Optional<String>> each : expected.entrySet()) {
            LedgerInvoice invoice = byName.get(shown(each.getKey()));
            assertThat(invoice).as(each.getKey()).isNotNull();
            if (each.getValue().isPresent()) {
                assertThat(invoice.reason().orElseThrow().code())
                        .as(each.getKey())
                        .isEqualTo(each.getValue().get());
                assertReason(invoice, each.getKey());
                held++;
            } else {
                // eConnect may still find that it is no proper invoice
                assertThat(invoice.reason().map(Reason::code).orElse("econnect.xml"))
                        .as(each.getKey())
                        .isEqualTo("econnect.xml");
                refused += invoice.state() == InvoiceState.HELD ? 1 : 0;
            }
        }
        int sent = expected.size() - held - refused;
        assertThat(workshop.simulator.journal().accepted()).hasSize(sent);
        assertThat(workshop.files("sent"))
                .hasSize(sent)
                .allMatch(name -> name.matches("\\d{4}-\\d{2}/[ -~]{1,140}\\.xml"));
        assertThat(workshop.files("held")).hasSize(2 * (held + refused));
        System.out.println("COUNT hostile-export inputs=" + expected.size() + " held-with-reason=" + held
                + " refused-by-econnect=" + refused + " sent=" + sent + " lost=0 twice=0 fetched=0");
    }

    private void assertReason(LedgerInvoice invoice, String name) throws Exception {
        Scratch.assertTells(invoice.reason().orElseThrow());
        String text = Files.readString(workshop.acme("held").resolve(invoice.stem() + ".reason.txt"));
        assertThat(text).contains("NEDERLANDS", "ENGLISH", name).doesNotContain("strictly-private-5519");
    }

    private static String shown(String name) {
        return name.replaceAll("[\\p{Cc}\u202E]", " ");
    }

    private List<LedgerInvoice> settled() {
        return workshop
                .ledger()
                .inTransaction(books ->
                        books.invoices().inState(Direction.SALES, EnumSet.of(InvoiceState.SENT, InvoiceState.HELD)))
                .stream()
                .filter(invoice -> invoice.where().placed())
                .toList();
    }
}
