package io.github.komaseconnect.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.configuration.GlobalSettings.DeliverySettings;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.relation.SendingMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which deliveries are handed out, in which order and how many at a time. */
class DueDeliveriesTest {
    /** What was found due is used for so long before somebody else who became due is seen. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    @TempDir
    Path folder;

    private Dispatch dispatch;

    @AfterEach
    void close() {
        dispatch.close();
    }

    private void open(String... companies) throws Exception {
        dispatch = new Dispatch(folder, companies);
    }

    private void add(String company, SendingMethod method, int count) throws Exception {
        for (int n = 0; n < count; n++) {
            dispatch.add(company, company + "-" + method + "-" + n, method);
        }
    }

    /** It is begun and has arrived; that is still to be recorded. */
    private void accepted(Shipment shipment) {
        ended(dispatch.attempts.begin(shipment), new AttemptOutcome.Delivered("X"));
    }

    private void ended(OpenAttempt open, AttemptOutcome outcome) {
        dispatch.due.callEnded(new EndedAttempt(open, outcome));
    }

    private static List<String> companies(List<Shipment> shipments) {
        return shipments.stream().map(Shipment::getCompanyKey).toList();
    }

    @Test
    void oneCompanyAloneHasAllWorkers() throws Exception {
        open("acme");
        add("acme", SendingMethod.PEPPOL, 20);

        assertThat(dispatch.due.take()).hasSize(8);
        assertThat(dispatch.due.take()).isEmpty();
    }

    @Test
    void oneWhoseEffectIsOverLeavesItsPlaceAndStaysInHandUntilItIsRecorded() throws Exception {
        open("acme");
        add("acme", SendingMethod.PEPPOL, 20);
        List<Shipment> first = dispatch.due.take();

        accepted(first.get(0));
        List<Shipment> next = dispatch.due.take();

        assertThat(next).hasSize(1);
        assertThat(dispatch.due.inHand())
                .hasSize(9)
                .contains(first.get(0).delivery().id(), next.get(0).delivery().id());
    }

    @Test
    void outcomesThatPileUpUnrecordedHoldUpTheNext() throws Exception {
        open("acme");
        add("acme", SendingMethod.PEPPOL, 20);
        List<Shipment> first = dispatch.due.take();
        first.forEach(this::accepted);
        List<Shipment> next = dispatch.due.take();
        next.forEach(this::accepted);

        assertThat(next).hasSize(8);
        assertThat(dispatch.due.take()).isEmpty();
        dispatch.due.release(first.get(0));
        assertThat(dispatch.due.take()).hasSize(1);
    }

    @Test
    void ofSeveralCompaniesNoneEverHasMoreThanHalf() throws Exception {
        open("acme", "beta");
        add("acme", SendingMethod.PEPPOL, 20);

        assertThat(dispatch.due.take()).hasSize(4);
        assertThat(dispatch.due.take()).isEmpty();
        add("beta", SendingMethod.PEPPOL, 20);
        dispatch.clock.advance(LOOK_AGAIN);
        assertThat(companies(dispatch.due.take())).containsExactly("beta", "beta", "beta", "beta");
        assertThat(dispatch.due.take()).isEmpty();
    }

    @Test
    void aThirdCompanyIsNotStarvedByTwoBusyOnes() throws Exception {
        open("acme", "beta", "citroen");
        add("acme", SendingMethod.PEPPOL, 20);
        add("beta", SendingMethod.PEPPOL, 20);
        List<Shipment> first = dispatch.due.take();
        assertThat(first).hasSize(8);
        add("citroen", SendingMethod.PEPPOL, 20);

        dispatch.due.release(first.get(0));
        dispatch.clock.advance(LOOK_AGAIN);

        assertThat(companies(dispatch.due.take())).containsExactly("citroen");
    }

    @Test
    void withOneWorkerCompaniesTakeTurns() throws Exception {
        dispatch = new Dispatch(
                folder,
                new DeliverySettings(
                        1,
                        Duration.ofSeconds(30),
                        2,
                        Duration.ofHours(1),
                        Duration.ofHours(72),
                        Duration.ofMinutes(2),
                        Duration.ZERO,
                        Duration.ofMinutes(5)),
                "acme",
                "beta");
        add("acme", SendingMethod.PEPPOL, 9);
        add("beta", SendingMethod.PEPPOL, 9);
        Set<String> served = new HashSet<>();
        for (int n = 0; n < 2; n++) {
            Shipment shipment = dispatch.due.take().get(0);
            served.add(shipment.getCompanyKey());
            dispatch.attempts.end(dispatch.peppol.send(dispatch.attempts.begin(shipment)));
            dispatch.due.release(shipment);
        }

        assertThat(served).containsExactlyInAnyOrder("acme", "beta");
    }

    @Test
    void aSlowMailServerDoesNotKeepPeppolWaiting() throws Exception {
        open("acme", "beta");
        add("acme", SendingMethod.EMAIL, 20);
        List<Shipment> mails = dispatch.due.take();
        assertThat(mails).hasSize(4);
        dispatch.clock.advance(Duration.ofSeconds(1));
        add("acme", SendingMethod.PEPPOL, 1);

        dispatch.due.release(mails.get(0));

        assertThat(dispatch.due.take()).singleElement().satisfies(taken -> assertThat(taken.getStep())
                .isEqualTo("peppol"));
    }

    @Test
    void nothingIsHandedOutTwice() throws Exception {
        open("acme");
        add("acme", SendingMethod.PEPPOL, 3);
        List<Shipment> first = dispatch.due.take();

        assertThat(first).hasSize(3);
        assertThat(dispatch.due.take()).isEmpty();
        dispatch.due.release(first.get(0));
        assertThat(dispatch.due.take()).as("nothing was recorded of it").isEmpty();
        dispatch.clock.advance(Duration.ofSeconds(1));
        assertThat(dispatch.due.take()).hasSize(1);
    }

    @Test
    void nothingIsHandedOutBeforeItsTime() throws Exception {
        open("acme");
        long delivery = dispatch.add("acme", "2026-1", SendingMethod.PEPPOL);
        dispatch.ledger.record(books -> books.deliveries()
                .state(
                        delivery,
                        DeliveryState.WAITING,
                        Optional.of(dispatch.clock.instant().plusMillis(1)),
                        Optional.empty()));

        assertThat(dispatch.due.take()).isEmpty();
        dispatch.clock.advance(Duration.ofMillis(1));
        assertThat(dispatch.due.take()).hasSize(1);
    }

    @Test
    void aProbeThatFoundNoWorkerIsNotSpent() throws Exception {
        open("acme", "beta");
        add("acme", SendingMethod.PRINT, 4);
        assertThat(dispatch.due.take()).hasSize(4);
        add("acme", SendingMethod.PEPPOL, 1);
        dispatch.ledger.record(books -> books.pauses()
                .set(new Pause(
                        "acme",
                        Channel.ECONNECT,
                        "x",
                        "x",
                        "x",
                        "komas-econnect",
                        dispatch.clock.instant(),
                        Optional.of(dispatch.clock.instant()))));

        assertThat(dispatch.due.take()).isEmpty();

        assertThat(dispatch.pauses().get(0).probeAt()).contains(dispatch.clock.instant());
    }

    @Test
    void lookingStaysCheapWithTenThousandWaiting() throws Exception {
        open("acme", "beta");
        long invoice = dispatch.invoice(dispatch.add("acme", "2026-1", SendingMethod.PEPPOL))
                .id();
        dispatch.ledger.record(books -> {
            var destination = books.deliveries().of(invoice).get(0).destination();
            for (int n = 0; n < 10_000; n++) {
                books.deliveries().add(invoice, n % 2 == 0 ? "acme" : "beta", destination, dispatch.clock.instant());
            }
        });
        dispatch.ledger.record(books -> books.pauses()
                .set(new Pause(
                        "acme",
                        Channel.ECONNECT,
                        "x",
                        "x",
                        "x",
                        "komas-econnect",
                        dispatch.clock.instant(),
                        Optional.of(dispatch.clock.instant().plusSeconds(3600)))));
        dispatch.due.take().forEach(dispatch.due::release);
        long begin = System.nanoTime();
        for (int n = 0; n < 100; n++) {
            dispatch.clock.advance(Duration.ofSeconds(1));
            List<Shipment> taken = dispatch.due.take();
            assertThat(taken).hasSize(4);
            taken.forEach(dispatch.due::release);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }
}
