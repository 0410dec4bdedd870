package io.github.komaseconnect.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.TestCompany;
import io.github.komaseconnect.reason.DutchTime;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartz.CronExpression;

/** The lists are read when the schedule wants it, whatever the clock does: Quartz's own moments, and what catches up. */
class RefreshClockTest {
    private static final String QUARTERS = "0 0/15 * * * ?";
    private static final String NIGHTLY = "0 30 2 * * ?";

    @TempDir
    Path folder;

    private ReceivingBench bench;
    private final List<Instant> read = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        bench = new ReceivingBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void schedule(String cron) {
        Company acme = bench.companies.get("acme");
        bench.companies = new Companies(List.of(TestCompany.of(
                acme.key(),
                acme.name(),
                acme.companyId(),
                acme.cocNumber(),
                acme.vatNumber(),
                acme.folders(),
                acme.relations(),
                cron,
                acme.receiveSince(),
                acme.receivedStatus(),
                acme.defaultMethod(),
                acme.emailFrom(),
                acme.pdf(),
                acme.alertEmails())));
        bench.restart();
    }

    private void list() {
        assertThat(bench.inbox.list("acme").trouble()).isEmpty();
        read.add(bench.clock.instant());
    }

    /** Runs from one moment to another as the routes do: Quartz fires, and the overdue are read every ten seconds. */
    private void run(String cron, String from, String to) throws ParseException {
        CronExpression quartz = new CronExpression(cron);
        quartz.setTimeZone(TimeZone.getTimeZone(DutchTime.ZONE));
        bench.clock.set(Instant.parse(from));
        list();
        Instant end = Instant.parse(to);
        Date fires = quartz.getNextValidTimeAfter(Date.from(bench.clock.instant()));
        while (bench.clock.instant().isBefore(end)) {
            bench.clock.advance(Duration.ofSeconds(10));
            if (!bench.clock.instant().isBefore(fires.toInstant())) {
                list();
                fires = quartz.getNextValidTimeAfter(Date.from(bench.clock.instant()));
            }
            bench.inbox.overdue().forEach(company -> list());
        }
    }

    private Duration longestWait() {
        Duration longest = Duration.ZERO;
        for (int i = 1; i < read.size(); i++) {
            Duration wait = Duration.between(read.get(i - 1), read.get(i));
            longest = wait.compareTo(longest) > 0 ? wait : longest;
        }
        return longest;
    }

    /** At 02:00 it becomes 03:00: there is no 02:30 on 29 March 2026. */
    @Test
    void halfPastTwoComesInTheNightOfTheSummerTimeToo() throws Exception {
        schedule(NIGHTLY);

        run(NIGHTLY, "2026-03-27T12:00:00Z", "2026-03-31T12:00:00Z");

        assertThat(read).hasSize(5);
        assertThat(read.get(2)).isBetween(Instant.parse("2026-03-29T01:30:00Z"), Instant.parse("2026-03-29T01:35:00Z"));
        assertThat(longestWait()).isLessThanOrEqualTo(Duration.ofHours(25));
    }

    /** At 03:00 it becomes 02:00 again: 02:30 is there twice on 25 October 2026. */
    @Test
    void halfPastTwoIsMissedInNoNightOfAutumn() throws Exception {
        schedule(NIGHTLY);

        run(NIGHTLY, "2026-10-23T12:00:00Z", "2026-10-27T12:00:00Z");

        assertThat(read).hasSizeBetween(5, 6);
        assertThat(longestWait()).isLessThanOrEqualTo(Duration.ofHours(25));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-28T22:00:00Z", "2026-10-24T22:00:00Z"})
    void everyQuarterIsReadThroughTheNight(String from) throws Exception {
        run(QUARTERS, from, Instant.parse(from).plus(Duration.ofHours(5)).toString());

        assertThat(longestWait()).isLessThanOrEqualTo(Duration.ofMinutes(18));
        assertThat(read).hasSizeBetween(18, 24);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "P3D", "P400D"})
    void whatWasMissedWhileTheMachineSleptIsCaughtUpOnce(String slept) {
        list();
        bench.clock.advance(Duration.parse(slept));

        assertThat(bench.inbox.overdue()).contains("acme");
        list();
        assertThat(bench.inbox.overdue()).doesNotContain("acme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "P1D", "P730D"})
    void aClockThatWasAheadStopsNoReading(String ahead) {
        Instant right = bench.clock.instant();
        bench.clock.advance(Duration.parse(ahead));
        list();
        bench.clock.set(right);

        assertThat(bench.inbox.overdue()).contains("acme");
        list();
        assertThat(bench.inbox.overdue()).doesNotContain("acme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "P1D", "P730D"})
    void aReadingThatFailedUnderAWrongClockIsRepeatedUnderTheRightOne(String ahead) {
        Instant right = bench.clock.instant();
        list();
        bench.clock.advance(Duration.parse(ahead));
        bench.acme.answer(FakeEConnect.Call.LIST, "", FakeEConnect.temporary(), 1);
        bench.inbox.list("acme");
        bench.clock.set(right);

        bench.clock.advance(Duration.ofMinutes(61));

        assertThat(bench.inbox.overdue()).contains("acme");
    }

    /** The watermark never passes what eConnect has: not with its clock, nor with ours. */
    @ParameterizedTest
    @ValueSource(strings = {"P730D", "-P730D", "PT1H", "-PT1H"})
    void noDocumentIsPassedOverWhateverOurClockSays(String wrong) {
        Instant right = bench.clock.instant();
        bench.clock.advance(Duration.parse(wrong));
        bench.acme.deliver("XCNLIN1", right, Purchase.invoice("1"));
        list();
        bench.clock.set(right.plusSeconds(60));
        bench.acme.deliver("XCNLIN2", right.plusSeconds(30), Purchase.invoice("2"));
        list();

        assertThat(bench.invoices("acme"))
                .extracting(invoice -> invoice.externalId())
                .containsExactlyInAnyOrder("XCNLIN1", "XCNLIN2");
    }

    /** Once a clock was ahead by years, a PDF was waited for until then. */
    @Test
    void aPdfIsNotWaitedForForYears() {
        Instant right = bench.clock.instant();
        bench.acme.deliver("XCNLIN1", right, Purchase.invoice("1"));
        bench.acme.answer(FakeEConnect.Call.PDF, "", FakeEConnect.beingMade(), 1000);
        bench.clock.advance(Duration.ofDays(730));
        bench.refresh();
        bench.clock.set(right);
        bench.ledger.record(books -> books.receipts().dueNow("acme", right));

        for (int minute = 0; minute < 20; minute++) {
            bench.later(Duration.ofMinutes(1));
        }

        assertThat(bench.invoice("XCNLIN1").state().name()).isEqualTo("RECEIVED");
    }
}
