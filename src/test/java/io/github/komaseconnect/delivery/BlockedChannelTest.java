package io.github.komaseconnect.delivery;

import static io.github.komaseconnect.delivery.FakeEConnect.Sending.ACCEPT;
import static io.github.komaseconnect.delivery.FakeEConnect.Sending.BLOCK;
import static io.github.komaseconnect.delivery.FakeEConnect.Sending.REFUSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.alarm.FolderWatch;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.print.PrintSpool;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.SendingMethod;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cause that concerns all invoices of a channel: one pause, one alarm, a probe now and then, and then all go out. */
class BlockedChannelTest {
    @TempDir
    Path folder;

    private Dispatch dispatch;
    private FakeEConnect acme;
    private final List<Long> deliveries = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        dispatch = new Dispatch(folder, "acme", "beta");
        acme = dispatch.eConnect.get("acme");
        for (int n = 1; n <= 12; n++) {
            deliveries.add(dispatch.add("acme", "2026-" + n, SendingMethod.PEPPOL));
        }
        acme.otherwise = BLOCK;
        acme.reason = Reason.of("econnect.keys-refused", "sleutels geweigerd", "keys refused");
    }

    @AfterEach
    void close() {
        dispatch.close();
    }

    private void workThrough(Duration time) {
        for (long seconds = 0; seconds < time.toSeconds(); seconds += 10) {
            while (dispatch.work() > 0) {
                // all that is due
            }
            dispatch.clock.advance(Duration.ofSeconds(10));
        }
    }

    @Test
    void isOnePauseAndOneAlarmHoweverManyWait() {
        workThrough(Duration.ofHours(1));

        assertThat(dispatch.pauses()).singleElement().satisfies(pause -> {
            assertThat(pause.channel()).isEqualTo(Channel.ECONNECT);
            assertThat(pause.dutch()).isEqualTo("sleutels geweigerd");
        });
        assertThat(dispatch.alarms()).extracting(alarm -> alarm.cause()).containsExactly("blocked/acme/econnect");
    }

    @Test
    void isProbedByOneInvoiceNowAndThen() {
        workThrough(Duration.ofMinutes(1));
        int atFirst = acme.sent.size();
        assertThat(atFirst).isLessThanOrEqualTo(8);

        workThrough(Duration.ofHours(1));

        assertThat(acme.sent.size() - atFirst).isBetween(11, 12);
    }

    @Test
    void nothingIsGivenUpHoweverLongItTakesAndThenAllGoOutAtOnce() {
        for (int days = 0; days < 30; days++) {
            dispatch.clock.advance(Duration.ofDays(1));
            dispatch.work();
        }
        assertThat(deliveries).allMatch(id -> dispatch.invoice(id).state() == InvoiceState.ON_ITS_WAY);
        acme.otherwise = ACCEPT;
        dispatch.clock.advance(Duration.ofMinutes(5));

        while (dispatch.work() > 0) {
            // all that is due, without the clock going on
        }

        assertThat(deliveries).allMatch(id -> dispatch.invoice(id).state() == InvoiceState.SENT);
        assertThat(acme.outbox).hasSize(12);
        assertThat(dispatch.pauses()).isEmpty();
        assertThat(dispatch.alarms()).isEmpty();
    }

    @Test
    void whatWaitedForItsBackoffIsDueAtOnceToo() {
        long one = deliveries.get(0);
        dispatch.work();
        dispatch.clock.advance(Duration.ofMinutes(5));
        dispatch.ledger.record(books -> {
            books.deliveries().open(one);
            books.deliveries()
                    .state(
                            one,
                            DeliveryState.WAITING,
                            Optional.of(dispatch.clock.instant().plusSeconds(3600)),
                            Optional.of(dispatch.clock.instant()));
        });
        acme.otherwise = ACCEPT;

        while (dispatch.work() > 0) {
            // all that is due
        }

        assertThat(dispatch.invoice(one).state()).isEqualTo(InvoiceState.SENT);
    }

    @Test
    void otherChannelsAndOtherCompaniesGoOn() throws Exception {
        workThrough(Duration.ofMinutes(1));
        long mail = dispatch.add("acme", "2026-50", SendingMethod.EMAIL);
        long other = dispatch.add("beta", "2026-51", SendingMethod.PEPPOL);

        List<Shipment> taken = dispatch.due.take();

        assertThat(taken).extracting(shipment -> shipment.delivery().id()).containsExactlyInAnyOrder(mail, other);
    }

    @Test
    void theRefusalOfOneDocumentShowsThatTheChannelWorksAgain() {
        workThrough(Duration.ofMinutes(1));
        acme.otherwise = ACCEPT;
        acme.sendings.add(REFUSE);
        acme.reason = Reason.of("econnect.not-reachable", "niet te bereiken", "cannot be reached");
        dispatch.clock.advance(Duration.ofMinutes(5));

        while (dispatch.work() > 0) {
            // all that is due
        }

        assertThat(dispatch.pauses()).isEmpty();
        assertThat(acme.outbox).hasSize(11);
    }

    @Test
    void anAnswerToAQuestionShowsNothingOfThePermissionToSend() {
        acme.reason = Reason.of("econnect.no-permission", "mag niet verzenden", "may not send");
        workThrough(Duration.ofMinutes(1));
        dispatch.clock.advance(Duration.ofMinutes(5));
        Shipment probe = dispatch.take().get(0);

        dispatch.attempts.notSent(new Asked.NotForType(probe, Reason.of("reach.not-for-type", "niet", "not")));

        assertThat(dispatch.invoice(probe.delivery().id()).state()).isEqualTo(InvoiceState.HELD);
        assertThat(dispatch.pauses()).hasSize(1);
        assertThat(dispatch.alarms()).extracting(alarm -> alarm.cause()).contains("blocked/acme/econnect");
    }

    @Test
    void anAnswerToAQuestionShowsThatKeysAndBalanceAreRight() {
        workThrough(Duration.ofMinutes(1));
        dispatch.clock.advance(Duration.ofMinutes(5));
        Shipment probe = dispatch.take().get(0);

        dispatch.attempts.notSent(new Asked.NotForType(probe, Reason.of("reach.not-for-type", "niet", "not")));

        assertThat(dispatch.pauses()).isEmpty();
    }

    @Test
    void aRefusalByThisProgramItselfShowsNothingOfTheChannel() {
        workThrough(Duration.ofMinutes(1));
        acme.sendings.add(REFUSE);
        acme.reason = Reason.of("econnect.encoding", "tekens kloppen niet", "characters do not fit");
        dispatch.clock.advance(Duration.ofMinutes(5));

        dispatch.work();

        assertThat(dispatch.pauses()).hasSize(1);
    }

    @Test
    void aPausedCompanyWakesWithoutALossOfItsOtherPauses() {
        workThrough(Duration.ofMinutes(1));
        dispatch.ledger.record(books -> books.pauses()
                .set(new Pause(
                        "acme", Channel.ALL, "paused", "x", "x", "els", dispatch.clock.instant(), Optional.empty())));
        acme.otherwise = ACCEPT;
        dispatch.clock.advance(Duration.ofHours(1));

        assertThat(dispatch.work()).isZero();
        dispatch.ledger.record(books -> books.pauses().end("acme", Channel.ALL));
        assertThat(dispatch.work()).isEqualTo(1);
        assertThat(dispatch.pauses()).isEmpty();
    }

    @Test
    void aSpoolFolderThatIsGoneIsOneAlarmWhoeverNoticesItFirst() throws Exception {
        long print = dispatch.add("beta", "2026-60", SendingMethod.PRINT);
        Path spool = dispatch.companies.get("beta").folders().printSpool();
        Path pdf = Files.writeString(folder.resolve("x.pdf"), "%PDF-1.7 test");
        Files.delete(spool);
        Files.createDirectories(dispatch.companies.get("beta").folders().importFolder());
        Files.createDirectories(dispatch.companies.get("beta").folders().exportFolder());
        Files.createDirectories(dispatch.companies.get("acme").folders().importFolder());
        Files.createDirectories(dispatch.companies.get("acme").folders().exportFolder());
        FolderWatch watch = new FolderWatch(dispatch.companies, dispatch.ledger, new AlarmBell(dispatch.ledger));
        watch.look();

        print(print, spool, pdf);
        watch.look();

        assertThat(dispatch.alarms()).extracting(alarm -> alarm.cause()).containsExactly("folder/beta/print-spool");
        assertThat(dispatch.pauses()).extracting(Pause::channel).containsExactly(Channel.PRINT);

        Files.createDirectory(spool);
        watch.look();
        assertThat(dispatch.alarms()).as("over only when something was printed").hasSize(1);
        dispatch.clock.advance(Duration.ofMinutes(5));
        print(print, spool, pdf);
        assertThat(dispatch.alarms()).isEmpty();
        assertThat(dispatch.pauses()).isEmpty();
        assertThat(Dispatch.names(spool)).containsExactly("FACTUUR_2026-60.pdf");
    }

    private void print(long delivery, Path spool, Path pdf) {
        Shipment shipment = dispatch.due.take().stream()
                .filter(taken -> taken.delivery().id() == delivery)
                .findFirst()
                .orElseThrow();
        OpenAttempt open = dispatch.attempts.begin(shipment);
        dispatch.attempts.end(new EndedAttempt(
                open, new PrintSpool().put(spool, shipment.invoice().stem() + ".pdf", pdf)));
        dispatch.due.release(shipment);
    }
}
