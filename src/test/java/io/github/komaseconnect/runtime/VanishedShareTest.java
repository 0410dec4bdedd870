package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.simulator.InboxDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network share drops, with all that lies on it, and comes back: no restart, nothing lost, nothing twice. */
@Tag("crash")
class VanishedShareTest {
    private static final Duration LONG = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private Workshop workshop;

    @BeforeEach
    void open() throws Exception {
        workshop = new Workshop(folder);
    }

    @AfterEach
    void close() throws Exception {
        workshop.close();
    }

    private static String numbered(String sample, String old, String number) throws Exception {
        return Workshop.sample(sample).replace(old, number);
    }

    private void exportAll(int from, int to) throws Exception {
        for (int n = from; n <= to; n++) {
            workshop.export("P" + n + ".XML", numbered("verkoop-peppol.xml", "F2026-0101", "P-" + n));
            workshop.export("M" + n + ".XML", numbered("verkoop-email.xml", "F2026-0103", "M-" + n));
            workshop.export("S" + n + ".XML", numbered("verkoop-print-credit.xml", "C2026-0007", "S-" + n));
        }
    }

    private void deliver(int from, int to) throws Exception {
        for (int n = from; n <= to; n++) {
            workshop.simulator.deliver(
                    "XCNL10019", InboxDocument.of(numbered("verkoop-peppol.xml", "F2026-0101", "IN-" + n)));
        }
    }

    private List<String> alarms() {
        return workshop.ledger().inTransaction(books -> books.alarms().open()).stream()
                .map(Alarm::cause)
                .toList();
    }

    private void awaitAllOnce(int each) throws Exception {
        await().atMost(LONG)
                .until(() -> workshop.files("sent").stream()
                                .filter(name -> name.endsWith(".xml"))
                                .count()
                        == 3L * each);
        await().atMost(LONG).until(() -> workshop.files("import").size() == 2 * each);
        assertThat(workshop.simulator.journal().accepted())
                .extracting(accepted -> accepted.invoiceNumber())
                .doesNotHaveDuplicates()
                .hasSize(each);
        assertThat(workshop.mail.getReceivedMessages()).hasSize(each);
        assertThat(workshop.files("print-spool")).hasSize(each);
        assertThat(workshop.files("held")).isEmpty();
        assertThat(workshop.files("outbox")).isEmpty();
        assertThat(workshop.files("export")).isEmpty();
        // one about a step that broke off in the middle stays for an hour
        await().atMost(LONG).until(() -> alarms().stream().allMatch(cause -> cause.startsWith("unexpected/")));
        System.out.println("COUNT faults=1 (share dropped) invoices=" + 4 * each + " delivered-once=" + 4 * each
                + " lost=0 twice=0");
    }

    @Test
    void theFoldersOfACompanyWithItsRelationFile() throws Exception {
        workshop.with("company.acme.refresh=0/1 * * * * ?").start();
        exportAll(1, 1);
        deliver(1, 1);
        await().atMost(LONG).until(() -> workshop.simulator.journal().accepted().size() == 1);
        Path share = workshop.home.resolve("companies");
        Path away = workshop.home.resolve("dropped");

        Files.move(share, away);
        await().atMost(LONG).until(() -> alarms().contains("folder/acme/export"));
        deliver(2, 3);
        await().during(Duration.ofSeconds(2)).atMost(LONG).until(() -> !Files.exists(share));
        Files.move(away, share);
        exportAll(2, 3);

        awaitAllOnce(3);
    }

    @Test
    void theArchiveWhichIsNotMadeAnewInItsPlace() throws Exception {
        Path share = Files.createDirectories(folder.resolve("share"));
        workshop.with("archive.folder=" + share.resolve("archive"), "company.acme.refresh=0/1 * * * * ?")
                .start();
        exportAll(1, 1);
        deliver(1, 1);
        await().atMost(LONG).until(() -> workshop.simulator.journal().accepted().size() == 1);
        Path away = folder.resolve("dropped");

        // what is left of a share that dropped is often its empty mount point
        Files.move(share, away);
        Files.createDirectory(share);
        await().atMost(LONG).until(() -> alarms().contains("storage/"));
        // the looks at the export folder ask once a second whether the company rests
        await().pollDelay(Duration.ofMillis(1500)).until(() -> true);
        exportAll(2, 3);
        deliver(2, 3);
        await().during(Duration.ofSeconds(2))
                .atMost(LONG)
                .until(() -> workshop.files("export").size() == 6);
        assertThat(share).isEmptyDirectory();
        Files.delete(share);
        Files.move(away, share);

        awaitAllOnce(3);
    }

    @Test
    void againAndAgainInTheMiddleOfTheWork() throws Exception {
        workshop.with("company.acme.refresh=0/1 * * * * ?").start();
        Path share = workshop.home.resolve("companies");
        Path away = workshop.home.resolve("dropped");
        int each = 0;
        for (int drop = 1; drop <= 10; drop++) {
            exportAll(each + 1, each + 3);
            deliver(each + 1, each + 3);
            each += 3;
            await().pollDelay(Duration.ofMillis(130L * drop)).until(() -> true);
            Files.move(share, away);
            await().pollDelay(Duration.ofMillis(900)).until(() -> true);
            Files.move(away, share);
        }

        awaitAllOnce(each);
    }
}
