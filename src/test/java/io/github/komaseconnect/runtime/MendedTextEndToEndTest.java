package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.folder.FilesBelow;
import io.github.komaseconnect.invoice.UblDigest;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Payload;
import io.github.komaseconnect.ledger.WorkOrder.Kind;
import io.github.komaseconnect.ledger.WorkOrder.Outcome;
import io.github.komaseconnect.simulator.AcceptedDocument;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.Operation;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Komas wrote in another encoding than it says reaches the customer legibly, and stays with us as it was written. */
class MendedTextEndToEndTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    private Workshop workshop;

    @AfterEach
    void close() throws Exception {
        workshop.close();
    }

    private static String numbered(String sample, String usual, String number) throws Exception {
        return Workshop.sample(sample)
                .replace(usual, number)
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

    private Path archived(LedgerInvoice invoice, String name) {
        return workshop.home.resolve("data/archive").resolve(invoice.archive()).resolve(name);
    }

    private List<Payload> payloads(LedgerInvoice invoice) {
        return workshop.ledger().reading(books -> books.payloads().of(invoice.id()));
    }

    private List<String> mended(LedgerInvoice invoice) {
        return workshop.ledger().reading(books -> books.events().of(invoice.id())).stream()
                .filter(event -> event.kind().equals("mended"))
                .map(LedgerEvent::dutch)
                .toList();
    }

    @Test
    void windowsBytesGoOutAsUtf8AndStayAsTheyAre() throws Exception {
        workshop = new Workshop(folder);
        workshop.simulator
                .faults()
                .on(Operation.SEND_DOCUMENT)
                .forInvoices("M-1")
                .times(1)
                .inject(Fault.resetAfterAcceptance());
        workshop.with("company.acme.validation=block").start();
        String text = numbered("verkoop-peppol.xml", "F2026-0101", "M-1");
        export("M-1.XML", text.getBytes(WINDOWS));

        assertThat(sent("M-1").payload().text())
                .isEqualTo(text.substring(text.indexOf("<Invoice")).stripTrailing());

        LedgerInvoice invoice = workshop.awaitState("M-1", InvoiceState.SENT);
        assertThat(archived(invoice, "document.xml")).hasBinaryContent(text.getBytes(WINDOWS));
        assertThat(archived(invoice, "document-mended.xml")).hasBinaryContent(text.getBytes(StandardCharsets.UTF_8));
        String sentFile = workshop.files("sent").stream()
                .filter(name -> name.endsWith("M-1.xml"))
                .findFirst()
                .orElseThrow();
        assertThat(workshop.acme("sent").resolve(sentFile)).hasBinaryContent(text.getBytes(WINDOWS));
        assertThat(payloads(invoice))
                .containsExactly(new Payload(
                        invoice.id(),
                        Payload.OF_ALL,
                        "document-mended.xml",
                        UblDigest.sha256(archived(invoice, "document-mended.xml")),
                        text.getBytes(StandardCharsets.UTF_8).length));
        assertThat(mended(invoice))
                .singleElement()
                .asString()
                .contains("M-1.XML is hersteld in wat wordt verzonden", "Windows-1252", "ongewijzigd bewaard");

        export("UIT-ARCHIEF.XML", text.getBytes(StandardCharsets.UTF_8));
        await().atMost(Workshop.PATIENCE)
                .until(() -> workshop.files("sent").stream().anyMatch(name -> name.endsWith("dubbel.xml")));
        assertThat(workshop.simulator.journal().accepted("M-1")).hasSize(1);
    }

    @Test
    void overThePsbNoMarkGoesAlong() throws Exception {
        workshop = PsbWorkshop.in(folder).start();
        String text = numbered("verkoop-peppol.xml", "F2026-0101", "M-2");
        export("M-2.XML", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
        export("M-3.XML", ("\uFEFF" + text.replace("M-2", "M-3")).getBytes(StandardCharsets.UTF_16LE));

        assertThat(sent("M-2").payload().bytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        assertThat(sent("M-3").payload().text()).isEqualTo(text.replace("M-2", "M-3"));
    }

    @Test
    void bothTheMendedTextAndThePdfGoAlong() throws Exception {
        workshop = new Workshop(folder).start();
        Files.write(workshop.acme("export").resolve("M-4.PDF"), "%PDF-1.7 x".getBytes(StandardCharsets.US_ASCII));
        String text = numbered("verkoop-peppol.xml", "F2026-0101", "M-4");
        export("M-4.XML", text.getBytes(WINDOWS));

        assertThat(sent("M-4").payload().text()).contains("Café één: 10 €", "JVBERi0xLjcgeA==");
        assertThat(payloads(workshop.invoice("M-4").orElseThrow())).hasSize(2);
    }

    @Test
    void aMailHasTheMendedDocument() throws Exception {
        workshop = new Workshop(folder).start();
        String text = numbered("verkoop-email.xml", "F2026-0103", "M-5");
        export("M-5.XML", text.getBytes(WINDOWS));

        workshop.awaitState("M-5", InvoiceState.SENT);

        MimeMessage message = workshop.mail.getReceivedMessages()[0];
        MimeMultipart parts = (MimeMultipart) message.getContent();
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        for (int n = 0; n < parts.getCount(); n++) {
            BodyPart part = parts.getBodyPart(n);
            if (part.getFileName() != null && part.getFileName().endsWith(".xml")) {
                part.getInputStream().transferTo(xml);
            }
        }
        assertThat(xml.toString(StandardCharsets.UTF_8)).isEqualTo(text);
    }

    private LedgerInvoice held() {
        return workshop.ledger()
                .reading(books -> books.invoices().inState(Direction.SALES, List.of(InvoiceState.HELD)))
                .get(0);
    }

    private void retry(LedgerInvoice invoice) {
        long id = workshop.ledger()
                .inTransaction(books -> books.orders().place(Kind.RETRY, "acme", invoice.id(), "", "els@kantoor"));
        await().atMost(Workshop.PATIENCE)
                .until(() -> workshop.ledger()
                                .reading(books -> books.orders().find(id))
                                .orElseThrow()
                                .outcome()
                        == Outcome.DONE);
    }

    /** Whether its file was looked at anew. */
    private boolean again(LedgerInvoice invoice) {
        return workshop.ledger().reading(books -> books.events().of(invoice.id())).stream()
                .anyMatch(event -> event.kind().equals("again"));
    }

    @Test
    void whatIsNotCertainIsHeldUntilItIsOfferedMended() throws Exception {
        workshop = new Workshop(folder).start();
        String text = numbered("verkoop-peppol.xml", "F2026-0101", "M-6");
        export("M-6.XML", text.replace("Café", "Caf\u0002\u001B").getBytes(StandardCharsets.UTF_8));

        await().atMost(Workshop.PATIENCE).until(() -> workshop.files("held").size() == 2);
        Path reason = FilesBelow.of(workshop.acme("held")).stream()
                .filter(file -> file.toString().endsWith(".reason.txt"))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readString(reason)).contains("onzichtbaar stuurteken", "element Note", "typ de tekst opnieuw");
        LedgerInvoice held = held();
        assertThat(held.reason().orElseThrow().code()).isEqualTo("document.control-character");

        retry(held);

        await().atMost(Workshop.PATIENCE)
                .until(() -> again(held) && workshop.files("held").size() == 2);
        assertThat(held().reason()).isEqualTo(held.reason());
        assertThat(workshop.simulator.journal().accepted()).isEmpty();

        export("M-6.XML", text.getBytes(StandardCharsets.UTF_8));
        assertThat(sent("M-6").payload().text()).contains("Café één: 10 €");
    }
}
