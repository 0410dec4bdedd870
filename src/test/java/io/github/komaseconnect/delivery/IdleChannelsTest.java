package io.github.komaseconnect.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.SendingMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A channel at rest wakes when nothing waits for it any more: nothing else would ever show that it works again. */
class IdleChannelsTest {
    private static final Reason REFUSED = Reason.of("mail.login-refused", "inloggen geweigerd", "log-in refused");

    @TempDir
    Path folder;

    private Dispatch dispatch;
    private IdleChannels idle;
    private long mail;

    @BeforeEach
    void open() throws Exception {
        dispatch = new Dispatch(folder, "acme");
        Channels channels = new Channels(
                new io.github.komaseconnect.configuration.GlobalSettings.DeliverySettings(
                        8,
                        Duration.ofSeconds(30),
                        2,
                        Duration.ofHours(1),
                        Duration.ofHours(72),
                        Duration.ofMinutes(2),
                        Duration.ZERO,
                        Duration.ofMinutes(5)),
                dispatch.clock);
        idle = new IdleChannels(dispatch.companies, dispatch.ledger, channels);
        mail = dispatch.add("acme", "2026-1", SendingMethod.EMAIL);
        dispatch.ledger.record(books -> channels.block(books, "acme", Channel.EMAIL, REFUSED, Optional.of("2026-1")));
    }

    @AfterEach
    void close() {
        dispatch.close();
    }

    @Test
    void restsWhileSomethingWaits() {
        idle.release();

        assertThat(dispatch.pauses()).hasSize(1);
        assertThat(dispatch.alarms()).hasSize(1);
    }

    @Test
    void wakesWhenThatWentAnotherWay() {
        dispatch.ledger.record(
                books -> books.deliveries().state(mail, DeliveryState.CANCELLED, Optional.empty(), Optional.empty()));

        idle.release();

        assertThat(dispatch.pauses()).isEmpty();
        assertThat(dispatch.alarms()).isEmpty();
    }
}
