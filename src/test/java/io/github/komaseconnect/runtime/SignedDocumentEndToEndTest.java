package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.invoice.TestUbl;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Payload;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.ledger.WorkOrder.Kind;
import io.github.komaseconnect.ledger.WorkOrder.Outcome;
import io.github.komaseconnect.simulator.AcceptedDocument;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What carries a digital signature leaves byte for byte as it came, or not at all. */
class SignedDocumentEndToEndTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final byte[] PDF = "%PDF-1.7 of Komas".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private Workshop workshop;

    @AfterEach
    void close() throws Exception {
        workshop.close();
    }

    private static String signed(String sample, String usual, String number) throws Exception {
        String text = Workshop.sample(sample).replace(usual, number);
        int content = text.indexOf('>', text.indexOf("<Invoice")) + 1;
        return text.substring(0, content)
                + TestUbl.SIGNATURE
                + text.substring(content)
                        .replaceFirst("(<cbc:DocumentCurrencyCode>)", "<cbc:Note>Café één: 10 €</cbc:Note>$1");
    }

    private void export(String name, byte[] content) throws Exception {
        Path temporary = workshop.acme("export").resolve(name + ".tmp");
        Files.write(temporary, content);
        Files.move(temporary, workshop.acme("export").resolve(name));
    }

    private AcceptedDocument sent(String number) {
        workshop.awaitState(number, InvoiceState.SENT);
        List<AcceptedDocument> accepted = workshop.simulator.journal().accepted(number);
        assertThat(accepted).hasSize(1);
        return accepted.get(0);
    }

    private List<String> warnings(LedgerInvoice invoice) {
        return workshop.ledger().reading(books -> books.events().of(invoice.id())).stream()
                .filter(event -> event.kind().equals("warning"))
                .map(LedgerEvent::dutch)
                .toList();
    }

    private void assertSentWithoutPdfAndTold(String number) {
        LedgerInvoice invoice = workshop.invoice(number).orElseThrow();
        assertThat(warnings(invoice)).singleElement().asString().contains("zonder PDF via Peppol", "handtekening");
        List<Payload> payloads =
                workshop.ledger().reading(books -> books.payloads().of(invoice.id()));
        assertThat(payloads).isEmpty();
    }

    private LedgerInvoice held() {
        return workshop.ledger()
                .reading(books -> books.invoices().inState(Direction.SALES, List.of(InvoiceState.HELD)))
                .get(0);
    }

    private WorkOrder retry(LedgerInvoice invoice) {
        long id = workshop.ledger()
                .inTransaction(books -> books.orders().place(Kind.RETRY, "acme", invoice.id(), "", "els@kantoor"));
        await().atMost(Workshop.PATIENCE).until(() -> find(id).outcome() != Outcome.WAITING);
        return find(id);
    }

    private WorkOrder find(long id) {
        return workshop.ledger().inTransaction(books -> books.orders().find(id)).orElseThrow();
    }

    @Test
    void overPeppolItGoesWithoutThePdfBesideItAndThatIsTold() throws Exception {
        workshop = new Workshop(folder).start();
        String text = signed("verkoop-peppol.xml", "F2026-0101", "S-1");
        export("S-1.PDF", PDF);
        export("S-1.XML", text.getBytes(StandardCharsets.UTF_8));

        assertThat(sent("S-1").payload().text())
                .isEqualTo(text.substring(text.indexOf("<Invoice")).stripTrailing());
        assertSentWithoutPdfAndTold("S-1");
    }

    @Test
    void overThePsbByteForByteAlsoWhereOneIsToBeMade() throws Exception {
        workshop =
                PsbWorkshop.in(folder).with("company.acme.embed-pdf=rendered").start();
        byte[] content = signed("verkoop-peppol.xml", "F2026-0101", "S-2").getBytes(StandardCharsets.UTF_8);
        export("S-2.XML", content);

        assertThat(sent("S-2").payload().bytes()).isEqualTo(content);
        assertSentWithoutPdfAndTold("S-2");
    }

    @Test
    void inOneFileItIsNotMailedAndInTwoItIsByteForByte() throws Exception {
        workshop = new Workshop(folder);
        Path relations = workshop.acme("relations.csv");
        String usual =
                "relatienummer;naam;verzendmethode;e-mail;bijlage\n10003;Hotel Zeezicht V.O.F.;e-mail;a@zeezicht.example;";
        Files.writeString(relations, usual + "ubl-with-embedded-pdf\n");
        workshop.start();
        byte[] content = signed("verkoop-email.xml", "F2026-0103", "S-3").getBytes(StandardCharsets.UTF_8);
        export("S-3.PDF", PDF);
        export("S-3.XML", content);

        LedgerInvoice held = workshop.awaitState("S-3", InvoiceState.HELD);
        assertThat(held.reason().orElseThrow().code()).isEqualTo("embedding.signed");
        assertThat(held.reason().orElseThrow().adviceDutch()).contains("pdf+ubl");
        assertThat(workshop.mail.getReceivedMessages()).isEmpty();

        Files.writeString(relations, usual + "pdf+ubl\n");
        // until the changed relation file was read
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            LedgerInvoice now = workshop.invoice("S-3").orElseThrow();
            if (now.state() == InvoiceState.HELD) {
                retry(now);
            }
            return now.state() == InvoiceState.SENT;
        });
        MimeMultipart parts = (MimeMultipart) workshop.mail.getReceivedMessages()[0].getContent();
        assertThat(attachment(parts, "xml")).isEqualTo(content);
        assertThat(attachment(parts, "pdf")).isEqualTo(PDF);
    }

    private static byte[] attachment(MimeMultipart parts, String extension) throws Exception {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int n = 0; n < parts.getCount(); n++) {
            BodyPart part = parts.getBodyPart(n);
            if (part.getFileName() != null && part.getFileName().endsWith(extension)) {
                part.getInputStream().transferTo(content);
            }
        }
        return content.toByteArray();
    }

    @Test
    void whereItsTextIsWrongItIsHeldByEveryWayAndAgainWhenItIsRetried() throws Exception {
        workshop = new Workshop(folder).start();
        export("S-4.XML", signed("verkoop-email.xml", "F2026-0103", "S-4").getBytes(WINDOWS));
        await().atMost(Workshop.PATIENCE).until(() -> workshop.files("held").size() == 2);
        LedgerInvoice held = held();
        assertThat(held.reason().orElseThrow().code()).isEqualTo("document.signed");
        assertThat(held.reason().orElseThrow().dutch()).contains("S-4.XML", "handtekening", "Windows-1252");

        assertThat(retry(held).outcome()).isEqualTo(Outcome.DONE);

        await().atMost(Workshop.PATIENCE).until(() -> workshop.files("held").size() == 2);
        assertThat(held().id()).isEqualTo(held.id());
        assertThat(held().reason().orElseThrow().code()).isEqualTo("document.signed");
        assertThat(workshop.mail.getReceivedMessages()).isEmpty();
    }
}
