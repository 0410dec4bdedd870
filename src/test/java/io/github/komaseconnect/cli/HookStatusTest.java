package io.github.komaseconnect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.ledger.HookEvent;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reason.Reason;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code status} says about hooks. */
class HookStatusTest {
    private static final Instant FAR = Instant.parse("2090-01-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void saysWhatIsTheMatterWithHooks() {
        CommandDesk desk = new CommandDesk(folder).configure(CommandDesk.ACME, CommandDesk.BETA);
        Instant at = Instant.parse("2026-11-22T09:00:00Z");
        try (Ledger ledger = desk.ledger()) {
            ledger.record(all -> {
                for (String same : List.of("1", "2", "3", "4")) {
                    String company = same.equals("4") ? "beta" : "acme";
                    all.hooks().store(new HookEvent.Arrived(company, same, "InvoiceReceived", "doc", at, new byte[] {'a'
                    }));
                }
                List<HookEvent> events = all.hooks().due("acme", Instant.now().plusSeconds(60), FAR, 10);
                all.hooks()
                        .finish(
                                events.get(0).id(),
                                HookEvent.State.HELD,
                                Optional.of(Reason.of("hook.unreadable", "onleesbaar", "unreadable")));
                all.hooks()
                        .finish(
                                all.hooks()
                                        .due("beta", Instant.now().plusSeconds(60), FAR, 1)
                                        .get(0)
                                        .id(),
                                HookEvent.State.DONE,
                                Optional.empty());
                all.hooks().refused("acme", 5, at);
            });
        }

        assertThat(desk.at("status").out())
                .contains(
                        "Berichten van eConnect, hooks (messages of eConnect, hooks)",
                        "acme: 2 nog te verwerken; 1 vastgehouden, niet te verwerken; 5 geweigerd, verkeerd ondertekend,",
                        "acme: 2 to be processed; 1 held, cannot be processed; 5 refused, wrongly signed,")
                .doesNotContain("beta:");
        assertThat(desk.at("status", "beta").out()).doesNotContain("hooks");
        assertThat(desk.at("status", "--json").out())
                .contains(
                        "\"waiting\":2,\"held\":1,\"refused\":5,\"refusedInARow\":5,\"refusedAt\":\"2026-11-22T09:00:00Z\"",
                        "\"company\":\"beta\"");
    }
}
