package io.github.komaseconnect.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.cluster.Ownership;
import io.github.komaseconnect.company.Attachments;
import io.github.komaseconnect.company.Mailbox;
import io.github.komaseconnect.company.Mailing;
import io.github.komaseconnect.delivery.AttemptOutcome;
import io.github.komaseconnect.delivery.Dispatch;
import io.github.komaseconnect.delivery.EndedAttempt;
import io.github.komaseconnect.delivery.OpenAttempt;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Bounce;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.relation.SendingMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies (cc, bcc) of invoices that come back: the customer has the invoice, so it is an alarm about the address only. */
class CopiesThatComeBackTest {
    private static final BounceMailbox BOX =
            new BounceMailbox("", new Mailbox("localhost", 993, "facturen@acme.example", "INBOX"));
    private static final String ALARM = "bounces/acme/copy/";

    @TempDir
    Path folder;

    private Dispatch dispatch;
    private BounceDesk desk;
    private Returns returns;
    private long uid;

    @BeforeEach
    void open() throws Exception {
        dispatch = new Dispatch(folder, "acme");
        desk = new BounceDesk(
                dispatch.companies,
                Optional.empty(),
                Ownership.ofAll(),
                dispatch.ledger,
                new AlarmBell(dispatch.ledger),
                dispatch.clock);
        returns = new Returns(dispatch.companies, dispatch.ledger, dispatch.placement, dispatch.clock);
    }

    @AfterEach
    void close() {
        dispatch.close();
    }

    private void copiesGoTo(List<String> cc, String... bcc) {
        dispatch.companies.takeInHand(dispatch.companies
                .get("acme")
                .withMailing(new Mailing(
                        Attachments.PDF_AND_UBL,
                        Optional.empty(),
                        cc,
                        List.of(bcc),
                        1 << 20,
                        OptionalInt.empty(),
                        3,
                        Optional.empty())));
    }

    private LedgerInvoice invoice(long delivery) {
        return dispatch.ledger.reading(books -> books.invoices()
                .find(books.deliveries().find(delivery).orElseThrow().invoiceId())
                .orElseThrow());
    }

    private String messageId(long delivery) {
        return "<delivery-" + delivery + "." + invoice(delivery).sha256().substring(0, 16) + "@acme.example>";
    }

    private long mailed(String number) throws Exception {
        long delivery = dispatch.add("acme", number, SendingMethod.EMAIL);
        OpenAttempt open = dispatch.attempts.begin(dispatch.take().get(0));
        dispatch.attempts.end(new EndedAttempt(open, new AttemptOutcome.Delivered(messageId(delivery))));
        return delivery;
    }

    private void comesBack(long delivery, String... from) {
        desk.take(
                BOX,
                "box",
                ++uid,
                new ReturnedMail(
                        "Undelivered",
                        Optional.of(Bounce.Kind.FAILED),
                        List.of(from),
                        "550 no",
                        List.of(messageId(delivery))));
        returns.follow();
    }

    private List<String> alarms() {
        return dispatch.ledger.reading(books -> books.alarms().open()).stream()
                .map(Alarm::cause)
                .toList();
    }

    @Test
    void aCopyThatComesBackHoldsNothing() throws Exception {
        copiesGoTo(List.of(), "archief@acme.example");
        long delivery = mailed("2026-6");
        comesBack(delivery, "Archief@acme.example");
        assertThat(invoice(delivery).state()).isEqualTo(InvoiceState.SENT);
        assertThat(alarms()).containsExactly(ALARM + "archief@acme.example");
        List<LedgerEvent> events = dispatch.ledger.reading(
                books -> books.events().of(invoice(delivery).id()));
        assertThat(events).last().asString().contains("kopie van facturen");
    }

    @Test
    void anAddressIsKnownInTheLettersOfServersToo() throws Exception {
        copiesGoTo(List.of("Archief@Bücher.example"));
        long delivery = mailed("2026-7");
        comesBack(delivery, "archief@xn--bcher-kva.example");
        assertThat(invoice(delivery).state()).isEqualTo(InvoiceState.SENT);
        assertThat(alarms()).containsExactly(ALARM + "archief@xn--bcher-kva.example");
    }

    @Test
    void whenTheAddressIsCorrectedItsAlarmIsOverAndLaterBouncesOfItHoldNothing() throws Exception {
        copiesGoTo(List.of("info@acme.example"), "archif@acme.example");
        long first = mailed("2026-1");
        long second = mailed("2026-2");
        comesBack(first, "archif@acme.example");

        copiesGoTo(List.of("info@acme.example"), "archief@acme.example");
        returns.follow();
        assertThat(alarms()).isEmpty();

        comesBack(second, "archif@acme.example");
        assertThat(invoice(second).state()).isEqualTo(InvoiceState.SENT);
        assertThat(alarms()).isEmpty();
        comesBack(second, "archif@acme.example", "info@acme.example");
        assertThat(invoice(second).state()).isEqualTo(InvoiceState.SENT);
        assertThat(alarms()).containsExactly(ALARM + "info@acme.example");
    }

    @Test
    void aDayWithoutEndsTheAlarm() throws Exception {
        copiesGoTo(List.of(), "archief@acme.example");
        comesBack(mailed("2026-3"), "archief@acme.example");
        dispatch.clock.advance(Duration.ofHours(20));
        comesBack(mailed("2026-4"), "archief@acme.example");
        dispatch.clock.advance(Duration.ofHours(23));
        returns.follow();
        assertThat(alarms()).containsExactly(ALARM + "archief@acme.example");
        dispatch.clock.advance(Duration.ofHours(1));
        returns.follow();
        assertThat(alarms()).isEmpty();
    }

    @Test
    void whatComesBackFromSomebodyElseIsTheCustomersOwn() throws Exception {
        copiesGoTo(List.of(), "archief@acme.example");
        long delivery = mailed("2026-5");
        // the customer's address is forwarded to another one
        comesBack(delivery, "archief@acme.example", "elders@example.com");
        assertThat(invoice(delivery).state()).isEqualTo(InvoiceState.HELD);
        assertThat(alarms()).containsExactly("held/acme/mail.bounced");
    }
}
