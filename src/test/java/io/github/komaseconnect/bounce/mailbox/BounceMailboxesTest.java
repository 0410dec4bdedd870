package io.github.komaseconnect.bounce.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.bounce.BounceDesk;
import io.github.komaseconnect.bounce.Returns;
import io.github.komaseconnect.cluster.Ownership;
import io.github.komaseconnect.company.Mailbox;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.delivery.AttemptOutcome;
import io.github.komaseconnect.delivery.Dispatch;
import io.github.komaseconnect.delivery.EndedAttempt;
import io.github.komaseconnect.delivery.OpenAttempt;
import io.github.komaseconnect.delivery.Shipment;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Bounces;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.mail.GreenMailTls;
import io.github.komaseconnect.mail.TestTls;
import io.github.komaseconnect.mailbox.GivenTokens;
import io.github.komaseconnect.mailbox.MailboxDoor;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.SendingMethod;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails that came back, from a real IMAP server over TLS, and what becomes of their invoices. */
class BounceMailboxesTest {
    private static final String PASSWORD = "geheim-7f3a";
    private final TestTls tls = GreenMailTls.certificate();

    @TempDir
    Path folder;

    private GreenMail server;
    private GreenMailUser user;
    private Dispatch dispatch;
    private BounceMailboxes mailboxes;
    private Returns returns;

    @BeforeEach
    void open() throws Exception {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS));
        server.start();
        user = server.setUser("facturen@acme.example", "facturen@acme.example", PASSWORD);
        dispatch = new Dispatch(folder, "acme", "beta");
        begin(PASSWORD, Optional.of(tls.context().getSocketFactory()));
        visit();
    }

    @AfterEach
    void close() {
        dispatch.close();
        server.stop();
    }

    /** Anew, as after a stop. */
    private void begin(String password, Optional<SSLSocketFactory> trust) {
        mailboxes = new BounceMailboxes(
                desk(),
                new MailboxDoor(owner -> new Secret(password), owner -> Optional.empty(), GivenTokens.none(), trust));
        returns = new Returns(dispatch.companies, dispatch.ledger, dispatch.placement, dispatch.clock);
    }

    private BounceDesk desk() {
        Mailbox box = new Mailbox("localhost", server.getImaps().getPort(), "facturen@acme.example", "INBOX");
        return new BounceDesk(
                dispatch.companies,
                Optional.of(box),
                Ownership.ofAll(),
                dispatch.ledger,
                new AlarmBell(dispatch.ledger),
                dispatch.clock);
    }

    private void visit() {
        mailboxes.due().forEach(mailboxes::visit);
    }

    private String messageId(long delivery) {
        LedgerInvoice invoice = invoice(delivery);
        return "<delivery-" + delivery + "." + invoice.sha256().substring(0, 16) + "@acme.example>";
    }

    private long mailed(String number, AttemptOutcome... outcome) throws Exception {
        long delivery = dispatch.add("acme", number, SendingMethod.EMAIL);
        Shipment shipment = dispatch.take().get(0);
        OpenAttempt open = dispatch.attempts.begin(shipment);
        AttemptOutcome how = outcome.length == 0 ? new AttemptOutcome.Delivered(messageId(delivery)) : outcome[0];
        dispatch.attempts.end(new EndedAttempt(open, how));
        return delivery;
    }

    private void arrives(String mail) throws Exception {
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
    }

    private LedgerInvoice invoice(long delivery) {
        return dispatch.ledger.reading(books -> books.invoices()
                .find(books.deliveries().find(delivery).orElseThrow().invoiceId())
                .orElseThrow());
    }

    private Delivery delivery(long id) {
        return dispatch.ledger.reading(books -> books.deliveries().find(id)).orElseThrow();
    }

    private List<String> events(long delivery) {
        return dispatch
                .ledger
                .reading(books -> books.events().of(invoice(delivery).id()))
                .stream()
                .map(event -> event.kind() + ": " + event.dutch())
                .toList();
    }

    private List<String> alarms() {
        return dispatch.ledger.reading(books -> books.alarms().open()).stream()
                .map(Alarm::cause)
                .toList();
    }

    private List<Boolean> read() throws Exception {
        List<Boolean> read = new ArrayList<>();
        for (Message message : server.getReceivedMessages()) {
            read.add(message.isSet(Flags.Flag.SEEN));
        }
        return read;
    }

    @Test
    void aBouncedInvoiceIsHeldWithTheServersWords() throws Exception {
        long delivery = mailed("2026-1");
        assertThat(invoice(delivery).state()).isEqualTo(InvoiceState.SENT);
        arrives(Reports.failed(
                messageId(delivery), "klant@example.com", "smtp; 550 5.1.1 <klant@example.com>: User unknown"));
        visit();
        assertThat(read()).containsExactly(true);
        assertThat(invoice(delivery).state()).isEqualTo(InvoiceState.SENT);
        returns.follow();

        assertThat(invoice(delivery).state()).isEqualTo(InvoiceState.HELD);
        assertThat(delivery(delivery).state()).isEqualTo(DeliveryState.REJECTED);
        Reason reason = invoice(delivery).reason().orElseThrow();
        assertThat(reason.code()).isEqualTo("mail.bounced");
        assertThat(reason.dutch())
                .contains("kwam terug", "klant@example.com", "550 5.1.1 <klant@example.com>: User unknown");
        assertThat(reason.adviceDutch()).contains("kolom e-mail", "retry", "reroute", "resolve ID --sent");
        assertThat(alarms()).containsExactly("held/acme/mail.bounced");
        Path held = dispatch.companies.get("acme").folders().held();
        assertThat(held.resolve("FACTUUR_2026-1.xml")).exists();
        assertThat(Files.readString(held.resolve("FACTUUR_2026-1.reason.txt"))).contains("User unknown", "retry");

        // again the same, and once more in another mail: nothing more comes of it
        int events = events(delivery).size();
        arrives(Reports.failed(
                messageId(delivery), "klant@example.com", "smtp; 550 5.1.1 <klant@example.com>: User unknown"));
        visit();
        returns.follow();
        assertThat(events(delivery)).hasSize(events);
        assertThat(read()).containsExactly(true, true);
    }

    @Test
    void theMailboxIsReadByATokenWhereThereIsNoPassword() throws Exception {
        long delivery = mailed("2026-10");
        arrives(Reports.failed(messageId(delivery), "klant@example.com", "smtp; 550 5.1.1 User unknown"));
        // what GreenMail takes for the token of a user is the user's password
        GivenTokens tokens = new GivenTokens("token-of-yesterday", PASSWORD);
        mailboxes = new BounceMailboxes(
                desk(),
                new MailboxDoor(
                        owner -> new Secret(""),
                        owner -> Optional.of(GivenTokens.CLIENT),
                        tokens,
                        Optional.of(tls.context().getSocketFactory())));

        visit();
        returns.follow();

        assertThat(read()).containsExactly(true);
        assertThat(invoice(delivery).state()).isEqualTo(InvoiceState.HELD);
        assertThat(tokens.dropped()).containsExactly("token-of-yesterday");
        assertThat(alarms()).containsExactly("held/acme/mail.bounced");
    }

    /** Some servers give a mail a Message-ID of their own; the other header stays as it is. */
    @Test
    void aMailThatGotAnotherMessageIdOnItsWayIsRecognisedByItsDeliveryId() throws Exception {
        long delivery = mailed("2026-11");
        String report = Reports.failed("<0102018c-ses@eu-west-1.example>", "klant@example.com", "smtp; 550 no");
        String original = "Subject: Factuur\r\n";
        arrives(report.replace(
                original,
                original + "X-Delivery-ID: " + messageId(delivery).replaceAll("\\.[0-9a-f]{16}@", ".0123456789abcdef@")
                        + "\r\n"));
        visit();
        returns.follow();
        assertThat(invoice(delivery).state()).isEqualTo(InvoiceState.SENT);

        arrives(report.replace(original, original + "X-Delivery-ID: " + messageId(delivery) + "\r\n"));
        visit();
        returns.follow();
        assertThat(read()).containsExactly(false, true);
        assertThat(invoice(delivery).state()).isEqualTo(InvoiceState.HELD);
    }

    @Test
    void aDelayIsOnlyNoted() throws Exception {
        long delivery = mailed("2026-2");
        arrives(Reports.delayed(messageId(delivery), "klant@example.com"));
        visit();
        returns.follow();
        assertThat(invoice(delivery).state()).isEqualTo(InvoiceState.SENT);
        assertThat(events(delivery)).last().asString().contains("bounced: ", "vertraagd", "451 try later");
        assertThat(alarms()).isEmpty();
        arrives(Reports.old(messageId(delivery), "klant@example.com", "Mail delivery failed"));
        visit();
        returns.follow();
        assertThat(invoice(delivery).state()).isEqualTo(InvoiceState.HELD);
    }

    @Test
    void whatIsNotForUsStaysUnreadAndIsCounted() throws Exception {
        long delivery = mailed("2026-3");
        String ours = messageId(delivery);
        arrives(Reports.reply(ours));
        arrives(Reports.failed("<delivery-9999.0123456789abcdef@acme.example>", "klant@example.com", "smtp; 550 no"));
        arrives(Reports.failed(ours.replaceAll("\\.[0-9a-f]{16}@", ".0123456789abcdef@"), "a@x.nl", "smtp; 550 no"));
        arrives(Reports.failed("<other@example.com>", "klant@example.com", "smtp; 550 no")
                .replace("Subject: Factuur", "Subject: Factuur 2026-3"));
        arrives("From: spam@example.com\r\nSubject: Koop nu\r\n\r\nx");
        visit();
        returns.follow();
        visit();
        assertThat(read()).containsExactly(false, false, false, false, false);
        assertThat(invoice(delivery).state()).isEqualTo(InvoiceState.SENT);
        assertThat(dispatch.ledger.<List<Bounces.LeftAlone>>reading(
                        books -> books.bounces().leftAlone()))
                .containsExactly(new Bounces.LeftAlone("", 5));
        assertThat(alarms()).isEmpty();
    }

    @Test
    void aDoubtEndsWhenTheMailComesBack() throws Exception {
        long delivery =
                mailed("2026-4", new AttemptOutcome.InDoubt(Reason.of("mail.in-doubt", "onzeker", "uncertain")));
        assertThat(delivery(delivery).state()).isEqualTo(DeliveryState.IN_DOUBT);
        arrives(Reports.failed(messageId(delivery), "klant@example.com", "smtp; 550 no"));
        visit();
        returns.follow();
        assertThat(delivery(delivery).state()).isEqualTo(DeliveryState.REJECTED);
        assertThat(invoice(delivery).reason().orElseThrow().code()).isEqualTo("mail.bounced");
        assertThat(alarms()).containsExactly("held/acme/mail.bounced");
    }

    @Test
    void oneThatAPersonCalledSentIsHeldWhenItComesBack() throws Exception {
        long delivery =
                mailed("2026-9", new AttemptOutcome.InDoubt(Reason.of("mail.in-doubt", "onzeker", "uncertain")));
        String ours = messageId(delivery);
        dispatch.ledger.record(books -> {
            // as ResolveOrder does
            books.deliveries().delivered(delivery, "volgens jan");
            books.invoices().state(delivery(delivery).invoiceId(), InvoiceState.SENT, Optional.empty());
        });
        arrives(Reports.failed(ours.replaceAll("\\.[0-9a-f]{16}@", ".0123456789abcdef@"), "a@x.nl", "smtp; 550 no"));
        visit();
        returns.follow();
        assertThat(invoice(delivery).state()).isEqualTo(InvoiceState.SENT);
        arrives(Reports.failed(ours, "klant@example.com", "smtp; 550 no"));
        visit();
        returns.follow();
        assertThat(delivery(delivery).state()).isEqualTo(DeliveryState.REJECTED);
        assertThat(invoice(delivery).state()).isEqualTo(InvoiceState.HELD);
    }

    @Test
    void theReportMayComeBeforeOurOwnOutcome() throws Exception {
        long delivery = dispatch.add("acme", "2026-5", SendingMethod.EMAIL);
        OpenAttempt open = dispatch.attempts.begin(dispatch.take().get(0));
        arrives(Reports.failed(messageId(delivery), "klant@example.com", "smtp; 550 no"));
        visit();
        returns.follow();
        assertThat(delivery(delivery).state()).isEqualTo(DeliveryState.ATTEMPTING);
        dispatch.attempts.end(new EndedAttempt(open, new AttemptOutcome.Delivered(messageId(delivery))));
        returns.follow();
        assertThat(invoice(delivery).state()).isEqualTo(InvoiceState.HELD);
    }

    @Test
    void oneThatGoesAnotherWayMeanwhileStaysOnThatWay() throws Exception {
        long delivery = mailed("2026-7");
        arrives(Reports.failed(messageId(delivery), "klant@example.com", "smtp; 550 no"));
        visit();
        long invoice = invoice(delivery).id();
        dispatch.ledger.record(books ->
                books.deliveries().add(invoice, "acme", delivery(delivery).destination(), dispatch.clock.instant()));
        returns.follow();
        assertThat(invoice(delivery).state()).isEqualTo(InvoiceState.SENT);
        assertThat(events(delivery)).last().asString().contains("Mail teruggekomen");
    }

    @Test
    void hugeAndBrokenMailsStopNoOther() throws Exception {
        long delivery = mailed("2026-8");
        arrives("From: MAILER-DAEMON@x.nl\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\n\r\n".repeat(20_000));
        String large = Reports.failed(messageId(delivery), "klant@example.com", "smtp; 550 no");
        arrives(large.replace("--r1--", "Big: " + "x".repeat(2_000_000) + "\r\n--r1--"));
        visit();
        returns.follow();
        assertThat(read()).containsExactly(false, true);
        assertThat(invoice(delivery).state()).isEqualTo(InvoiceState.HELD);
    }

    @Test
    void aMailboxThatCannotBeReadIsToldAndClears() throws Exception {
        for (Optional<SSLSocketFactory> trust :
                List.of(Optional.of(tls.context().getSocketFactory()), Optional.<SSLSocketFactory>empty())) {
            begin(trust.isPresent() ? "verkeerd" : PASSWORD, trust);
            visit();
            visit();
            assertThat(alarms()).isEmpty();
            visit();
            assertThat(alarms()).containsExactly("bounces//mailbox");
            begin(PASSWORD, Optional.of(tls.context().getSocketFactory()));
            visit();
            assertThat(alarms()).isEmpty();
        }
    }

    @Test
    void wantOfMemoryIsToldToo() {
        mailboxes = new BounceMailboxes(
                desk(),
                new MailboxDoor(
                        owner -> {
                            throw new OutOfMemoryError("Java heap space");
                        },
                        owner -> Optional.empty(),
                        GivenTokens.none(),
                        Optional.empty()));
        visit();
        visit();
        assertThat(alarms()).isEmpty();
        visit();
        assertThat(alarms()).containsExactly("bounces//mailbox");
    }
}
