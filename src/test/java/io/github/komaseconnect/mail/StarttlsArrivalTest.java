package io.github.komaseconnect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Attachments;
import io.github.komaseconnect.company.MailSecurity;
import io.github.komaseconnect.company.Mailing;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.invoice.EmbeddedPdf;
import io.github.komaseconnect.invoice.PdfEmbedding;
import io.github.komaseconnect.invoice.PdfExtraction;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.relation.Language;
import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** Mail received by a real SMTP server over STARTTLS, compared byte for byte with what was to be sent. */
class StarttlsArrivalTest {
    private record Received(String to, byte[] data) {}

    private final class EachRecipient implements SimpleMessageListener {
        @Override
        public boolean accept(String from, String recipient) {
            return true;
        }

        @Override
        public void deliver(String from, String recipient, InputStream data) throws IOException {
            received.add(new Received(recipient, data.readAllBytes()));
        }
    }

    @TempDir
    Path folder;

    private final TestTls tls = GreenMailTls.certificate();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private SMTPServer server;

    @BeforeEach
    void start() throws Exception {
        server = SMTPServer.port(0)
                .bindAddress(InetAddress.getByName("127.0.0.1"))
                .requireTLS()
                .startTlsSocketFactory(tls.context(), false)
                .maxMessageSize(50_000_000)
                .insertReceivedHeaders(false)
                .simpleMessageListener(new EachRecipient())
                .build();
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    static Stream<Map.Entry<String, String>> documents() {
        String line = "<cbc:Note>é€😀 ";
        return Map.of(
                "LF", "<Invoice>\n" + line + "\n</Invoice>\n",
                "CRLF", "<Invoice>\r\n" + line + "\r\n</Invoice>\r\n",
                "CR and a mix", "<Invoice>\r" + line + "\n\r\n\r</Invoice>",
                "white space at the ends of lines", "<Invoice> \t \n" + line + "   \t\r\n\t\n   \n</Invoice>   \n\n\n",
                "no end of line at the end", "<Invoice/>",
                "lines of more than 998", "<Invoice>" + "x".repeat(5_000) + "\n" + "é".repeat(3_000) + "</Invoice>\n",
                "dots and boundaries", "<Invoice>\n.\n..\n.\r\n--=_\n--\nFrom nobody\n</Invoice>",
                "NUL and all that", "<Invoice>\0\u0001\u001A\u007F\uFEFF</Invoice>",
                "large", "<Invoice>" + "<a>1</a>\n".repeat(300_000) + "</Invoice>")
                .entrySet()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whatArrivesIsWhatIsInTheArchive(Map.Entry<String, String> document) throws Exception {
        Path ubl = Files.write(folder.resolve("f.xml"), document.getValue().getBytes(StandardCharsets.UTF_8));
        Path pdf = Samples.pdf(folder);
        Path eml = send(ubl, pdf, List.of());
        assertThat(received).hasSize(1);
        assertThat(Arrays.equals(received.get(0).data(), Files.readAllBytes(eml)))
                .isTrue();
        MimeMultipart parts = (MimeMultipart) new MimeMessage(
                        (Session) null, new ByteArrayInputStream(received.get(0).data()))
                .getContent();
        assertThat(sha256(parts.getBodyPart(1))).isEqualTo(Sha256.ofFile(pdf));
        assertThat(sha256(parts.getBodyPart(2))).isEqualTo(Sha256.ofFile(ubl));
    }

    private String sha256(BodyPart part) throws Exception {
        return Sha256.ofFile(
                Files.write(folder.resolve("arrived"), part.getInputStream().readAllBytes()));
    }

    @Test
    void theArchiveGetsTheSameMailUnseen() throws Exception {
        Path ubl = Samples.ubl(folder);
        Path eml = send(ubl, Samples.pdf(folder), List.of("archief@acme.nl"));
        assertThat(received)
                .extracting(Received::to)
                .containsExactlyInAnyOrder("klant@voorbeeld.nl", "archief@acme.nl");
        for (Received one : received) {
            assertThat(Arrays.equals(one.data(), Files.readAllBytes(eml))).isTrue();
            assertThat(new String(one.data(), StandardCharsets.ISO_8859_1)).doesNotContain("archief@acme.nl");
        }
    }

    /** What is attached, under which name, and to whom; a relation has every one of these at once. */
    @ParameterizedTest
    @CsvSource({
        "PDF,          factuur-2026-0042",
        "PDF,          Müller & Søn – factuur 42 €",
        "PDF_AND_UBL,  factuur-2026-0042",
        "PDF_AND_UBL,  Müller & Søn – factuur 42 €",
        "PDF_AND_UBL,  請求書 2026-0042",
        "UBL_WITH_PDF, factuur-2026-0042",
        "UBL_WITH_PDF, Müller & Søn – factuur 42 €"
    })
    void eachChoiceOfAttachmentsArrivesByteForByteUnderItsName(Attachments attachments, String name) throws Exception {
        Path ubl = Path.of("src", "main", "resources", "samples", "verkoop-email.xml");
        Path pdf = Samples.pdf(folder);
        SafeXml xml = new SafeXml();
        Path carried = ((CarriedUbl.File) CarriedUbl.of(
                        attachments, new PdfEmbedding(xml), ubl, pdf, name, folder.resolve("with-pdf.xml")))
                .file();
        Path eml = send(
                new InvoiceMail(
                        Samples.acme().withMailing(Mailing.usual()),
                        Samples.to(
                                        Language.NL,
                                        "klant@voorbeeld.nl",
                                        "info@bücher.example",
                                        "KLANT@voorbeeld.nl",
                                        "a@b.nl")
                                .with(attachments),
                        Samples.header(DocumentType.INVOICE, "2026-0042"),
                        ubl,
                        carried,
                        pdf,
                        name,
                        "17",
                        Optional.empty()),
                List.of());

        assertThat(received)
                .extracting(Received::to)
                .contains("klant@voorbeeld.nl", "info@xn--bcher-kva.example", "a@b.nl")
                .doesNotHaveDuplicates();
        for (Received one : received) {
            assertThat(Arrays.equals(one.data(), Files.readAllBytes(eml))).isTrue();
        }
        MimeMultipart parts = (MimeMultipart) new MimeMessage(
                        (Session) null, new ByteArrayInputStream(received.get(0).data()))
                .getContent();
        Map<String, Path> wanted = new LinkedHashMap<>();
        if (attachments != Attachments.UBL_WITH_PDF) {
            wanted.put(name + ".pdf", pdf);
        }
        if (attachments != Attachments.PDF) {
            wanted.put(name + ".xml", carried);
        }
        assertThat(parts.getCount()).isEqualTo(1 + wanted.size());
        int n = 1;
        for (Map.Entry<String, Path> file : wanted.entrySet()) {
            BodyPart part = parts.getBodyPart(n++);
            assertThat(part.getFileName()).isEqualTo(file.getKey());
            assertThat(sha256(part)).isEqualTo(Sha256.ofFile(file.getValue()));
        }
        if (attachments == Attachments.UBL_WITH_PDF) {
            Files.write(
                    folder.resolve("arrived.xml"),
                    parts.getBodyPart(1).getInputStream().readAllBytes());
            Path inside = folder.resolve("inside.pdf");
            assertThat(new EmbeddedPdf(xml).extract(folder.resolve("arrived.xml"), inside))
                    .isInstanceOf(PdfExtraction.Extracted.class);
            assertThat(inside).hasSameBinaryContentAs(pdf);
        }
    }

    private Path send(Path ubl, Path pdf, List<String> unseen) throws Exception {
        return send(
                new InvoiceMail(
                        Samples.acme().withMailing(Mailing.usual()),
                        Samples.to(Language.NL, "klant@voorbeeld.nl"),
                        Samples.header(DocumentType.INVOICE, "2026-0042"),
                        ubl,
                        pdf,
                        "factuur-2026-0042",
                        "17"),
                unseen);
    }

    private Path send(InvoiceMail mail, List<String> unseen) throws Exception {
        Path eml = folder.resolve("mail.eml");
        assertThat(Samples.composer(folder.resolve("none")).compose(mail, eml))
                .isInstanceOf(Composition.Composed.class);
        InternetAddress[] copies = new InternetAddress[unseen.size()];
        for (int n = 0; n < copies.length; n++) {
            copies[n] = MailAddress.parse(unseen.get(n));
        }
        SmtpClient client = new SmtpClient(
                MailTimeouts.standard(), Samples.noTokens(), tls.context().getSocketFactory());
        client.send(
                new io.github.komaseconnect.company.MailSettings(
                        "localhost",
                        server.getPortAllocated(),
                        "",
                        new io.github.komaseconnect.configuration.Secret(""),
                        MailSecurity.STARTTLS),
                SealedMessage.of("acme", eml, List.of(copies)));
        return eml;
    }
}
