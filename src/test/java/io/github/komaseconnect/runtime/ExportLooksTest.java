package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.TestCompany;
import io.github.komaseconnect.configuration.GlobalSettings.PickupSettings;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.sales.ExportFolder;
import io.github.komaseconnect.sales.ExportWatch;
import io.github.komaseconnect.sales.ReadyFiles;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportLooksTest {
    @TempDir
    Path folder;

    private final Clock clock = Clock.systemUTC();
    private final CountDownLatch hung = new CountDownLatch(1);
    private final ConcurrentLinkedQueue<String> pickedUp = new ConcurrentLinkedQueue<>();
    private Ledger ledger;

    @BeforeEach
    void open() {
        ledger = LedgerDatabase.open("", folder.resolve("data"), clock, "test");
    }

    @AfterEach
    void close() {
        hung.countDown();
        ledger.close();
    }

    private Company company(String key) throws IOException {
        Company company = TestCompany.of(key, folder.resolve(key));
        Files.createDirectories(company.folders().exportFolder());
        Files.createDirectories(company.folders().outbox());
        return company;
    }

    private void export(Company company, String name, int age) throws IOException {
        Path file = company.folders().exportFolder().resolve(name);
        Files.writeString(file, "<Invoice/>");
        Files.setLastModifiedTime(
                file, FileTime.from(clock.instant().minusSeconds(1000).minusSeconds(age)));
    }

    private ExportLooks looks(Companies companies) {
        PickupSettings settings =
                new PickupSettings(Duration.ofMillis(20), Duration.ofMillis(50), Duration.ZERO, 1_000_000);
        return new ExportLooks(
                companies,
                new ExportFolder(new ExportWatch(settings, clock), ledger),
                this::pickUp,
                new Unexpected(new AlarmBell(ledger), clock),
                clock);
    }

    private void pickUp(ReadyFiles ready) {
        for (File file : ready.files()) {
            pickedUp.add(file.getName());
            try {
                if (ready.company().startsWith("hung")) {
                    assertThat(hung.await(30, TimeUnit.SECONDS)).isTrue();
                }
                Files.deleteIfExists(file.toPath());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void foldersThatHangHoldUpNoOther() throws Exception {
        List<Company> all = new ArrayList<>();
        for (int n = 0; n < 10; n++) {
            Company company = company("hung-" + n);
            export(company, "H" + n + ".xml", 0);
            all.add(company);
        }
        Company acme = company("acme");
        all.add(acme);
        try (ExportLooks looks = looks(new Companies(all))) {
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                looks.look();
                return pickedUp.size() == 10;
            });
            export(acme, "A.xml", 0);

            await().atMost(Duration.ofSeconds(10)).until(() -> {
                looks.look();
                return pickedUp.contains("A.xml");
            });
            assertThat(looks.isBusy("hung-1")).isTrue();
        }
    }

    @Test
    void manyFilesGoInTheOrderOfTheirTimesWithoutAWaitInBetween() throws Exception {
        Company acme = company("acme");
        List<String> inOrder = new ArrayList<>();
        int files = 2 * ExportFolder.MOST_AT_ONCE + 200;
        for (int n = 0; n < files; n++) {
            String name = "F" + (10_000 - n) + ".xml";
            inOrder.add(name);
            export(acme, name, files - n);
        }
        try (ExportLooks looks = looks(new Companies(List.of(acme)))) {
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                looks.look();
                return !pickedUp.isEmpty();
            });
            await().atMost(Duration.ofSeconds(20)).until(() -> pickedUp.size() == files);
        }
        assertThat(pickedUp).containsExactlyElementsOf(inOrder);
    }

    @Test
    void nothingIsPickedUpForOneThatIsNotInHand() throws Exception {
        Company acme = company("acme");
        Companies companies = new Companies(List.of(acme));
        companies.attend(acme);
        export(acme, "A.xml", 0);
        try (ExportLooks looks = looks(companies)) {
            await().during(Duration.ofMillis(300)).atMost(Duration.ofSeconds(5)).until(() -> {
                looks.look();
                return pickedUp.isEmpty();
            });
            companies.takeInHand(acme);
            await().atMost(Duration.ofSeconds(5)).until(() -> {
                looks.look();
                return pickedUp.contains("A.xml");
            });
        }
    }
}
