package io.github.komaseconnect.following;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.delivery.Dispatch;
import io.github.komaseconnect.following.LookBack.Reach;
import io.github.komaseconnect.following.LookBack.Start;
import io.github.komaseconnect.ledger.Following.OutboxMark;
import io.github.komaseconnect.relation.SendingMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far a look at an outbox goes back. */
class LookBackTest {
    @TempDir
    Path folder;

    private Dispatch dispatch;
    private LookBack back;
    private Instant mark;

    @BeforeEach
    void open() throws Exception {
        dispatch = new Dispatch(folder, "acme");
        back = new LookBack(dispatch.ledger, Duration.ofDays(31));
        mark = dispatch.clock.instant().minus(Duration.ofMinutes(3));
    }

    @AfterEach
    void close() {
        dispatch.close();
    }

    private Optional<Start> start() {
        return dispatch.ledger.inTransaction(books -> back.start(books, "acme", dispatch.clock.instant()));
    }

    private Start look(Duration length) {
        Start start = start().orElseThrow();
        Instant began = dispatch.clock.instant();
        dispatch.clock.advance(length);
        back.succeeded("acme", start, began, dispatch.clock.instant());
        dispatch.ledger.record(books -> books.following().outboxMark("acme", new OutboxMark(mark, began)));
        return start;
    }

    private void something() throws Exception {
        dispatch.add("acme", "2026-1", SendingMethod.PEPPOL);
    }

    @Test
    void withNothingToLookForThereIsNoStart() {
        assertThat(start()).isEmpty();
    }

    @Test
    void theFirstLookGoesFarBackAndThoseAfterItAreNear() throws Exception {
        something();

        assertThat(look(Duration.ofSeconds(1)))
                .isEqualTo(new Start(
                        dispatch.clock.instant().minus(Duration.ofDays(31)).minusSeconds(1), Reach.FAR));
        assertThat(look(Duration.ofSeconds(1))).isEqualTo(new Start(mark.minus(Duration.ofSeconds(10)), Reach.NEAR));
        dispatch.clock.advance(Duration.ofMinutes(9));
        assertThat(look(Duration.ofSeconds(1)).reach()).isEqualTo(Reach.NEAR);
        dispatch.clock.advance(Duration.ofMinutes(1));
        assertThat(look(Duration.ofSeconds(1))).isEqualTo(new Start(mark.minus(Duration.ofHours(2)), Reach.FAR));
    }

    @Test
    void afterALongOneTheNextIsFurtherOff() throws Exception {
        something();
        look(Duration.ofMinutes(2));
        dispatch.clock.advance(Duration.ofMinutes(37));

        assertThat(look(Duration.ofSeconds(1)).reach()).isEqualTo(Reach.NEAR);
        dispatch.clock.advance(Duration.ofMinutes(1));
        assertThat(look(Duration.ofSeconds(1)).reach()).isEqualTo(Reach.FAR);
    }

    @Test
    void oneThatFailedIsMadeAgain() throws Exception {
        something();
        look(Duration.ofSeconds(1));
        dispatch.clock.advance(Duration.ofMinutes(11));

        assertThat(start().orElseThrow().reach()).isEqualTo(Reach.FAR);
        assertThat(start().orElseThrow().reach()).isEqualTo(Reach.FAR);
    }

    @Test
    void aCompanyThatComesBackAndAClockThatWasPutBackBeginFarBack() throws Exception {
        something();
        look(Duration.ofSeconds(1));
        back.forget("acme");
        assertThat(look(Duration.ofSeconds(1)).reach()).isEqualTo(Reach.FAR);

        dispatch.clock.advance(Duration.ofHours(-1));
        assertThat(look(Duration.ofSeconds(1)).reach()).isEqualTo(Reach.FAR);
    }

    @Test
    void oneOfWhichNothingIsKnownIsLookedForFromBeforeItWasSent() throws Exception {
        long delivery = dispatch.add("acme", "2026-2", SendingMethod.PEPPOL);
        Instant sent = dispatch.clock.instant();
        dispatch.ledger.record(books -> {
            books.deliveries().open(delivery);
            books.deliveries().delivered(delivery, "XENL1");
        });
        dispatch.clock.advance(Duration.ofHours(5));
        mark = dispatch.clock.instant();
        dispatch.ledger.record(books -> books.following().outboxMark("acme", new OutboxMark(mark, mark)));

        assertThat(look(Duration.ofSeconds(1))).isEqualTo(new Start(sent.minus(Duration.ofHours(3)), Reach.FAR));
    }
}
