package io.github.komaseconnect.hook.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.company.HookMailbox;
import io.github.komaseconnect.company.HookSettings;
import io.github.komaseconnect.company.HookSettings.AfterImport;
import io.github.komaseconnect.company.HookSettings.ReceivedResponse;
import io.github.komaseconnect.company.Mailbox;
import io.github.komaseconnect.company.TestCompany;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.hook.MailboxDesk;
import io.github.komaseconnect.hook.MailedInvoices;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Receipt;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.mail.GreenMailTls;
import io.github.komaseconnect.mail.TestTls;
import io.github.komaseconnect.mailbox.GivenTokens;
import io.github.komaseconnect.mailbox.MailboxDoor;
import io.github.komaseconnect.purchase.Arrivals;
import io.github.komaseconnect.purchase.MovableClock;
import io.github.komaseconnect.purchase.Purchase;
import io.github.komaseconnect.reason.Reason;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** eConnect's mails, from a real IMAP server over TLS. */
class HookMailboxesTest {
    private static final String ID = "0b7c1f52-1111-4c3e-9d53-8a2f5b1c7e01";
    private static final String ECONNECT = "no-reply@mail.econnect.eu";
    private static final long MOST = 200_000;

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();
    private GreenMail server;
    private final TestTls tls = GreenMailTls.certificate();

    private Ledger ledger;
    private GreenMailUser user;
    private Company acme;
    private HookMailboxes mailboxes;

    @BeforeEach
    void open() throws Exception {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS));
        server.start();
        user = server.setUser("facturen@acme.example", "facturen@acme.example", "geheim-7f3a");
        ledger = LedgerDatabase.open("", folder.resolve("data"), clock, "test");
        Files.createDirectories(folder.resolve("tmp"));
        acme = company("localhost");
        mailboxes = over(acme, "geheim-7f3a", Optional.of(trusting()));
        visit();
    }

    @AfterEach
    void close() {
        ledger.close();
        server.stop();
    }

    private SSLSocketFactory trusting() {
        return tls.context().getSocketFactory();
    }

    private Company company(String host) {
        HookMailbox mailbox = new HookMailbox(
                new Mailbox(host, server.getImaps().getPort(), "facturen@acme.example", "INBOX"), "econnect.eu");
        return TestCompany.of("acme", folder.resolve("acme"))
                .withGateway(Gateway.PSB, "NL:KVK:12345678")
                .withHooks(new HookSettings(
                        Optional.empty(), Optional.of(mailbox), ReceivedResponse.NONE, AfterImport.KEEP));
    }

    private HookMailboxes over(Company company, String password, Optional<SSLSocketFactory> tls) {
        return over(
                company,
                new MailboxDoor(key -> new Secret(password), key -> Optional.empty(), GivenTokens.none(), tls));
    }

    private HookMailboxes over(Company company, MailboxDoor door) {
        Arrivals arrivals =
                new Arrivals(ledger, new Archive(folder.resolve("archive")), new UblReader(new SafeXml()), clock);
        MailboxDesk desk = new MailboxDesk(
                new Companies(List.of(company)),
                ledger,
                new AlarmBell(ledger),
                new MailedInvoices(arrivals, new UblReader(new SafeXml())));
        return new HookMailboxes(desk, door, folder.resolve("tmp"), MOST, clock);
    }

    private void visit() {
        mailboxes.due().forEach(mailboxes::visit);
    }

    private MimeMessage deliver(String from, String subject, String... parts) throws Exception {
        StringBuilder mail = new StringBuilder("From: " + from + "\r\nTo: facturen@acme.example\r\nSubject: " + subject
                + "\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n");
        for (String part : parts) {
            mail.append("--b\r\n").append(part).append("\r\n");
        }
        MimeMessage message = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.append("--b--\r\n").toString().getBytes(StandardCharsets.UTF_8)));
        user.deliver(message);
        return message;
    }

    private static String text(String words) {
        return "Content-Type: text/plain; charset=utf-8\r\n\r\n" + words;
    }

    private static String attached(String name, String content) {
        return "Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"" + name
                + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
    }

    private List<LedgerInvoice> listed() {
        return ledger.reading(books -> books.invoices().inState(Direction.PURCHASE, EnumSet.of(InvoiceState.LISTED)));
    }

    private List<String> alarms() {
        return ledger.reading(books -> books.alarms().open()).stream()
                .map(Alarm::cause)
                .toList();
    }

    private List<Boolean> read() throws Exception {
        return Stream.of(server.getReceivedMessages())
                .map(message -> {
                    try {
                        return message.isSet(Flags.Flag.SEEN);
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    @Test
    void anInvoiceIsSafeBeforeItsMailIsMarked() throws Exception {
        deliver(
                ECONNECT,
                "InvoiceReceived",
                text("Nieuwe factuur"),
                attached(ID + ".xml", Purchase.invoice("2026-1")),
                attached(ID + ".pdf", "%PDF-1.7"));
        visit();

        assertThat(listed()).extracting(LedgerInvoice::externalId).containsExactly(ID);
        Receipt receipt =
                ledger.reading(books -> books.receipts().find("acme", ID)).orElseThrow();
        assertThat(receipt.gateway()).isEqualTo(Gateway.PSB);
        int due = ledger.reading(books -> books.receipts().countDue("acme", clock.instant()));
        assertThat(due).isEqualTo(1);
        try (Stream<Path> kept = Files.walk(folder.resolve("archive"))) {
            assertThat(kept.map(file -> file.getFileName().toString())).contains("document.xml", "document.pdf");
        }
        assertThat(read()).containsExactly(true);
        assertThat(folder.resolve("tmp")).isEmptyDirectory();
        assertThat(alarms()).isEmpty();

        visit();
        assertThat(listed()).hasSize(1);
    }

    @Test
    void withoutItsIdItIsKnownByItsContent() throws Exception {
        deliver(ECONNECT, "een", attached("factuur.xml", Purchase.invoice("2026-2")));
        deliver(ECONNECT, "nog eens", attached("factuur.xml", Purchase.invoice("2026-2")));
        deliver(
                ECONNECT,
                "in de tekst",
                text("documentId: " + ID + "\r\n"),
                attached("f.xml", Purchase.invoice("2026-3")));
        visit();

        assertThat(listed())
                .hasSize(2)
                .extracting(LedgerInvoice::externalId)
                .contains(ID)
                .anyMatch(id -> id.startsWith("MAIL-"));
        assertThat(read()).containsExactly(true, true, true);
    }

    @Test
    void whatAHookToldOfIsNotTakenAgain() throws Exception {
        Company company = acme;
        ledger.record(books -> {
            Arrivals arrivals =
                    new Arrivals(ledger, new Archive(folder.resolve("archive")), new UblReader(new SafeXml()), clock);
            arrivals.record(
                    books,
                    company,
                    Gateway.PSB,
                    new InboxEntry(ID, "", clock.instant(), clock.instant(), "", "", 0, ""));
        });
        deliver(ECONNECT, "InvoiceReceived", attached(ID + ".xml", Purchase.invoice("2026-1")));
        visit();

        assertThat(listed()).hasSize(1);
    }

    /** What a hook told of could not be fetched, or came and was of no use; and then eConnect's mail has it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "<Invoice"})
    void whatCouldNotBeFetchedIsRescuedByItsMail(String came) throws Exception {
        long invoice = held(came);
        deliver(ECONNECT, "InvoiceReceived", attached(ID + ".xml", Purchase.invoice("2026-1")));

        visit();

        LedgerInvoice rescued =
                ledger.reading(books -> books.invoices().find(invoice)).orElseThrow();
        assertThat(rescued.state()).isEqualTo(InvoiceState.LISTED);
        assertThat(rescued.reason()).isEmpty();
        List<LedgerEvent> events = ledger.reading(books -> books.events().of(invoice));
        assertThat(events).anySatisfy(event -> assertThat(event.dutch()).contains("Alsnog binnengekomen"));
        int due = ledger.reading(books -> books.receipts().countDue("acme", clock.instant()));
        assertThat(due).isEqualTo(1);
        assertThat(alarms()).isEmpty();
        assertThat(read()).containsExactly(true);
    }

    /** It is there, and is held for another reason: a mail changes nothing. */
    @Test
    void whatIsHeldWithItsDocumentStaysSo() throws Exception {
        long invoice = held(Purchase.invoice("2026-1"));
        deliver(ECONNECT, "InvoiceReceived", attached(ID + ".xml", Purchase.invoice("2026-1")));

        visit();

        assertThat(ledger.reading(books -> books.invoices().find(invoice))
                        .orElseThrow()
                        .state())
                .isEqualTo(InvoiceState.HELD);
    }

    private long held(String document) throws Exception {
        Archive archive = new Archive(folder.resolve("archive"));
        Arrivals arrivals = new Arrivals(ledger, archive, new UblReader(new SafeXml()), clock);
        Reason refused = new Reason("econnect.forbidden", "Geen toestemming.", "No permission.", "", "");
        return ledger.inTransaction(books -> {
            arrivals.record(
                    books, acme, Gateway.PSB, new InboxEntry(ID, "", clock.instant(), clock.instant(), "", "", 0, ""));
            Receipt receipt = books.receipts().find("acme", ID).orElseThrow();
            if (!document.isEmpty()) {
                String place = archive.purchaseFolder("acme", receipt.createdOn(), ID + "~" + receipt.invoiceId());
                try {
                    Files.writeString(archive.file(place, Archive.DOCUMENT), document);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            books.invoices().state(receipt.invoiceId(), InvoiceState.HELD, Optional.of(refused));
            books.receipts().next(receipt.invoiceId(), Optional.empty(), 0);
            books.alarms().raise("held/acme/" + refused.code(), "acme", refused, Optional.of(ID));
            return receipt.invoiceId();
        });
    }

    @Test
    void everythingElseIsLeftAndToldOnce() throws Exception {
        deliver("spam@example.com", "Reclame", text("Koop nu"));
        deliver("leverancier@example.com", "Onze factuur", attached("factuur.xml", Purchase.invoice("2026-4")));
        deliver("x@noteconnect.eu", "Bijna", attached("factuur.xml", Purchase.invoice("2026-5")));
        deliver(ECONNECT, "HookSent", text("Dat was het"));
        deliver(ECONNECT, "Kapot", attached("factuur.xml", "<Invoice"));
        deliver(ECONNECT, "Groot", attached("factuur.xml", "x".repeat((int) MOST)));
        deliver(ECONNECT, "Goed", attached("factuur.xml", Purchase.invoice("2026-6")));
        visit();

        assertThat(listed()).hasSize(1);
        assertThat(read()).containsExactly(false, false, false, false, false, false, true);
        assertThat(alarms()).containsExactly("hook/acme/mail");
        List<String> touched = ledger.reading(books -> books.alarms().open()).get(0).touches().stream()
                .map(Alarm.Touch::label)
                .toList();
        assertThat(touched).containsExactlyInAnyOrder("Onze factuur", "Bijna", "HookSent", "Kapot", "Groot");

        ledger.record(books -> books.alarms().clear("hook/acme/mail"));
        visit();
        assertThat(alarms()).isEmpty();
    }

    @Test
    void theMailboxIsReadByATokenWhereThereIsNoPassword() throws Exception {
        // what GreenMail takes for the token of a user is the user's password
        GivenTokens tokens = new GivenTokens("token-of-yesterday", "geheim-7f3a");
        mailboxes = over(
                acme,
                new MailboxDoor(
                        key -> new Secret(""),
                        key -> Optional.of(GivenTokens.CLIENT),
                        tokens,
                        Optional.of(trusting())));
        deliver(ECONNECT, "een", attached("a.xml", Purchase.invoice("2026-9")));

        visit();

        assertThat(listed()).hasSize(1);
        assertThat(read()).containsExactly(true);
        assertThat(tokens.dropped()).containsExactly("token-of-yesterday");
        assertThat(alarms()).isEmpty();
    }

    @Test
    void whatSomebodyReadBeforeIsTakenAllTheSameButNotBeforeTheFirstVisit() throws Exception {
        deliver(ECONNECT, "een", attached("a.xml", Purchase.invoice("2026-7")));
        markAllRead();
        visit();
        assertThat(listed()).hasSize(1);

        // another mailbox, so to speak
        ledger.close();
        ledger = LedgerDatabase.open("", folder.resolve("other"), clock, "test");
        mailboxes = over(acme, "geheim-7f3a", Optional.of(trusting()));
        visit();
        assertThat(listed()).isEmpty();
    }

    private void markAllRead() throws Exception {
        var folderOfUser = server.getManagers().getImapHostManager().getInbox(user);
        for (Long uid : folderOfUser.getMessageUids()) {
            folderOfUser.setFlags(new Flags(Flags.Flag.SEEN), true, uid, null, true);
        }
    }

    @Test
    void aServerThatIsNotTheOneIsNotTalkedTo() throws Exception {
        deliver(ECONNECT, "een", attached("a.xml", Purchase.invoice("2026-8")));
        for (HookMailboxes refused : List.of(
                // not a certificate that Java trusts
                over(acme, "geheim-7f3a", Optional.empty()),
                over(acme, "verkeerd", Optional.of(trusting())),
                // not the name in the certificate
                over(company("127.0.0.1"), "geheim-7f3a", Optional.of(trusting())))) {
            mailboxes = refused;
            visit();
            visit();
            assertThat(alarms()).isEmpty();
            visit();
            assertThat(alarms()).containsExactly("hook/acme/mailbox");
            assertThat(listed()).isEmpty();
            ledger.record(books -> books.alarms().clear("hook/acme/mailbox"));
        }
        mailboxes = over(acme, "geheim-7f3a", Optional.of(trusting()));
        visit();
        assertThat(listed()).hasSize(1);
    }
}
