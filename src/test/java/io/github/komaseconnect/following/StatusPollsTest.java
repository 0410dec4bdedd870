package io.github.komaseconnect.following;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.configuration.GlobalSettings.FollowingSettings;
import io.github.komaseconnect.delivery.AcceptedAfterAll;
import io.github.komaseconnect.delivery.Dispatch;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.econnect.ServiceBus;
import io.github.komaseconnect.econnect.ServiceBus.DocumentStatus;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Delivery.Passage;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.ledger.Transit;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.SendingMethod;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the PSB is asked for a status, and what its answers change. */
class StatusPollsTest {
    @TempDir
    Path folder;

    private Dispatch dispatch;
    private StatusPolls polls;
    private final List<String> asked = new ArrayList<>();
    private Reply<List<DocumentStatus>> answer = new Reply.Done<>(List.of());

    @BeforeEach
    void open() throws Exception {
        dispatch = new Dispatch(folder, "acme");
        dispatch.companies.takeInHand(dispatch.companies.get("acme").withGateway(Gateway.PSB, "NL:KVK:12345678"));
        polls = polls(Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        dispatch.close();
    }

    private StatusPolls polls(Duration psbPoll) {
        ServiceBus bus = (ServiceBus) Proxy.newProxyInstance(
                ServiceBus.class.getClassLoader(), new Class<?>[] {ServiceBus.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("statuses");
                    asked.add((String) arguments[0]);
                    return answer;
                });
        return new StatusPolls(
                dispatch.companies,
                company -> Optional.of(bus),
                dispatch.ledger,
                dispatch.channels,
                new SentHooks(new Tidings(dispatch.clock), new AcceptedAfterAll(dispatch.archive, dispatch.attempts)),
                new FollowingSettings(Duration.ofDays(90), Duration.ofMinutes(15), psbPoll, Duration.ofHours(24)),
                dispatch.clock);
    }

    private long sent(String number, Gateway gateway) throws Exception {
        long delivery = dispatch.add("acme", number, SendingMethod.PEPPOL);
        dispatch.ledger.record(books -> {
            books.deliveries()
                    .begin(delivery, Optional.of(new Passage(gateway, "doc-" + number)), dispatch.clock.instant());
            books.deliveries().delivered(delivery, "doc-" + number);
            books.invoices()
                    .sent(
                            books.deliveries().find(delivery).orElseThrow().invoiceId(),
                            Optional.of("doc-" + number),
                            "2026-11/" + number);
        });
        return delivery;
    }

    /** Goes on in small steps; gives how often was asked. */
    private int during(Duration time) {
        int before = asked.size();
        Instant end = dispatch.clock.instant().plus(time);
        while (dispatch.clock.instant().isBefore(end)) {
            dispatch.clock.advance(Duration.ofMinutes(5));
            polls.due().forEach(polls::ask);
        }
        return asked.size() - before;
    }

    private Transit transit(long delivery) {
        return dispatch.ledger
                .reading(books -> books.following().find(delivery))
                .orElseThrow()
                .transit();
    }

    private DocumentStatus status(String name, String words, Duration ago) {
        return new DocumentStatus(name, name, words, dispatch.clock.instant().minus(ago));
    }

    @Test
    void asksAfterAnHourThenAfterEverLongerAndOnlyWhatWentOverThePsb() throws Exception {
        sent("1", Gateway.PSB);
        sent("2", Gateway.PLATFORM);
        assertThat(during(Duration.ofMinutes(55))).isZero();
        assertThat(during(Duration.ofMinutes(10))).isEqualTo(1);
        // after 1, 2, 4, 8 and 16 hours, then once a day
        assertThat(during(Duration.ofHours(22))).isEqualTo(4);
        assertThat(during(Duration.ofDays(7))).isEqualTo(7);
        assertThat(asked).containsOnly("doc-1");
        during(Duration.ofDays(82));
        assertThat(during(Duration.ofDays(3)))
                .as("followed no more after following.for")
                .isZero();
    }

    @Test
    void whatArrivedIsAskedForSeldomAndWhatWasJudgedNever() throws Exception {
        long delivery = sent("1", Gateway.PSB);
        answer = new Reply.Done<>(List.of(status("InvoiceSent", "", Duration.ZERO)));
        during(Duration.ofMinutes(65));
        assertThat(transit(delivery)).isEqualTo(Transit.DELIVERED);
        during(Duration.ofDays(10));
        assertThat(during(Duration.ofDays(14))).isLessThanOrEqualTo(2);

        answer = new Reply.Done<>(
                List.of(status("InvoiceResponseReceived", "'InvoiceResponse' received: AP.", Duration.ZERO)));
        during(Duration.ofDays(8));
        assertThat(during(Duration.ofDays(20))).isZero();
    }

    @Test
    void anOvertakenErrorAlarmsNobodyAndTimesMayBeMissing() throws Exception {
        long delivery = sent("1", Gateway.PSB);
        DocumentStatus failed = new DocumentStatus("a", "InvoiceSentError", "no", Instant.EPOCH);
        DocumentStatus arrived = new DocumentStatus("b", "InvoiceSent", "", Instant.EPOCH);
        DocumentStatus other = new DocumentStatus("c", "Something", "else", Instant.EPOCH);
        answer = new Reply.Done<>(List.of(failed, arrived, other, other));

        during(Duration.ofHours(12));

        assertThat(transit(delivery)).isEqualTo(Transit.DELIVERED);
        long invoice = dispatch.ledger.reading(
                books -> books.deliveries().find(delivery).orElseThrow().invoiceId());
        assertThat(dispatch.ledger
                        .reading(books -> books.invoices().find(invoice))
                        .orElseThrow()
                        .state())
                .isEqualTo(InvoiceState.SENT);
        assertThat(dispatch.ledger.<List<LedgerEvent>>reading(
                        books -> books.events().of(invoice)))
                .filteredOn(event -> event.dutch().equals("eConnect meldt: Something: else"))
                .hasSize(1);
    }

    @Test
    void troubleChangesNothingAndARestIsKept() throws Exception {
        long delivery = sent("1", Gateway.PSB);
        Reason why = Reason.of("econnect.not-found", "onbekend", "unknown");
        answer = new Reply.Refused<>(why);
        assertThat(during(Duration.ofMinutes(65))).isEqualTo(1);

        answer = new Reply.Temporary<>(
                Reason.of("econnect.overloaded", "druk", "busy"), Optional.of(Duration.ofHours(3)));
        assertThat(during(Duration.ofHours(9))).isEqualTo(1);

        assertThat(dispatch.ledger.<Optional<Pause>>reading(
                        books -> books.pauses().find("acme", Channel.ECONNECT)))
                .isPresent();
        assertThat(transit(delivery)).isEqualTo(Transit.HANDED_OVER);
        assertThat(dispatch.ledger
                        .reading(books -> books.deliveries().find(delivery))
                        .orElseThrow()
                        .state())
                .isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void aRoundIsBoundedAndEachHasItsTurn() throws Exception {
        for (int n = 0; n < StatusPolls.AT_ONCE + 5; n++) {
            sent("n" + n, Gateway.PSB);
        }
        dispatch.clock.advance(Duration.ofHours(1));
        polls.due().forEach(polls::ask);
        assertThat(asked).hasSize(StatusPolls.AT_ONCE);
        assertThat(polls.due()).isEmpty();
        dispatch.clock.advance(Duration.ofMinutes(5));
        polls.due().forEach(polls::ask);
        assertThat(asked).hasSize(StatusPolls.AT_ONCE + 5).doesNotHaveDuplicates();
    }

    @Test
    void offAsksNothingButFollowsWhatHooksTell() throws Exception {
        polls = polls(Duration.ZERO);
        long delivery = sent("1", Gateway.PSB);
        assertThat(during(Duration.ofDays(2))).isZero();
        assertThat(transit(delivery)).isEqualTo(Transit.HANDED_OVER);
    }
}
