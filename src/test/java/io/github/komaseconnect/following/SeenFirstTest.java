package io.github.komaseconnect.following;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.configuration.GlobalSettings.FollowingSettings;
import io.github.komaseconnect.delivery.AttemptOutcome;
import io.github.komaseconnect.delivery.Dispatch;
import io.github.komaseconnect.delivery.EndedAttempt;
import io.github.komaseconnect.delivery.OutboxSearch;
import io.github.komaseconnect.delivery.SentElsewhere;
import io.github.komaseconnect.delivery.Shipment;
import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.econnect.ListPage;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.UblFingerprint;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.SendingMethod;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The look at eConnect's list of sent documents right before an invoice goes out. */
class SeenFirstTest {
    private static final Duration POLL = Duration.ofMinutes(15);

    @TempDir
    Path folder;

    private Dispatch dispatch;
    private OutboxLook look;
    private SeenFirst seenFirst;
    private int lists;
    private Duration takes = Duration.ZERO;
    private Reply<ListPage> list = new Reply.Done<>(new ListPage(List.of(), Optional.empty()));

    @BeforeEach
    void open() throws Exception {
        dispatch = new Dispatch(folder, "acme");
        EConnect platform = (EConnect) Proxy.newProxyInstance(
                EConnect.class.getClassLoader(), new Class<?>[] {EConnect.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("outboxChanges")) {
                        return new Reply.Refused<>(Reason.of("test", "niet hier", "not here"));
                    }
                    lists++;
                    dispatch.clock.advance(takes);
                    return list;
                });
        FollowingSettings settings =
                new FollowingSettings(Duration.ofDays(90), POLL, Duration.ofHours(1), Duration.ofHours(24));
        SafeXml xml = new SafeXml();
        SentElsewhere elsewhere = new SentElsewhere(
                dispatch.ledger,
                dispatch.archive,
                new OutboxSearch(
                        (company, gateway) -> platform, dispatch.ledger, new UblReader(xml), new UblFingerprint(xml)),
                dispatch.attempts,
                dispatch.placement,
                dispatch.clock);
        look = new OutboxLook(
                dispatch.companies,
                (company, gateway) -> platform,
                dispatch.ledger,
                dispatch.channels,
                new OutboxLines(
                        dispatch.ledger,
                        new Tidings(dispatch.clock),
                        dispatch.placement,
                        elsewhere::found,
                        dispatch.clock),
                elsewhere,
                new AlarmBell(dispatch.ledger),
                settings,
                dispatch.clock);
        seenFirst = new SeenFirst(look, dispatch.attempts, dispatch.ledger, settings, dispatch.clock);
    }

    @AfterEach
    void close() {
        dispatch.close();
    }

    private Shipment due(String number, SendingMethod method) throws Exception {
        long delivery = dispatch.add("acme", number, method);
        return dispatch.take().stream()
                .filter(shipment -> shipment.delivery().id() == delivery)
                .findFirst()
                .orElseThrow();
    }

    private void fails() {
        list = new Reply.Temporary<>(Reason.of("econnect.overloaded", "te druk", "too busy"));
    }

    @Test
    void oneLookAMinuteIsEnoughForAllInvoices() throws Exception {
        for (int number = 1; number <= 5; number++) {
            assertThat(seenFirst.mayGo(due("2026-" + number, SendingMethod.PEPPOL)))
                    .isTrue();
        }
        assertThat(lists).isEqualTo(1);

        dispatch.clock.advance(SeenFirst.FRESH);
        assertThat(seenFirst.mayGo(due("2026-6", SendingMethod.PEPPOL))).isTrue();
        assertThat(lists).isEqualTo(2);
    }

    /** A long list is read beside the sending, so that nothing waits for it. */
    @Test
    void theNextLookIsMadeBesideTheSendingBeforeTheLastOneIsTooOld() throws Exception {
        assertThat(seenFirst.mayGo(due("2026-1", SendingMethod.PEPPOL))).isTrue();
        assertThat(seenFirst.mayGo(due("2026-2", SendingMethod.PEPPOL))).isTrue();
        assertThat(look.due()).as("what was seen just now").isEmpty();

        dispatch.clock.advance(SeenFirst.FRESH.dividedBy(2));
        assertThat(seenFirst.mayGo(due("2026-3", SendingMethod.PEPPOL))).isTrue();
        assertThat(lists).as("nobody waited for another one").isEqualTo(1);
        assertThat(look.due()).containsExactly("acme");
        look.look("acme");
        assertThat(lists).isEqualTo(2);

        dispatch.clock.advance(SeenFirst.FRESH.dividedBy(2));
        assertThat(seenFirst.mayGo(due("2026-4", SendingMethod.PEPPOL))).isTrue();
        assertThat(lists)
                .as("the first one is too old by now, the second is not")
                .isEqualTo(2);
    }

    /** However long it took to find out. */
    @Test
    void aListThatTimesOutHasNotBeenSeen() throws Exception {
        takes = Duration.ofSeconds(100);
        fails();

        assertThat(seenFirst.mayGo(due("2026-1", SendingMethod.PEPPOL))).isFalse();
        assertThat(seenFirst.mayGo(due("2026-2", SendingMethod.PEPPOL))).isFalse();

        assertThat(lists).isEqualTo(1);
    }

    /** A round in which nothing waited has not seen anything. */
    @Test
    void aRoundThatReadNothingIsNoLook() throws Exception {
        look.look("acme");
        assertThat(lists).isZero();

        assertThat(seenFirst.mayGo(due("2026-1", SendingMethod.PEPPOL))).isTrue();

        assertThat(lists).isEqualTo(1);
    }

    /** An attempt was made of it, that certainly came to nothing. */
    private Shipment tried(String number) throws Exception {
        Shipment shipment = due(number, SendingMethod.PEPPOL);
        long id = shipment.delivery().id();
        dispatch.attempts.end(new EndedAttempt(
                dispatch.attempts.begin(shipment),
                new AttemptOutcome.Temporary(Reason.of("test", "niet bereikbaar", "not reached"))));
        Delivery now =
                dispatch.ledger.reading(books -> books.deliveries().find(id)).orElseThrow();
        assertThat(now.attempts()).isEqualTo(1);
        assertThat(now.state()).isEqualTo(DeliveryState.WAITING);
        return new Shipment(shipment.company(), shipment.invoice(), now, shipment.ubl());
    }

    private List<String> unseen(Shipment shipment) {
        return dispatch
                .ledger
                .reading(books -> books.events().of(shipment.invoice().id()))
                .stream()
                .map(LedgerEvent::dutch)
                .filter(line -> line.contains("zonder dat kon worden nagekeken"))
                .toList();
    }

    @Test
    void otherMethodsWaitForNoLook() throws Exception {
        fails();
        assertThat(seenFirst.mayGo(due("2026-1", SendingMethod.PRINT))).isTrue();
        assertThat(lists).isZero();
    }

    /** While eConnect was away from here, somebody may have clicked Mailen. */
    @Test
    void anAttemptAfterAnOutageWaitsForALookAsWell() throws Exception {
        Shipment again = tried("2026-2");
        Reply<ListPage> works = list;
        fails();
        assertThat(seenFirst.mayGo(again)).isFalse();
        list = works;
        dispatch.clock.advance(Duration.ofMinutes(6));

        assertThat(seenFirst.mayGo(again)).isTrue();

        assertThat(lists).isEqualTo(2);
        assertThat(unseen(again)).isEmpty();
    }

    @Test
    void ofAPlatformThatWasLeftOneFailedLookCountsUntilTheNextRoundAndPutsNothingOff() throws Exception {
        Reply<ListPage> works = list;
        fails();
        assertThat(seenFirst.mayGo(due("2026-0", SendingMethod.PEPPOL))).isFalse();
        dispatch.use("acme", Gateway.PSB);
        Shipment shipment = due("2026-1", SendingMethod.PEPPOL);
        assertThat(seenFirst.mayGo(shipment)).isTrue();
        dispatch.clock.advance(POLL.minusSeconds(1));
        assertThat(look.due()).isEmpty();
        assertThat(seenFirst.mayGo(shipment)).isTrue();
        assertThat(seenFirst.mayGo(due("2026-2", SendingMethod.PEPPOL))).isTrue();
        assertThat(lists).isEqualTo(1);
        assertThat(unseen(shipment)).singleElement().asString().contains("te druk");

        dispatch.clock.advance(Duration.ofSeconds(1));
        assertThat(look.due()).containsExactly("acme");
        list = works;
        look.look("acme");
        dispatch.clock.advance(SeenFirst.FRESH);
        Shipment seen = due("2026-3", SendingMethod.PEPPOL);
        assertThat(seenFirst.mayGo(seen)).isTrue();
        assertThat(lists).isEqualTo(3);
        assertThat(unseen(seen)).isEmpty();
    }

    @Test
    void aPlatformThatWasLeftIsLeftAloneForAsLongAsItAsks() throws Exception {
        dispatch.use("acme", Gateway.PSB);
        list = new Reply.Temporary<>(
                Reason.of("econnect.overloaded", "te druk", "too busy"), Optional.of(Duration.ofHours(2)));
        Shipment shipment = due("2026-1", SendingMethod.PEPPOL);
        assertThat(seenFirst.mayGo(shipment)).isTrue();

        dispatch.clock.advance(Duration.ofHours(2).minusSeconds(1));
        assertThat(look.due()).isEmpty();
        assertThat(seenFirst.mayGo(shipment)).isTrue();
        assertThat(lists).isEqualTo(1);
        assertThat(dispatch.ledger.<Boolean>reading(
                        books -> books.pauses().all().isEmpty()))
                .isTrue();

        dispatch.clock.advance(Duration.ofSeconds(1));
        assertThat(look.due()).containsExactly("acme");
    }

    @Test
    void whileTheListCannotBeReadItIsPutOffButNotForEver() throws Exception {
        fails();
        Shipment first = due("2026-1", SendingMethod.PEPPOL);
        assertThat(seenFirst.mayGo(first)).isFalse();
        assertThat(seenFirst.mayGo(due("2026-2", SendingMethod.PEPPOL))).isFalse();
        assertThat(lists).isEqualTo(1);
        Delivery waiting = dispatch.ledger
                .reading(books -> books.deliveries().find(first.delivery().id()))
                .orElseThrow();
        assertThat(waiting.state()).isEqualTo(DeliveryState.WAITING);
        assertThat(waiting.dueAt().orElseThrow()).isAfter(dispatch.clock.instant());

        dispatch.clock.advance(POLL.minusSeconds(1));
        assertThat(seenFirst.mayGo(first)).isFalse();
        dispatch.clock.advance(Duration.ofSeconds(1));
        assertThat(seenFirst.mayGo(first)).isTrue();

        List<LedgerEvent> events = dispatch.ledger.reading(
                books -> books.events().of(first.invoice().id()));
        assertThat(events)
                .anySatisfy(event -> assertThat(event.dutch()).contains("Nog niet verzonden", "te druk"))
                .anySatisfy(event -> assertThat(event.dutch()).contains("Mailen", "niet te lezen"));
    }

    @Test
    void onceReadAgainTheNextFailureCountsAnew() throws Exception {
        Shipment shipment = due("2026-1", SendingMethod.PEPPOL);
        Reply<ListPage> works = list;
        fails();
        assertThat(seenFirst.mayGo(shipment)).isFalse();
        dispatch.clock.advance(POLL.minusSeconds(1));
        list = works;
        assertThat(seenFirst.mayGo(shipment)).isTrue();
        dispatch.clock.advance(Duration.ofMinutes(2));
        fails();
        assertThat(seenFirst.mayGo(shipment)).isFalse();
    }

    @Test
    void aListThatIsRefusedStopsNothingButIsToldOnce() throws Exception {
        Reason reason = Reason.of("econnect.no-permission", "mag niet", "not allowed");
        for (Reply<ListPage> refusal :
                List.<Reply<ListPage>>of(new Reply.Refused<>(reason), new Reply.Blocked<>(reason))) {
            list = refusal;
            lists = 0;
            Shipment shipment = due("2026-1-" + refusal.getClass().getSimpleName(), SendingMethod.PEPPOL);
            assertThat(seenFirst.mayGo(shipment)).isTrue();
            assertThat(seenFirst.mayGo(shipment)).isTrue();

            assertThat(lists).isEqualTo(1);
            assertThat(unseen(shipment)).singleElement().asString().contains("Mailen", "mag niet");
            dispatch.clock.advance(SeenFirst.FRESH);
        }
    }

    @Test
    void whatAnotherProgramSentIsKnownWhenItMayGo() throws Exception {
        list = new Reply.Done<>(new ListPage(
                List.of(new InboxEntry(
                        "XCNLOUT1",
                        "Factuur 2026-1",
                        dispatch.clock.instant(),
                        dispatch.clock.instant(),
                        "",
                        "0106:12345678",
                        0,
                        "ToPeppol")),
                Optional.empty()));

        assertThat(seenFirst.mayGo(due("2026-1", SendingMethod.PEPPOL))).isTrue();

        assertThat(dispatch.ledger.<Boolean>reading(
                        books -> books.foreignDocuments().isKnown("acme", "XCNLOUT1")))
                .isTrue();
    }

    private void asksToBeLeftAlone(Duration time) {
        list = new Reply.Temporary<>(Reason.of("econnect.overloaded", "te druk", "too busy"), Optional.of(time));
    }

    @Test
    void aWishToBeLeftAloneIsNoTimeInWhichTheListCouldNotBeRead() throws Exception {
        asksToBeLeftAlone(POLL.multipliedBy(2));
        Shipment shipment = due("2026-1", SendingMethod.PEPPOL);
        assertThat(seenFirst.mayGo(shipment)).isFalse();
        dispatch.clock.advance(POLL.multipliedBy(2));
        assertThat(seenFirst.mayGo(shipment)).isFalse();
        assertThat(lists).isEqualTo(2);

        dispatch.clock.advance(POLL.multipliedBy(2));
        fails();
        assertThat(seenFirst.mayGo(shipment)).isFalse();
        dispatch.clock.advance(POLL);
        assertThat(seenFirst.mayGo(shipment)).isTrue();
        assertThat(unseen(shipment)).hasSize(1);
    }

    @Test
    void aFailureThatIsOverDoesNotCountForTheNext() throws Exception {
        Reply<ListPage> works = list;
        fails();
        assertThat(seenFirst.mayGo(due("2026-1", SendingMethod.PEPPOL))).isFalse();
        list = works;
        look.look("acme");
        dispatch.clock.advance(POLL);
        fails();

        assertThat(seenFirst.mayGo(due("2026-2", SendingMethod.PEPPOL))).isFalse();
    }

    /** While the company was paused, nobody looked. */
    @Test
    void norDoesOneFromBeforeAPause() throws Exception {
        fails();
        assertThat(seenFirst.mayGo(due("2026-1", SendingMethod.PEPPOL))).isFalse();
        dispatch.clock.advance(Duration.ofDays(2));

        assertThat(seenFirst.mayGo(due("2026-2", SendingMethod.PEPPOL))).isFalse();
        assertThat(lists).isEqualTo(2);
    }
}
