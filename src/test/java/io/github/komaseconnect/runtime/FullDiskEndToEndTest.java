package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.simulator.InboxDocument;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up: below the reserve nothing new is accepted, and not even a really full one loses anything. */
class FullDiskEndToEndTest {
    private static final int MEGABYTE = 1 << 20;
    private static final String ACME = "XCNL10019";

    @TempDir
    Path folder;

    private Workshop workshop;
    private Tmpfs disk;

    @BeforeEach
    void open() throws Exception {
        workshop = new Workshop(folder);
    }

    @AfterEach
    void close() throws Exception {
        workshop.close();
        if (disk != null) {
            disk.close();
        }
    }

    private static String numbered(String sample, String old, String number) throws Exception {
        return Workshop.sample(sample).replace(old, number);
    }

    private void exportAll(String prefix) throws Exception {
        for (int n = 1; n <= 3; n++) {
            workshop.export(prefix + "P" + n + ".XML", numbered("verkoop-peppol.xml", "F2026-0101", prefix + "-P" + n));
            workshop.export(prefix + "M" + n + ".XML", numbered("verkoop-email.xml", "F2026-0103", prefix + "-M" + n));
            workshop.export(
                    prefix + "S" + n + ".XML", numbered("verkoop-print-credit.xml", "C2026-0007", prefix + "-S" + n));
            workshop.simulator.deliver(
                    ACME, InboxDocument.of(numbered("verkoop-peppol.xml", "F2026-0101", prefix + "-IN" + n)));
        }
    }

    private void awaitAll(String prefix, Duration patience) {
        await().atMost(patience)
                .until(() -> workshop.files("sent").stream()
                                .filter(name -> name.contains(prefix) && name.endsWith(".xml"))
                                .count()
                        == 9);
    }

    private void awaitImported(int count, Duration patience) {
        await().atMost(patience)
                .until(() -> workshop.files("import").stream()
                                .filter(name -> name.endsWith(".xml"))
                                .count()
                        == count);
    }

    private void eachOnce(int times) throws Exception {
        assertThat(workshop.simulator.journal().accepted())
                .extracting(accepted -> accepted.invoiceNumber())
                .doesNotHaveDuplicates()
                .hasSize(3 * times);
        assertThat(workshop.mail.getReceivedMessages()).hasSize(3 * times);
        assertThat(workshop.files("print-spool")).hasSize(3 * times);
        assertThat(workshop.files("held")).isEmpty();
        assertThat(workshop.files("outbox")).isEmpty();
        assertThat(workshop.files("export")).isEmpty();
    }

    private List<Alarm> alarms() {
        return workshop.ledger().inTransaction(books -> books.alarms().open());
    }

    private Optional<Pause> pause() {
        return workshop.ledger().inTransaction(books -> books.pauses().find("acme", Channel.ALL));
    }

    @Test
    void belowTheReserveNothingNewIsAcceptedAndItGoesOnByItself() throws Exception {
        disk = Tmpfs.mount(workshop.home.resolve("data"), 48);
        workshop.with("disk.reserve=16MB", "company.acme.refresh=0/1 * * * * ?").start();
        workshop.export("FIRST.XML", numbered("verkoop-peppol.xml", "F2026-0101", "FIRST"));
        workshop.awaitState("FIRST", InvoiceState.SENT);

        disk.fillUpTo(10L * MEGABYTE);
        await().atMost(Workshop.PATIENCE).until(() -> pause().isPresent());
        int calls = workshop.simulator.journal().calls().size();
        exportAll("FULL");
        // a little more, but not so much more that it would be full again at once
        disk.free();
        disk.fillUpTo(17L * MEGABYTE);
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(5))
                .until(() -> workshop.files("export").size() == 9
                        && workshop.simulator.journal().calls().size() == calls);
        assertThat(alarms()).singleElement().satisfies(alarm -> {
            assertThat(alarm.reason().code()).isEqualTo("disk.full");
            assertThat(alarm.reason().dutch()).contains("disk.reserve", "16 MB");
        });

        disk.free();

        awaitAll("FULL", Workshop.PATIENCE);
        awaitImported(3, Workshop.PATIENCE);
        await().atMost(Workshop.PATIENCE).until(() -> alarms().isEmpty());
        assertThat(pause()).isEmpty();
        assertThat(workshop.simulator.journal().accepted()).hasSize(4);
        assertThat(workshop.mail.getReceivedMessages()).hasSize(3);
        assertThat(workshop.files("print-spool")).hasSize(3);
        System.out.println("COUNT faults=1 (disk below reserve) invoices=13 delivered-once=13 lost=0 twice=0");
    }

    @Test
    void aPauseThatAPersonOrderedIsNotEndedByADiskThatHasRoom() throws Exception {
        workshop.start();
        workshop.ledger().record(books -> books.pauses()
                .set(new Pause(
                        "acme",
                        Channel.ALL,
                        "paused",
                        "Gepauzeerd",
                        "Paused",
                        "jan",
                        java.time.Instant.now(),
                        Optional.empty())));

        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(4)).until(() -> pause().isPresent());
    }

    @Test
    @Tag("crash")
    void aDiskThatIsFullToTheLastByteLosesNothing() throws Exception {
        disk = Tmpfs.mount(workshop.home.resolve("data"), 32);
        workshop.with("disk.reserve=0MB", "company.acme.refresh=0/1 * * * * ?").start();
        int rounds = 4;
        for (int round = 1; round <= rounds; round++) {
            String prefix = "R" + round;
            exportAll(prefix);
            // each round in another step
            await().pollDelay(Duration.ofMillis(150L * round)).until(() -> true);
            disk.fillUpTo(0);
            await().atMost(Workshop.PATIENCE).until(this::ledgerIsFull);
            await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
            disk.free();
            awaitAll(prefix, Duration.ofMinutes(4));
            awaitImported(3 * round, Duration.ofMinutes(2));
        }

        eachOnce(rounds);
        System.out.println("COUNT faults=" + rounds + " (ENOSPC) invoices=" + 12 * rounds + " delivered-once="
                + 12 * rounds + " lost=0 twice=0");
    }

    private boolean ledgerIsFull() {
        try {
            workshop.ledger().record(books -> books.alarms()
                    .raise(
                            "test/" + System.nanoTime(),
                            "",
                            io.github.komaseconnect.reason.Reason.of("test", "x".repeat(8000), "x".repeat(8000)),
                            Optional.empty()));
            return false;
        } catch (LedgerUnavailableException full) {
            return true;
        }
    }
}
