package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.invoice.EmbeddedPdf;
import io.github.komaseconnect.invoice.PdfExtraction;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.UblDigest;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Payload;
import io.github.komaseconnect.simulator.AcceptedDocument;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What arrives at eConnect when a PDF goes along in the UBL, compared with what Komas wrote. */
class EmbeddedPdfEndToEndTest {
    private static final byte[] PDF =
            "%PDF-1.7\nthe invoice as Komas prints it\n%%EOF".getBytes(StandardCharsets.UTF_8);

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

    private void export(String number, byte[] pdf) throws Exception {
        Path export = workshop.acme("export");
        Files.write(export.resolve(number + ".tmp"), pdf);
        Files.move(export.resolve(number + ".tmp"), export.resolve(number + ".PDF"));
        workshop.export(number + ".XML", numbered(number));
    }

    private static String numbered(String number) throws IOException {
        return Workshop.sample("verkoop-peppol.xml").replace("F2026-0101", number);
    }

    private AcceptedDocument sent(String number) {
        workshop.awaitState(number, InvoiceState.SENT);
        List<AcceptedDocument> accepted = workshop.simulator.journal().accepted(number);
        assertThat(accepted).hasSize(1);
        return accepted.get(0);
    }

    private Path archived(LedgerInvoice invoice, String name) {
        return workshop.home.resolve("data/archive").resolve(invoice.archive()).resolve(name);
    }

    private List<Payload> payloads(LedgerInvoice invoice) {
        return workshop.ledger().reading(books -> books.payloads().of(invoice.id()));
    }

    private List<String> events(LedgerInvoice invoice, String kind) {
        return workshop.ledger().reading(books -> books.events().of(invoice.id())).stream()
                .filter(event -> event.kind().equals(kind))
                .map(LedgerEvent::dutch)
                .toList();
    }

    private byte[] pdfIn(String ubl) throws IOException {
        Path file = Files.writeString(folder.resolve("received.xml"), ubl);
        assertThat(new EmbeddedPdf(new SafeXml()).extract(file, folder.resolve("received.pdf")))
                .isInstanceOf(PdfExtraction.Extracted.class);
        return Files.readAllBytes(folder.resolve("received.pdf"));
    }

    private static String withoutReference(String ubl) {
        return ubl.replaceAll("<cac:AdditionalDocumentReference>.*</cac:AdditionalDocumentReference>\\s*", "");
    }

    @Test
    void thePdfBesideTheXmlGoesAlongAndNothingElseChanges() throws Exception {
        workshop.with("company.acme.validation=block").start();
        export("E-1", PDF);

        String received = sent("E-1").payload().text();

        LedgerInvoice invoice = workshop.awaitState("E-1", InvoiceState.SENT);
        String original = numbered("E-1");
        assertThat(pdfIn(received)).isEqualTo(PDF);
        assertThat(withoutReference(received))
                .isEqualTo(original.substring(original.indexOf("<Invoice")).stripTrailing());
        assertThat(archived(invoice, "document.xml")).hasContent(original);
        assertThat(payloads(invoice)).singleElement().satisfies(payload -> {
            Path made = archived(invoice, payload.file());
            assertThat(payload.sha256()).isEqualTo(UblDigest.sha256(made)).isNotEqualTo(invoice.sha256());
            assertThat(payload.bytes()).isEqualTo(Files.size(made));
            assertThat(Files.readString(made)).contains(received);
        });
        assertThat(events(invoice, "embedded"))
                .singleElement()
                .asString()
                .contains("gaat als E-1.pdf", "Verder is daar niets aan veranderd");
        assertThat(workshop.files("sent")).anyMatch(name -> name.endsWith("E-1.xml"));
    }

    @Test
    void whatIsInDoubtIsFoundByWhatWasSent() throws Exception {
        workshop.simulator
                .faults()
                .on(Operation.SEND_DOCUMENT)
                .forInvoices("E-2")
                .times(1)
                .inject(Fault.resetAfterAcceptance());
        workshop.simulator
                .faults()
                .on(Operation.SEND_DOCUMENT)
                .forInvoices("E-3")
                .times(1)
                .inject(Fault.resetBeforeAcceptance());
        workshop.start();
        export("E-2", PDF);
        export("E-3", PDF);

        assertThat(pdfIn(sent("E-2").payload().text())).isEqualTo(PDF);
        assertThat(pdfIn(sent("E-3").payload().text())).isEqualTo(PDF);
        assertThat(payloads(workshop.invoice("E-3").orElseThrow())).hasSize(1);
    }

    @Test
    void whatIsNoPdfStaysBehindAndThatIsTold() throws Exception {
        workshop.start();
        export("E-4", "<html>no PDF</html>".getBytes(StandardCharsets.UTF_8));

        assertThat(sent("E-4").payload().text()).doesNotContain("AdditionalDocumentReference");
        assertThat(events(workshop.invoice("E-4").orElseThrow(), "warning"))
                .anyMatch(text -> text.contains("zonder PDF") && text.contains("geen PDF"));
    }

    @Test
    void aCompanyMayWantNone() throws Exception {
        workshop.with("company.acme.embed-pdf=none").start();
        export("E-5", PDF);

        assertThat(sent("E-5").payload().text()).doesNotContain("AdditionalDocumentReference");
        assertThat(payloads(workshop.invoice("E-5").orElseThrow())).isEmpty();
    }

    @Test
    void aCompanyMayWantOneMade() throws Exception {
        workshop.with("company.acme.embed-pdf=rendered", "company.acme.validation=block")
                .start();
        workshop.export("E-6.XML", numbered("E-6"));
        export("E-7", PDF);

        assertThat(pdfIn(sent("E-6").payload().text())).startsWith("%PDF-".getBytes(StandardCharsets.UTF_8));
        assertThat(pdfIn(sent("E-7").payload().text())).isEqualTo(PDF);
        assertThat(events(workshop.invoice("E-6").orElseThrow(), "embedded"))
                .singleElement()
                .asString()
                .contains("Van de factuur is een PDF gemaakt");
    }

    @Test
    void whatIsTooLargeIsHeldWithItsSizes() throws Exception {
        workshop.with("limit.peppol=12KB").start();
        export("E-8", (new String(PDF, StandardCharsets.UTF_8) + " ".repeat(20_000)).getBytes(StandardCharsets.UTF_8));
        workshop.export("E-9.XML", numbered("E-9"));

        LedgerInvoice held = workshop.awaitState("E-8", InvoiceState.HELD);
        sent("E-9");

        assertThat(held.reason().orElseThrow().code()).isEqualTo("peppol.too-large");
        assertThat(held.reason().orElseThrow().dutch())
                .contains("te groot voor Peppol", "26 kB de toegevoegde PDF", "de grens is 12 kB (limit.peppol)");
        assertThat(held.reason().orElseThrow().adviceDutch())
                .contains("reroute " + held.id() + " --by email", "company.acme.embed-pdf=none");
        assertThat(workshop.simulator.journal().accepted("E-8")).isEmpty();
    }
}
