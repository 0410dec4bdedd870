package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.simulator.AcceptedDocument;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.Operation;
import io.github.komaseconnect.simulator.PeppolReach;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sending by Peppol over real sockets, with eConnect's bad days. */
class PeppolEndToEndTest {
    @TempDir
    Path folder;

    private Workshop workshop;

    @BeforeEach
    void open() throws Exception {
        workshop = new Workshop(folder, simulator -> simulator.outboxDelay(Duration.ofMillis(150)));
    }

    @AfterEach
    void close() throws Exception {
        workshop.close();
    }

    private static String numbered(String number) throws Exception {
        return Workshop.sample("verkoop-peppol.xml").replace("F2026-0101", number);
    }

    private void export(String number) throws Exception {
        workshop.export(number + ".XML", numbered(number));
    }

    private List<String> archived(LedgerInvoice invoice) throws Exception {
        try (Stream<Path> files =
                Files.list(workshop.home.resolve("data/archive").resolve(invoice.archive()))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whateverBecomesOfTheAnswerEachInvoiceArrivesOnce() throws Exception {
        Map<String, Fault> faults = new LinkedHashMap<>();
        faults.put("SILENT-1", Fault.silenceAfterAcceptance());
        faults.put("SILENT-2", Fault.silenceBeforeAcceptance());
        faults.put("RESET-1", Fault.resetAfterAcceptance());
        faults.put("RESET-2", Fault.resetBeforeAcceptance());
        faults.put("HALF", Fault.halfAnswer());
        faults.put("HTML", Fault.proxyPage());
        faults.put("BUSY-1", Fault.statusAfterAcceptance(503));
        faults.put("BUSY-2", Fault.statusBeforeAcceptance(503, Duration.ofSeconds(1)));
        faults.put("BUSY-3", Fault.statusBeforeAcceptance(429));
        faults.put("LATE", Fault.delayAfterAcceptance(Duration.ofSeconds(5)));
        faults.forEach((number, fault) -> workshop.simulator
                .faults()
                .on(Operation.SEND_DOCUMENT)
                .forInvoices(number)
                .times(1)
                .inject(fault));
        workshop.with("http.response-timeout=1s").start();
        for (String number : faults.keySet()) {
            export(number);
        }

        for (String number : faults.keySet()) {
            LedgerInvoice sent = workshop.awaitState(number, InvoiceState.SENT);
            List<AcceptedDocument> accepted = workshop.simulator.journal().accepted(number);
            assertThat(accepted).as(number).hasSize(1);
            assertThat(sent.externalId()).as(number).isEqualTo(accepted.get(0).externalId());
        }
        assertThat(workshop.files("held")).isEmpty();
        assertThat(workshop.files("print-spool")).isEmpty();
        assertThat(workshop.mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void whatArrivesIsTheDocumentItselfToAnIdentifierAndAllOfItIsKept() throws Exception {
        workshop.start();
        String original = numbered("2026-1");
        workshop.export("FACTUUR.XML", original);

        LedgerInvoice invoice = workshop.awaitState("2026-1", InvoiceState.SENT);

        AcceptedDocument accepted = workshop.simulator.journal().accepted().get(0);
        assertThat(accepted.payload().text())
                .isEqualTo(original.substring(original.indexOf("<Invoice")).stripTrailing());
        assertThat(accepted.via()).isEqualTo("XCNL10019");
        assertThat(accepted.to()).isEqualTo("0106:87654321");
        assertThat(accepted.emailAddress()).isEmpty();
        Path archive = workshop.home.resolve("data/archive").resolve(invoice.archive());
        assertThat(archive.resolve("document.xml")).hasBinaryContent(original.getBytes(StandardCharsets.UTF_8));
        assertThat(archived(invoice)).hasSize(3);
        String message = Files.readString(archive.resolve(archived(invoice).stream()
                .filter(name -> name.endsWith("attempt-1-sent.xml"))
                .findFirst()
                .orElseThrow()));
        assertThat(message).contains(accepted.payload().text(), "0106:87654321").doesNotContain("EmailAddress");
        assertThat(Files.readString(archive.resolve(archived(invoice).stream()
                        .filter(name -> name.endsWith("attempt-1-answer.xml"))
                        .findFirst()
                        .orElseThrow())))
                .contains(accepted.externalId());
    }

    @Test
    void aReceiverThatCannotBeReachedNeverTurnsIntoAMailOrAPrint() throws Exception {
        Files.writeString(
                workshop.acme("relations.csv"),
                Workshop.sample("relations.csv").replace("87654321;;;NL", "87654329;;post@korst.example;NL"));
        workshop.simulator.reach(PeppolReach.nobodyExcept());
        workshop.with("reachability.confirm-after=300ms").start();
        workshop.export("FACTUUR.XML", numbered("2026-1").replace("87654321", "87654329"));

        LedgerInvoice held = workshop.awaitState("2026-1", InvoiceState.HELD);

        assertThat(held.reason().orElseThrow().code()).isEqualTo("reach.not-registered");
        assertThat(held.reason().orElseThrow().dutch()).contains("87654329", "company.acme.fallback");
        assertThat(workshop.mail.getReceivedMessages()).isEmpty();
        assertThat(workshop.files("print-spool")).isEmpty();
        assertThat(workshop.simulator.journal().accepted()).isEmpty();
    }

    @Test
    void brokenRulesAreNamedInTheReason() throws Exception {
        workshop.simulator.breakRules("2026-1", "[BR-NL-10] KvK-nummer ontbreekt");
        workshop.start();
        export("2026-1");

        assertThat(workshop.awaitState("2026-1", InvoiceState.HELD)
                        .reason()
                        .orElseThrow()
                        .dutch())
                .contains("BR-NL-10");
        assertThat(workshop.files("held")).anyMatch(name -> name.endsWith(".reason.txt"));
    }

    @Test
    void anEConnectThatIsAwayIsTriedLater() throws Exception {
        workshop.start();
        workshop.simulator.refuseConnections();
        export("2026-1");
        await().atMost(Workshop.PATIENCE).until(() -> workshop.invoice("2026-1")
                .map(invoice -> workshop.ledger().reading(books -> books.events().of(invoice.id()).stream()
                        .filter(event -> event.kind().equals("retry"))
                        .count()))
                .filter(failures -> failures >= 2)
                .isPresent());

        workshop.simulator.acceptConnections();

        workshop.awaitState("2026-1", InvoiceState.SENT);
        assertThat(workshop.simulator.journal().accepted()).hasSize(1);
        assertThat(workshop.files("held")).isEmpty();
    }
}
