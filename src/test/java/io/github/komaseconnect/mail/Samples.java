package io.github.komaseconnect.mail;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.CompanyFolders;
import io.github.komaseconnect.company.DefaultMethod;
import io.github.komaseconnect.company.MailOauth2;
import io.github.komaseconnect.company.MailSecurity;
import io.github.komaseconnect.company.MailSettings;
import io.github.komaseconnect.company.PdfPolicy;
import io.github.komaseconnect.company.TestCompany;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.invoice.InvoiceParty;
import io.github.komaseconnect.relation.Destination;
import io.github.komaseconnect.relation.Language;
import io.github.komaseconnect.relation.SendingMethod;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The invoice, the company and the mails that these tests send. */
final class Samples {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T16:20:09Z"), ZoneId.of("Europe/Amsterdam"));
    static final String PASSWORD = "Geh3im-w8woord";

    private Samples() {}

    static Company company(String name, String from) {
        Path root = Path.of("companies", "acme").toAbsolutePath();
        CompanyFolders folders = new CompanyFolders(
                root.resolve("import"),
                root.resolve("export"),
                root.resolve("outbox"),
                root.resolve("sent"),
                root.resolve("held"),
                root.resolve("print-spool"));
        return TestCompany.of(
                "acme",
                name,
                "XCNL10019",
                Optional.empty(),
                Optional.empty(),
                folders,
                root.resolve("relations.csv"),
                "0 0/15 * * * ?",
                Optional.empty(),
                OptionalInt.empty(),
                DefaultMethod.HOLD,
                from,
                PdfPolicy.OPTIONAL,
                List.of());
    }

    static Company acme() {
        return company("Acme Installatietechniek B.V.", "facturen@acme.nl");
    }

    static Destination to(Language language, String... addresses) {
        return new Destination(
                SendingMethod.EMAIL, List.of(addresses), language, "1001", "Café Zürich", "", "waarom", "why");
    }

    static InvoiceHeader header(DocumentType type, String number) {
        return header(type, number, Optional.of(new BigDecimal("1234.5")));
    }

    static InvoiceHeader header(DocumentType type, String number, Optional<BigDecimal> amount) {
        InvoiceParty nobody = new InvoiceParty(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new InvoiceHeader(
                type,
                number,
                "",
                Optional.of(LocalDate.of(2026, 11, 2)),
                Optional.of("EUR"),
                amount,
                nobody,
                nobody,
                Optional.empty());
    }

    /** A UBL with every kind of line end, a dot line, a long line and letters that need care. */
    static Path ubl(Path folder) throws IOException {
        String text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Invoice>\r\n.\n..dots\n<a>é€😀</a>\r<b>"
                + "x".repeat(2000) + "</b>\n\n</Invoice>\n\n";
        return Files.write(folder.resolve("factuur.xml"), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes of all values after the PDF mark. */
    static Path pdf(Path folder) throws IOException {
        byte[] bytes = new byte[5000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 / 7);
        }
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 9);
        return Files.write(folder.resolve("factuur.pdf"), bytes);
    }

    static InvoiceMail mail(Path folder, String... addresses) throws IOException {
        return new InvoiceMail(
                acme(),
                to(Language.NL, addresses),
                header(DocumentType.INVOICE, "2026-0042"),
                ubl(folder),
                pdf(folder),
                "factuur-2026-0042",
                "17");
    }

    static MailComposer composer(Path templates) {
        return new MailComposer(new MailTemplates(templates), CLOCK);
    }

    /** A sealed message of the company acme. */
    static SealedMessage sealed(Path folder, String... addresses) throws Exception {
        Path eml = folder.resolve("mail.eml");
        Composition made = composer(folder.resolve("no-templates")).compose(mail(folder, addresses), eml);
        if (!(made instanceof Composition.Composed)) {
            throw new AssertionError(made);
        }
        return SealedMessage.of("acme", eml);
    }

    static MailSettings server(int port, MailSecurity security) {
        return server("127.0.0.1", port, security);
    }

    static MailSettings server(String host, int port, MailSecurity security) {
        return new MailSettings(host, port, "acme", new Secret(PASSWORD), security);
    }

    static MailSettings withoutLogIn(int port) {
        return new MailSettings("127.0.0.1", port, "", new Secret(""), MailSecurity.NONE);
    }

    /** A client that does not try a test's patience. */
    static SmtpClient impatient() {
        return new SmtpClient(impatience(), noTokens());
    }

    /** For servers without OAuth 2. */
    static MailTokens noTokens() {
        return new MailTokens() {
            @Override
            public Secret token(MailOauth2 oauth2) {
                throw new AssertionError("no token is needed");
            }

            @Override
            public void drop(MailOauth2 oauth2, Secret token) {
                throw new AssertionError("no token was given");
            }
        };
    }

    static MailTimeouts impatience() {
        return new MailTimeouts(
                Duration.ofSeconds(2), Duration.ofMillis(700), Duration.ofSeconds(2), Duration.ofSeconds(20));
    }
}
