package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.Operation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runtimes on one PostgreSQL and one folder tree: what one leaves, the other finishes; once. */
class ClusterTest {
    private static final Duration LONG = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private ClusterScene scene;

    @AfterEach
    void close() throws Exception {
        scene.close();
    }

    private void awaitShares(String one, String other) {
        await().atMost(LONG)
                .until(() -> !scene.leases(one).isEmpty()
                        && !scene.leases(other).isEmpty()
                        && scene.leases(one).size() + scene.leases(other).size() == scene.companies.size());
    }

    /** Any node takes hooks in, for any company; the one that has the company does what follows, once. */
    @Test
    void aHookAtTheNodeThatDoesNotHaveTheCompanyIsProcessedByTheOneThatDoes() throws Exception {
        scene = new ClusterScene(folder, 1);
        int atOne = scene.door("one");
        int atOther = scene.door("other");
        String one = scene.start("one");
        await().atMost(LONG).until(() -> has(one));
        String other = scene.start("other");
        await().atMost(LONG).until(() -> has(one) != has(other) && hears(atOne) && hears(atOther));
        boolean ownerIsOne = has(one);
        scene.tellAt(ownerIsOne ? atOther : atOne);

        scene.deliverHooked("H-1");
        scene.deliverHooked("H-2");

        await().atMost(LONG).until(() -> scene.invoices(InvoiceState.RECEIVED).size() == 2);
        assertThat(imported()).isEqualTo(2);
        assertThat(scene.invoices(InvoiceState.RECEIVED))
                .extracting(LedgerInvoice::company)
                .containsExactly(ClusterScene.HOOKED, ClusterScene.HOOKED);

        // what was taken in while nobody had the company is done by who takes it over
        scene.kill(ownerIsOne ? one : other);
        scene.deliverHooked("H-3");
        await().atMost(LONG).until(() -> imported() == 3);
        assertThat(scene.ledger.<Integer>reading(books -> books.hooks().traffic().stream()
                        .mapToInt(traffic -> traffic.waiting() + traffic.held())
                        .sum()))
                .isZero();
    }

    private boolean has(String node) {
        return scene.leases(node).stream().anyMatch(lease -> lease.company().equals(ClusterScene.HOOKED));
    }

    private static boolean hears(int door) {
        try (Socket knock = new Socket(InetAddress.getLoopbackAddress(), door)) {
            return knock.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private long imported() throws Exception {
        return scene.files(ClusterScene.HOOKED, "import").stream()
                .filter(name -> name.endsWith(".xml"))
                .count();
    }

    @Test
    void oneIsKilledUnderLoadAndTheOtherTakesOverWithoutLossOrDouble() throws Exception {
        scene = new ClusterScene(folder, 3);
        scene.simulator
                .faults()
                .on(Operation.SEND_DOCUMENT)
                .times(1000)
                .inject(Fault.delayAfterAcceptance(Duration.ofMillis(200)));
        String one = scene.start("one");
        String other = scene.start("other");
        ClusterLoad load = new ClusterLoad(scene);
        awaitShares(one, other);
        for (int n = 0; n < 3; n++) {
            load.add();
        }
        await().atMost(LONG).until(() -> scene.simulator.journal().accepted().size() >= 3);

        scene.kill(one);

        await().atMost(LONG).until(load::isOver);
        assertThat(scene.leases(other)).hasSize(3);
        System.out.println(load.count(1));
    }

    @Test
    void oneIsStoppedAndTheOtherHasItsCompaniesLongBeforeItsLeasesWouldEnd() throws Exception {
        scene = new ClusterScene(folder, 2);
        String one = scene.start("one");
        String other = scene.start("other");
        awaitShares(one, other);

        scene.stop(one);
        Instant stopped = Instant.now();

        await().atMost(LONG).until(() -> scene.leases(other).size() == 2);
        assertThat(Duration.between(stopped, Instant.now())).isLessThan(ClusterScene.LEASE.dividedBy(2));
        ClusterLoad load = new ClusterLoad(scene);
        load.add();
        await().atMost(LONG).until(load::isOver);
        load.count(0);
    }

    @Test
    @Tag("crash")
    void killedAgainAndAgainUnderLoadNothingIsLostOrDoubled() throws Exception {
        Random random = new Random(20261122);
        scene = new ClusterScene(folder, 5);
        scene.simulator
                .faults()
                .on(Operation.SEND_DOCUMENT)
                .times(100_000)
                .inject(Fault.delayAfterAcceptance(Duration.ofMillis(100)));
        String[] nodes = {scene.start("one"), scene.start("two")};
        ClusterLoad load = new ClusterLoad(scene);
        awaitShares(nodes[0], nodes[1]);
        int kills = 12;
        for (int n = 0; n < kills; n++) {
            load.add();
            load.add();
            Instant moment = Instant.now().plusMillis(500 + random.nextInt(6000));
            await().pollInterval(Duration.ofMillis(50)).atMost(LONG).until(() -> {
                load.takeAsKomas();
                return Instant.now().isAfter(moment);
            });
            int victim = random.nextInt(2);
            scene.kill(nodes[victim]);
            nodes[victim] = scene.start(victim == 0 ? "one" : "two");
        }
        await().atMost(LONG.multipliedBy(3)).until(load::isOver);
        System.out.println(load.count(kills));
    }
}
