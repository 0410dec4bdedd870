package io.github.komaseconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfTest extends Rehearsed {
    private String deliver(String xml, PdfAvailability availability) {
        return simulator.deliver(ACME.companyId(), InboxDocument.of(xml).withPdf(availability));
    }

    private Wire.Answer pdf(String externalId) {
        return call("GetDocumentPdf", id(externalId));
    }

    @Test
    void makesAPdfThatSaysWhichInvoiceItIs() throws IOException {
        Wire.Answer answer = pdf(deliver(Ubl.invoice("2026 (é) \\42"), PdfAvailability.atOnce()));

        assertThat(answer.value("Name")).isEqualTo("Factuur 2026 (é) \\42.pdf");
        try (PDDocument document = Loader.loadPDF(Base64.getDecoder().decode(answer.value("Contents")))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Invoice 2026 (é) \\42")
                    .contains("Verkoper")
                    .contains("121.00 EUR");
        }
    }

    @Test
    void givesTheEmbeddedOneAtOnceWhateverElseIsSet() {
        String base64 = Base64.getEncoder().encodeToString("%PDF-1.4 the supplier's own".getBytes());
        String xml = Ubl.withPdf("1", base64.substring(0, 8) + "\n  " + base64.substring(8));

        assertThat(pdf(deliver(xml, PdfAvailability.never())).value("Contents")).isEqualTo(base64);
    }

    @Test
    void takesAFewRequests() {
        String externalId = deliver(Ubl.invoice("1"), PdfAvailability.afterRequests(2));

        assertThat(pdf(externalId).fault()).endsWith("[ERRDMN8000003]");
        assertThat(pdf(externalId).fault()).endsWith("[ERRDMN8000003]");
        assertThat(pdf(externalId).status()).isEqualTo(200);
    }

    @Test
    void takesAWhileFromTheFirstRequestOn() {
        String externalId = deliver(Ubl.invoice("1"), PdfAvailability.after(Duration.ofSeconds(5)));
        clock.advance(Duration.ofHours(1));

        assertThat(pdf(externalId).fault()).endsWith("[ERRDMN8000003]");
        clock.advance(Duration.ofSeconds(5));
        assertThat(pdf(externalId).status()).isEqualTo(200);
    }

    @Test
    void neverComes() {
        String externalId = deliver(Ubl.invoice("1"), PdfAvailability.never());
        pdf(externalId);
        clock.advance(Duration.ofHours(1));
        assertThat(pdf(externalId).fault()).endsWith("[ERRDMN8000003]");
    }

    @Test
    void isThereForSentDocumentsToo() {
        String externalId = send("XCNL10018", Ubl.invoice("1")).value("ExternalId");
        assertThat(pdf(externalId).status()).isEqualTo(200);
    }
}
