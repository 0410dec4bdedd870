package io.github.komaseconnect.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.Counts;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program is killed by SIGKILL at random moments while many invoices are on their way, with the heap that it has by
 * default. Another seed: {@code -Dcrash.seed=…}.
 */
@Tag("crash")
class RandomKillsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration QUIET = Duration.ofMillis(500);
    private static final int KILLS = 20;
    private static final int SALES_A_ROUND = 10;
    private static final int PURCHASES_A_ROUND = 5;
    private static final List<Flow> METHODS = List.of(Flow.PEPPOL, Flow.EMAIL, Flow.PRINT);

    @TempDir
    Path folder;

    private final List<Errand> errands = new ArrayList<>();
    private final Set<LedgerLook.OpenAttempt> doubtful = new HashSet<>();

    @Test
    void nothingIsLostAndNothingComesTwice() throws Exception {
        long seed = Long.getLong("crash.seed", 20261122);
        System.out.println("random kills with -Dcrash.seed=" + seed);
        Random random = new Random(seed);
        AgentJar jar = new AgentJar(folder);
        try (Site site = new Site(Files.createDirectories(folder.resolve("home")), Gateway.PLATFORM)) {
            // so that kills fall between acceptance and its record
            site.simulator
                    .faults()
                    .on(Operation.SEND_DOCUMENT)
                    .inject(Fault.delayAfterAcceptance(Duration.ofMillis(200)));
            for (int kill = 0; kill < KILLS; kill++) {
                round(site, jar, random);
            }
            try (Program program = Program.start(site.home, jar, Optional.empty())) {
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(200))
                        .until(() -> isAllSettled(site) && program.isQuietFor(QUIET));
            }
            compare(site);
        }
    }

    /** Some invoices more, and a kill: while it starts, while it recovers, or while it works. */
    private void round(Site site, AgentJar jar, Random random) throws Exception {
        for (int n = 0; n < PURCHASES_A_ROUND; n++) {
            errands.add(Purchase.deliver(site, number()));
        }
        try (Program program = Program.start(site.home, jar, Optional.empty())) {
            for (int n = 0; n < SALES_A_ROUND; n++) {
                errands.add(METHODS.get(random.nextInt(METHODS.size())).begin(site, number()));
            }
            boolean asItStarts = random.nextInt(4) == 0;
            if (!asItStarts) {
                await().atMost(PATIENCE).until(program::hasBegun);
            }
            long until =
                    System.nanoTime() + Duration.ofMillis(random.nextInt(3000)).toNanos();
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> isOver(site, until));
            assertThat(program.isAlive()).as("only we end it").isTrue();
        }
        site.takeAway();
        LedgerLook.into(site.ledger).ifPresent(ledger -> doubtful.addAll(ledger.openAttempts()));
    }

    private boolean isOver(Site site, long until) throws IOException {
        isAllSettled(site);
        return System.nanoTime() > until;
    }

    private String number() {
        return String.format("RK-%04d", errands.size() + 1);
    }

    private boolean isAllSettled(Site site) throws IOException {
        Optional<LedgerLook> ledger = LedgerLook.into(site.ledger);
        if (ledger.isEmpty()) {
            return false;
        }
        site.takeAway();
        for (Errand errand : errands) {
            errand.attend(site, ledger.get());
        }
        return errands.stream().allMatch(errand -> errand.isSettled(ledger.get()));
    }

    private void compare(Site site) throws IOException {
        site.takeAway();
        LedgerLook ledger = LedgerLook.into(site.ledger).orElseThrow();
        List<String> faults = new ArrayList<>();
        Counts counts = Counts.of("random kills").add("kills", KILLS).add("invoices", errands.size());
        counts.add("delivered-once", 0).add("lost", 0).add("twice", 0).add("doubts", doubtful.size());
        for (Errand errand : errands) {
            faults.addAll(errand.faults(site, ledger, doubtful));
            long arrived = errand.timesArrived(site);
            counts.add(arrived == 1 ? "delivered-once" : arrived == 0 ? "lost" : "twice", 1);
        }
        counts.print();
        assertThat(faults).isEmpty();
    }
}
