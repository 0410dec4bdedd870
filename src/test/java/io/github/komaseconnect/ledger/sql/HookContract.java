package io.github.komaseconnect.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.ledger.HookEvent;
import io.github.komaseconnect.ledger.HookEvent.State;
import io.github.komaseconnect.ledger.HookMail;
import io.github.komaseconnect.ledger.HookTraffic;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reason.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What is told by hooks, in any ledger. */
abstract class HookContract extends RemarkContract {
    private static final Instant NOW = Instant.parse("2090-01-01T00:00:00Z");
    private static final Instant BEYOND = NOW.plus(Duration.ofHours(1));

    private boolean store(String company, String same, String topic, byte[] body) {
        Instant createdOn = Instant.parse("2026-11-22T09:00:00Z").plusSeconds(body.length);
        return ledger().inTransaction(books ->
                books.hooks().store(new HookEvent.Arrived(company, same, topic, "document", createdOn, body)));
    }

    private List<HookEvent> due(String company) {
        return list(books -> books.hooks().due(company, NOW, BEYOND, 10));
    }

    private HookTraffic traffic(String company) {
        return list(books -> books.hooks().traffic()).stream()
                .filter(one -> one.company().equals(company))
                .findFirst()
                .orElseGet(() -> HookTraffic.none(company));
    }

    @Test
    void keepsAHookOnceAsItCame() {
        byte[] body = "{\"topic\":\"Ünïcode 🧾\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(store("hook-a", "1", "InvoiceReceived", body)).isTrue();
        assertThat(store("hook-a", "1", "InvoiceReceived", body)).isFalse();
        assertThat(store("hook-b", "1", "InvoiceReceived", body)).isTrue();

        assertThat(list(books -> books.hooks().companiesDue(NOW, BEYOND))).contains("hook-a", "hook-b");
        assertThat(due("hook-a")).singleElement().satisfies(event -> {
            assertThat(event.body()).isEqualTo(body);
            assertThat(event.repeats()).isEqualTo(1);
            assertThat(event.state()).isEqualTo(State.WAITING);
        });
    }

    @Test
    void keepsWhatIsNoText() {
        byte[] noText = {(byte) 0xff, 0, 1, (byte) 0xc3};
        byte[] withNul = "a\0b".getBytes(StandardCharsets.UTF_8);
        store("hook-bytes", "1", "a\0b", noText);
        store("hook-bytes", "2", "", withNul);

        assertThat(due("hook-bytes")).extracting(HookEvent::body).containsExactly(noText, withNul);
    }

    @Test
    void finishesPutsOffAndWakes() {
        store("hook-c", "1", "InvoiceSent", new byte[] {'1'});
        store("hook-c", "2", "InvoiceSentError", new byte[] {'2'});
        store("hook-c", "3", "InvoiceSent", new byte[] {'3'});
        List<HookEvent> all = due("hook-c");

        ledger().record(books -> {
            books.hooks().finish(all.get(0).id(), State.KEPT, Optional.empty());
            books.hooks().finish(all.get(1).id(), State.HELD, Optional.of(REASON));
            books.hooks().later(all.get(2).id(), NOW.plusSeconds(60), 1);
        });
        assertThat(due("hook-c")).isEmpty();
        assertThat(traffic("hook-c").waiting()).isEqualTo(1);
        assertThat(traffic("hook-c").held()).isEqualTo(1);

        assertThat(number(books -> books.hooks().wake("hook-c", List.of("InvoiceSentError"))))
                .isZero();
        assertThat(number(books -> books.hooks().wake("hook-c", List.of("InvoiceSent"))))
                .isEqualTo(1);
        assertThat(due("hook-c"))
                .extracting(HookEvent::id)
                .containsExactly(all.get(0).id());
        // put off by a clock that was years ahead
        ledger().record(books -> books.hooks().later(all.get(2).id(), NOW.plus(Duration.ofDays(999)), 1));
        assertThat(due("hook-c")).hasSize(2);
    }

    @Test
    void wakesWhatIsHeldForOneReason() {
        Reason other = Reason.of("hook.other", "anders", "other");
        store("hook-g", "1", "InvoiceSent", new byte[] {'1'});
        store("hook-g", "2", "InvoiceSent", new byte[] {'2'});
        List<HookEvent> all = due("hook-g");
        ledger().record(books -> {
            books.hooks().finish(all.get(0).id(), State.HELD, Optional.of(REASON));
            books.hooks().finish(all.get(1).id(), State.HELD, Optional.of(other));
        });

        assertThat(number(books -> books.hooks().wakeHeld("hook-g", REASON.code(), NOW)))
                .isZero();
        assertThat(number(books -> books.hooks().wakeHeld("hook-x", REASON.code(), Instant.EPOCH)))
                .isZero();
        assertThat(number(books -> books.hooks().wakeHeld("hook-g", REASON.code(), Instant.EPOCH)))
                .isEqualTo(1);

        assertThat(due("hook-g"))
                .extracting(HookEvent::id)
                .containsExactly(all.get(0).id());
        assertThat(number(books -> books.hooks().countHeld("hook-g", REASON.code())))
                .isEqualTo(1);
        ledger().record(books -> books.hooks().finish(all.get(0).id(), State.DONE, Optional.empty()));
        assertThat(number(books -> books.hooks().countHeld("hook-g", REASON.code())))
                .isZero();
    }

    @Test
    void tellsWhatIsNewest() {
        store("hook-d", "1", "HookSentRetry", new byte[1]);
        store("hook-d", "2", "HookSentRetry", new byte[2]);
        store("hook-d", "3", "HookSent", new byte[1]);

        Instant sent =
                optional(books -> books.hooks().latest("hook-d", "HookSent")).orElseThrow();
        assertThat(number(books -> books.hooks().countSince("hook-d", "HookSentRetry", sent)))
                .isEqualTo(1);
        assertThat(optional(books -> books.hooks().latest("hook-d", "Nothing"))).isEmpty();
    }

    @Test
    void countsRefusalsUntilOneIsRight() {
        ledger().record(books -> books.hooks().refused("hook-e", 2, NOW));
        ledger().record(books -> books.hooks().refused("hook-e", 3, NOW.plusSeconds(1)));
        assertThat(traffic("hook-e").refused()).isEqualTo(5);
        assertThat(traffic("hook-e").refusedInARow()).isEqualTo(5);
        assertThat(traffic("hook-e").refusedAt()).contains(NOW.plusSeconds(1));

        store("hook-e", "1", "HookSent", new byte[1]);

        assertThat(traffic("hook-e").refused()).isEqualTo(5);
        assertThat(traffic("hook-e").refusedInARow()).isZero();
        assertThat(traffic("hook-e").lastAt()).isPresent();
    }

    @Test
    void knowsMailsThatWereDealtWith() {
        HookMail mail = new HookMail("hook-f", "box", 7, HookMail.Outcome.LEFT, "a@b", "reclame", "nl", "en");
        ledger().record(books -> books.hooks().mail(mail));
        ledger().record(books -> books.hooks().mail(mail));

        assertThat(list(books -> books.hooks().knownMails("hook-f", "box"))).containsExactly(7L);
        assertThat(list(books -> books.hooks().knownMails("hook-f", "other"))).isEmpty();
    }

    private int number(Function<Ledger.Books, Integer> question) {
        return ledger().inTransaction(question);
    }
}
