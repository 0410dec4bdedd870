package io.github.komaseconnect.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.hook.HookReception.Welcome;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.HookEvent;
import io.github.komaseconnect.ledger.HookEvent.State;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of what eConnect tells. */
class HookDeskTest {
    @TempDir
    Path folder;

    private HookRoom room;

    @BeforeEach
    void open() {
        room = new HookRoom(folder);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void anInvoiceThatArrivedIsToBeFetchedOnce() {
        String first = HookRoom.json("InvoiceReceived", "doc-1", "2026-11-22T08:59:00Z", "2026-11-22T08:59:01Z");
        String again = HookRoom.json("InvoiceReceived", "doc-1", "2026-11-22T08:59:00Z", "2026-11-22T09:30:00Z");
        String fromAnotherHook = first.replace("hook-1", "hook-2");

        assertThat(room.receive(first)).isEqualTo(Welcome.STORED);
        assertThat(room.receive(again)).isEqualTo(Welcome.STORED);
        room.process();
        assertThat(room.receive(again)).isEqualTo(Welcome.STORED);
        assertThat(room.receive(fromAnotherHook)).isEqualTo(Welcome.STORED);
        room.process();

        assertThat(room.listed()).extracting(LedgerInvoice::externalId).containsExactly("doc-1");
        assertThat(room.event(1).orElseThrow().repeats()).isEqualTo(2);
        assertThat(room.event(1).orElseThrow().state()).isEqualTo(State.DONE);
    }

    @Test
    void aWeekendLateIsFetchedAllTheSame() {
        room.receive(HookRoom.json("InvoiceReceived", "doc-1", "2026-11-19T16:00:00Z", "2026-11-19T16:00:01Z"));
        room.process();

        assertThat(room.listed()).hasSize(1);
    }

    @Test
    void aTimeThatMakesNoSenseIsNotBelieved() {
        room.receive(HookRoom.json("InvoiceReceived", "doc-1", "2199-01-01T00:00:00Z", "2199-01-01T00:00:00Z"));
        room.receive(HookRoom.json("InvoiceReceived", "doc-2", "gisteren", "straks"));
        room.process();

        assertThat(room.listed()).hasSize(2).allSatisfy(invoice -> assertThat(room.ledger
                        .reading(books -> books.receipts().find(invoice.id()))
                        .orElseThrow()
                        .createdOn())
                .isEqualTo(room.clock.instant()));
    }

    @Test
    void whatWasTakenInBeforeACrashIsProcessedAfterIt() {
        room.receive(HookRoom.json("InvoiceReceived", "doc-1"));
        room.restart(folder, room.ledger);

        room.process();

        assertThat(room.listed()).hasSize(1);
    }

    @Test
    void brokenButRightlySignedIsKeptAndShown() {
        assertThat(room.receive("{\"topic\":\"InvoiceReceived\", \"documentId\":"))
                .isEqualTo(Welcome.STORED);
        assertThat(room.receive("[1]")).isEqualTo(Welcome.STORED);
        assertThat(room.receive("{\"documentId\":\"x\"}")).isEqualTo(Welcome.STORED);
        assertThat(room.receive(HookRoom.json("InvoiceReceived", ""))).isEqualTo(Welcome.STORED);

        room.process();

        assertThat(room.alarms()).containsExactly("hook/acme/unreadable");
        assertThat(room.ledger.reading(books -> books.hooks().traffic()).get(0).held())
                .isEqualTo(4);
        assertThat(room.event(1).orElseThrow().body())
                .asString(StandardCharsets.UTF_8)
                .contains("InvoiceReceived");
    }

    @Test
    void whatCouldNotBeReceivedIsTold() {
        room.receive(HookRoom.json("InvoiceReceivedError", "doc-9"));
        room.process();

        Alarm alarm = room.ledger.reading(books -> books.alarms().open()).get(0);
        assertThat(alarm.cause()).isEqualTo("hook/acme/not-received");
        assertThat(alarm.reason().dutch()).contains("doc-9", "zo zegt eConnect");
        assertThat(room.listed()).isEmpty();

        room.clock.advance(Duration.ofDays(8));
        room.watch.look((company, work) -> work.run());
        assertThat(room.alarms()).isEmpty();
    }

    @Test
    void thatHooksAreGivenUpIsToldUntilOneArrives() {
        room.receive(HookRoom.json("HookSentError", "doc-1", "2026-11-22T08:50:00Z", "2026-11-22T08:50:00Z"));
        // overtaken
        room.receive(HookRoom.json("HookSent", "doc-0", "2026-11-22T08:40:00Z", "2026-11-22T08:51:00Z"));
        room.process();
        assertThat(room.alarms()).containsExactly("hook/acme/failing");

        room.receive(HookRoom.json("HookSent", "doc-2", "2026-11-22T08:55:00Z", "2026-11-22T08:55:00Z"));
        room.process();
        assertThat(room.alarms()).isEmpty();
    }

    @Test
    void aHookThatIsTriedAgainIsToldWhenItGoesOn() {
        for (int n = 1; n <= 3; n++) {
            assertThat(room.alarms()).isEmpty();
            String at = "2026-11-22T08:5" + n + ":00Z";
            room.receive(HookRoom.json("HookSentRetry", "doc-" + n, at, at));
            room.process();
        }
        assertThat(room.alarms()).containsExactly("hook/acme/failing");
    }

    @Test
    void whatWasHeldForAnotherPartyIsTakenWhenThePartyIdIsPutRight() {
        room.party = "NL:KVK:99999999";
        room.restart(folder, room.ledger);
        room.receive(HookRoom.json("InvoiceReceived", "doc-1"));
        room.process();
        assertThat(room.event(1).orElseThrow().state()).isEqualTo(State.HELD);
        assertThat(room.listed()).isEmpty();
        assertThat(room.alarms()).containsExactly("hook/acme/other-party");

        room.party = "NL:KVK:12345678";
        room.restart(folder, room.ledger);
        room.desk.wake("acme");
        room.watch.look((company, work) -> work.run());
        assertThat(room.alarms()).containsExactly("hook/acme/other-party");
        room.process();
        room.watch.look((company, work) -> work.run());

        assertThat(room.event(1).orElseThrow().state()).isEqualTo(State.DONE);
        assertThat(room.listed()).extracting(LedgerInvoice::externalId).containsExactly("doc-1");
        assertThat(room.alarms()).isEmpty();
    }

    @Test
    void whatStillIsOfAnotherPartyIsHeldAgainOnceForEachStartAndToldOnce() {
        room.party = "NL:KVK:99999999";
        room.restart(folder, room.ledger);
        room.receive(HookRoom.json("InvoiceReceived", "doc-1"));
        room.receive("[1]");
        room.process();
        long alarm = room.ledger.reading(books -> books.alarms().open()).get(0).id();

        for (int start = 0; start < 3; start++) {
            room.restart(folder, room.ledger);
            room.desk.wake("acme");
            assertThat(room.desk.take()).extracting(HookEvent::id).containsExactly(1L);
            room.process();
            room.watch.look((company, work) -> work.run());
            assertThat(room.desk.take()).isEmpty();
        }

        assertThat(room.event(1).orElseThrow().state()).isEqualTo(State.HELD);
        List<Alarm> open = room.ledger.reading(books -> books.alarms().open());
        assertThat(open)
                .filteredOn(one -> one.cause().equals("hook/acme/other-party"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.id()).isEqualTo(alarm);
                    assertThat(one.touches()).hasSize(1);
                });
    }

    @Test
    void whatEConnectHasNoMoreIsNotTakenUpAgain() {
        room.party = "NL:KVK:99999999";
        room.restart(folder, room.ledger);
        room.receive(HookRoom.json("InvoiceReceived", "doc-1"));
        room.process();
        room.clock.advance(Duration.ofDays(91));

        room.desk.wake("acme");

        assertThat(room.desk.take()).isEmpty();
    }

    @Test
    void unknownTopicsAreKeptAndIgnored() {
        room.receive(HookRoom.json("OrderReceived", "doc-1"));
        room.process();

        assertThat(room.event(1).orElseThrow().state()).isEqualTo(State.IGNORED);
        assertThat(room.alarms()).isEmpty();
    }

    @Test
    void whatNobodyTakesYetIsKeptUntilSomebodyDoes() {
        room.receive(HookRoom.json("InvoiceSent", "doc-1"));
        room.process();
        assertThat(room.event(1).orElseThrow().state()).isEqualTo(State.KEPT);

        Taker taker = new Taker();
        room.takers.add(taker);
        room.restart(folder, room.ledger);
        room.desk.wake("acme");
        room.process();
        assertThat(taker.offered).containsExactly("doc-1");
        assertThat(room.event(1).orElseThrow().state()).isEqualTo(State.WAITING);

        taker.answer = HookTopics.Taking.TAKEN;
        room.process();
        assertThat(taker.offered).hasSize(1);
        room.clock.advance(Duration.ofSeconds(31));
        room.process();
        assertThat(taker.offered).hasSize(2);
        assertThat(room.event(1).orElseThrow().state()).isEqualTo(State.DONE);
    }

    @Test
    void whatIsAboutNothingKnownIsGivenUpInTheEnd() {
        Taker taker = new Taker();
        room.takers.add(taker);
        room.restart(folder, room.ledger);
        room.receive(HookRoom.json("InvoiceSent", "of-somebody-else"));
        room.process();
        room.clock.advance(Duration.ofHours(73));
        room.process();

        assertThat(room.event(1).orElseThrow().state()).isEqualTo(State.IGNORED);
    }

    @Test
    void oneThatFailsUnexpectedlyStopsNoOther() {
        room.takers.add(new Taker() {
            @Override
            public Taking take(Ledger.Books books, Company company, HookMessage message, Instant receivedAt) {
                throw new IllegalStateException("oops");
            }
        });
        room.restart(folder, room.ledger);
        room.receive(HookRoom.json("InvoiceSent", "doc-1"));
        room.receive(HookRoom.json("InvoiceReceived", "doc-2"));
        room.process();

        assertThat(room.listed()).hasSize(1);
        assertThat(room.alarms()).containsExactly("hook/acme/unexpected");
        assertThat(room.event(1).orElseThrow().tries()).isEqualTo(1);

        room.takers.clear();
        room.restart(folder, room.ledger);
        room.clock.advance(Duration.ofMinutes(1));
        room.process();
        room.watch.look((company, work) -> work.run());
        assertThat(room.alarms()).isEmpty();
    }

    @Test
    void wrongSignaturesAreCountedAndToldUntilOneIsRight() {
        byte[] body = HookRoom.json("InvoiceReceived", "doc-1").getBytes(StandardCharsets.UTF_8);
        String right = HookSignature.of(HookRoom.SECRET, body);
        assertThat(room.reception.receive("acme", Optional.empty(), body)).isEqualTo(Welcome.NOT_SIGNED);
        for (String wrong : List.of("", "sha256=", right + "0", right.toUpperCase(Locale.ROOT), right.substring(7))) {
            assertThat(room.reception.receive("acme", Optional.of(wrong), body)).isEqualTo(Welcome.WRONGLY_SIGNED);
        }
        assertThat(room.reception.receive("gamma", Optional.of(right), body)).isEqualTo(Welcome.UNKNOWN);
        assertThat(room.reception.receive("nobody", Optional.of(right), body)).isEqualTo(Welcome.UNKNOWN);
        room.watch.look((company, work) -> work.run());

        assertThat(room.alarms()).containsExactly("hook/acme/refused");
        assertThat(room.ledger.reading(books -> books.hooks().traffic()).get(0).refused())
                .isEqualTo(6);

        assertThat(room.reception.receive("acme", Optional.of(right), body)).isEqualTo(Welcome.STORED);
        room.watch.look((company, work) -> work.run());
        assertThat(room.alarms()).isEmpty();
    }

    @Test
    void aCompanyOfThePsbThatNobodyTellsAnythingIsToldUntilSomebodyDoes() {
        room.door = false;
        room.watch.look((company, work) -> work.run());
        room.watch.look((company, work) -> work.run());
        assertThat(room.alarms()).containsExactly("hook/gamma/none");

        room.door = true;
        room.watch.look((company, work) -> work.run());
        assertThat(room.alarms()).isEmpty();
    }

    private static class Taker implements HookTopics {
        private final List<String> offered = new ArrayList<>();
        private Taking answer = Taking.LATER;

        @Override
        public Set<String> topics() {
            return Set.of("InvoiceSent");
        }

        @Override
        public Taking take(Ledger.Books books, Company company, HookMessage message, Instant receivedAt) {
            offered.add(message.documentId());
            return answer;
        }
    }
}
