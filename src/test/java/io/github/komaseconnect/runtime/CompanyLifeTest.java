package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.CompanyGate;
import io.github.komaseconnect.company.DefaultMethod;
import io.github.komaseconnect.company.TestCompany;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.sales.Claim;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompanyLifeTest {
    @TempDir
    Path folder;

    private final ConcurrentLinkedQueue<String> story = new ConcurrentLinkedQueue<>();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Set<String> halfWay = ConcurrentHashMap.newKeySet();
    private final Set<String> shut = ConcurrentHashMap.newKeySet();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final CountDownLatch hung = new CountDownLatch(1);
    private volatile Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final Companies companies = new Companies(List.of());
    private Company acme;
    private Company beta;
    private Ledger ledger;
    private CompanyLife life;

    /** Tells what is asked of it. */
    private final class Told implements CompanyLife.Work {
        @Override
        public List<Claim> recover(Company company) {
            assertThat(companies.find(company.key())).isEmpty();
            assertThat(companies.attended(company.key())).contains(company);
            story.add("recover " + company.key());
            if (company.key().startsWith("hung")) {
                waitForTheEnd();
            }
            if (failing.contains(company.key())) {
                throw new IllegalStateException("its folder fails");
            }
            return List.of();
        }

        @Override
        public void begin(Company company, List<Claim> unfinished) {
            assertThat(companies.find(company.key())).contains(company);
            story.add("begin " + company.key() + " " + company.defaultMethod());
        }

        @Override
        public boolean isHalfWay(Company company, Company next) {
            return halfWay.contains(company.key());
        }

        @Override
        public boolean isBusy(String key) {
            return busy.contains(key);
        }

        @Override
        public void end(String key) {
            story.add("end " + key);
        }

        private void waitForTheEnd() {
            try {
                assertThat(hung.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Lets in all but those that are shut out. */
    private final class Door implements CompanyGate {
        @Override
        public Verdict mayComeInHand(Company company) {
            return verdict(company);
        }

        @Override
        public Verdict mayStay(Company company) {
            return verdict(company);
        }

        @Override
        public void gone(Company company, Departure departure) {
            story.add("gone " + company.key() + " " + departure);
        }

        private Verdict verdict(Company company) {
            return shut.contains(company.key()) ? new Wait(Reason.of("shut", "dicht", "shut")) : new Enter();
        }
    }

    @BeforeEach
    void open() {
        acme = TestCompany.of("acme", folder.resolve("acme"));
        beta = TestCompany.of("beta", folder.resolve("beta"));
        ledger = LedgerDatabase.open("", folder.resolve("data"), Clock.systemUTC(), "test");
        Clock clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        life = new CompanyLife(
                companies, List.of(new Door()), new Told(), new Unexpected(new AlarmBell(ledger), clock), clock);
    }

    @AfterEach
    void close() {
        hung.countDown();
        ledger.close();
    }

    private void awaitStory(String... steps) {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            life.goRound();
            assertThat(story).containsExactly(steps);
        });
    }

    @Test
    void comesInHandAfterItsRecoveryAndGoesWhenItIsRemoved() {
        companies.configure(List.of(acme));
        awaitStory("recover acme", "begin acme HOLD");

        companies.configure(List.of());
        awaitStory("recover acme", "begin acme HOLD", "end acme", "gone acme FINISHED");
        assertThat(companies.attended("acme")).isEmpty();
    }

    @Test
    void oneThatWasChangedComesBackWithItsNewSettingsOnceAllIsFinishedWithTheOld() {
        companies.configure(List.of(acme));
        awaitStory("recover acme", "begin acme HOLD");
        busy.add("acme");
        companies.configure(List.of(acme.withDefaultMethod(DefaultMethod.PRINT)));

        await().atMost(Duration.ofSeconds(10)).until(() -> {
            life.goRound();
            return companies.find("acme").isEmpty();
        });
        life.goRound();
        assertThat(companies.get("acme").defaultMethod()).isEqualTo(DefaultMethod.HOLD);

        busy.clear();
        awaitStory(
                "recover acme",
                "begin acme HOLD",
                "end acme",
                "gone acme FINISHED",
                "recover acme",
                "begin acme PRINT");
    }

    @Test
    void whatDoesNotFinishInTimeIsLeftAlone() {
        companies.configure(List.of(acme));
        awaitStory("recover acme", "begin acme HOLD");
        busy.add("acme");
        companies.configure(List.of());
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            life.goRound();
            return companies.find("acme").isEmpty();
        });

        now = now.plus(CompanyLife.FINISH_WITHIN).plusSeconds(1);

        awaitStory("recover acme", "begin acme HOLD", "end acme", "gone acme UNFINISHED");
    }

    @Test
    void theOldSettingsStayWhileSomethingLiesHalfWay() {
        companies.configure(List.of(acme));
        awaitStory("recover acme", "begin acme HOLD");
        halfWay.add("acme");
        companies.configure(List.of(acme.withDefaultMethod(DefaultMethod.PRINT)));

        await().during(Duration.ofMillis(300)).atMost(Duration.ofSeconds(10)).until(() -> {
            life.goRound();
            return companies.find("acme").equals(java.util.Optional.of(acme));
        });

        halfWay.clear();
        awaitStory(
                "recover acme",
                "begin acme HOLD",
                "end acme",
                "gone acme FINISHED",
                "recover acme",
                "begin acme PRINT");
    }

    @Test
    void aGateKeepsItOutAndPutsItOut() {
        shut.add("acme");
        companies.configure(List.of(acme));
        await().during(Duration.ofMillis(200)).atMost(Duration.ofSeconds(10)).until(() -> {
            life.goRound();
            return story.isEmpty();
        });

        shut.clear();
        awaitStory("recover acme", "begin acme HOLD");

        shut.add("acme");
        awaitStory("recover acme", "begin acme HOLD", "end acme", "gone acme FINISHED");
    }

    @Test
    void oneThatCannotBeRecoveredIsTriedAgainLater() {
        failing.add("acme");
        companies.configure(List.of(acme));
        awaitStory("recover acme");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> companies.attended("acme").isEmpty());

        failing.clear();
        life.goRound();
        now = now.plusSeconds(11);

        awaitStory("recover acme", "recover acme", "begin acme HOLD");
    }

    @Test
    void oneThatWouldShareAFolderWaitsUntilTheOtherHasGone() {
        companies.configure(List.of(acme));
        awaitStory("recover acme", "begin acme HOLD");
        busy.add("acme");
        companies.configure(List.of(TestCompany.of("renamed", acme.companyId(), folder.resolve("acme"))));

        await().during(Duration.ofMillis(200)).atMost(Duration.ofSeconds(10)).until(() -> {
            life.goRound();
            return companies.attended("renamed").isEmpty();
        });

        busy.clear();
        awaitStory(
                "recover acme",
                "begin acme HOLD",
                "end acme",
                "gone acme FINISHED",
                "recover renamed",
                "begin renamed HOLD");
    }

    @Test
    void foldersThatHangHoldUpNoOther() {
        List<Company> all = new java.util.ArrayList<>();
        for (int n = 0; n < 12; n++) {
            all.add(TestCompany.of("hung-" + n, folder.resolve("hung-" + n)));
        }
        all.add(beta);
        companies.configure(all);

        await().atMost(Duration.ofSeconds(10)).until(() -> {
            now = now.plusSeconds(1);
            life.goRound();
            return companies.find("beta").isPresent();
        });
    }

    @Test
    void aStopTellsTheGates() {
        companies.configure(List.of(acme, beta));
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            life.goRound();
            return companies.all().size() == 2;
        });
        busy.add("beta");

        life.close();

        assertThat(story).contains("gone acme FINISHED", "gone beta UNFINISHED");
        assertThat(companies.all()).isEmpty();
    }
}
