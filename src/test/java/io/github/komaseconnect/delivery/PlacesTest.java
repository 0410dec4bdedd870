package io.github.komaseconnect.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.Attempt;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.SendingMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** While an attempt is being recorded its place is another's; its call waits for a place, in turn. Eight places. */
@Timeout(60)
class PlacesTest {
    private static final Reason BUSY = Reason.of("econnect.overloaded", "te druk", "too busy");

    @TempDir
    Path folder;

    private final ExecutorService workers = Executors.newCachedThreadPool();
    private Dispatch dispatch;

    @AfterEach
    void close() {
        workers.shutdownNow();
        dispatch.close();
    }

    private void open(String... companies) throws Exception {
        dispatch = new Dispatch(folder, companies);
    }

    private void add(String company, int count) throws Exception {
        for (int n = 0; n < count; n++) {
            dispatch.add(company, company + "-" + n, SendingMethod.PEPPOL);
        }
    }

    /** As the route does it: the place is lent, the attempt recorded. */
    private OpenAttempt begin(Shipment shipment) {
        dispatch.due.lend(shipment);
        return dispatch.attempts.begin(shipment);
    }

    private List<OpenAttempt> begin(List<Shipment> shipments) {
        return shipments.stream().map(this::begin).toList();
    }

    private Future<Turn> turn(OpenAttempt open) {
        return workers.submit(() -> dispatch.due.turn(open));
    }

    private Turn now(OpenAttempt open) throws Exception {
        return turn(open).get(20, TimeUnit.SECONDS);
    }

    private void arrived(OpenAttempt open) {
        dispatch.due.callEnded(new EndedAttempt(
                open, new AttemptOutcome.Delivered("X" + open.attempt().id())));
    }

    /** Ends one in the way of the route. */
    private void end(OpenAttempt open, AttemptOutcome outcome) {
        EndedAttempt ended = new EndedAttempt(open, outcome);
        dispatch.due.callEnded(ended);
        dispatch.attempts.end(ended);
        dispatch.due.release(open.shipment());
    }

    private static List<String> companies(List<Shipment> shipments) {
        return shipments.stream().map(Shipment::getCompanyKey).toList();
    }

    private static long done(List<Future<Turn>> turns) {
        return turns.stream().filter(Future::isDone).count();
    }

    @Test
    void whatIsBeingRecordedLeavesItsPlaceToOthersAsFarAsThereAreWorkers() throws Exception {
        open("acme");
        add("acme", 20);
        List<OpenAttempt> first = begin(dispatch.due.take());

        assertThat(dispatch.due.take()).hasSize(8);
        assertThat(dispatch.due.take()).isEmpty();
        assertThat(dispatch.due.inHand())
                .contains(first.get(0).shipment().delivery().id())
                .hasSize(16);
    }

    @Test
    void whoComesBackHasAFreePlaceAtOnce() throws Exception {
        open("acme");
        add("acme", 3);
        List<OpenAttempt> begun = begin(dispatch.due.take());

        for (OpenAttempt open : begun) {
            assertThat(now(open)).isEqualTo(new Turn(open, Optional.empty()));
        }
    }

    @Test
    void neverMoreCallsAtATimeThanPlaces() throws Exception {
        open("acme");
        add("acme", 16);
        List<Shipment> shipments = new ArrayList<>(dispatch.due.take());
        List<OpenAttempt> begun = new ArrayList<>(begin(shipments));
        begun.addAll(begin(dispatch.due.take()));
        assertThat(begun).hasSize(16);

        List<Future<Turn>> turns = begun.stream().map(this::turn).toList();

        await().until(() -> done(turns) == 8);
        OpenAttempt calling = begun.get(indexOfDone(turns));
        arrived(calling);
        await().until(() -> done(turns) == 9);
        // its place is given away already
        dispatch.due.release(calling.shipment());
        await().during(Duration.ofMillis(200)).until(() -> done(turns) == 9);
    }

    private static int indexOfDone(List<Future<Turn>> turns) {
        for (int n = 0; n < turns.size(); n++) {
            if (turns.get(n).isDone()) {
                return n;
            }
        }
        throw new AssertionError("nobody has a place");
    }

    @Test
    void placesGoInTheOrderOfAsking() throws Exception {
        open("acme");
        add("acme", 16);
        List<OpenAttempt> waiting = begin(dispatch.due.take());
        List<Shipment> calling = dispatch.due.take();
        assertThat(calling).hasSize(8);
        List<Future<Turn>> turns = new ArrayList<>();
        for (int n = waiting.size() - 1; n >= 0; n--) {
            turns.add(turn(waiting.get(n)));
            int asking = turns.size();
            await().until(() -> dispatch.due.asking() == asking);
        }

        for (int n = 0; n < 8; n++) {
            dispatch.due.release(calling.get(n));
            turns.get(n).get(20, TimeUnit.SECONDS);
            assertThat(done(turns)).isEqualTo(n + 1L);
        }
    }

    @Test
    void noCompanyHasMoreThanHalfOfThePlacesForItsCallsAndHalfOfTheWorkers() throws Exception {
        open("acme", "beta");
        add("acme", 30);
        List<OpenAttempt> acme = new ArrayList<>(begin(dispatch.due.take()));
        acme.addAll(begin(dispatch.due.take()));
        assertThat(acme).as("half of sixteen workers").hasSize(8);
        assertThat(dispatch.due.take()).isEmpty();

        List<Future<Turn>> turns = acme.stream().map(this::turn).toList();
        await().until(() -> done(turns) == 4);
        await().until(() -> dispatch.due.asking() == 4);
        add("beta", 20);
        dispatch.clock.advance(Duration.ofMillis(200));

        // all of acme's calls hang; beta has its half at once, and none of it goes to acme's waiting
        assertThat(companies(dispatch.due.take())).containsExactly("beta", "beta", "beta", "beta");
        assertThat(done(turns)).isEqualTo(4);
    }

    @Test
    void afterACallThatEndedBadlyNobodyOfItsCompanyGoesBeforeThatIsRecordedAndNobodyIntoItsRest() throws Exception {
        open("acme");
        add("acme", 9);
        List<Shipment> taken = new ArrayList<>(dispatch.due.take());
        OpenAttempt waiting = begin(taken.get(0));
        taken.addAll(dispatch.due.take());
        OpenAttempt bad = dispatch.attempts.begin(taken.get(1));
        OpenAttempt good = dispatch.attempts.begin(taken.get(2));
        Future<Turn> turn = turn(waiting);
        await().until(() -> dispatch.due.asking() == 1);
        EndedAttempt ended =
                new EndedAttempt(bad, new AttemptOutcome.Temporary(BUSY, Optional.of(Duration.ofMinutes(10))));

        dispatch.due.callEnded(ended);
        arrived(good);
        await().during(Duration.ofMillis(200)).until(() -> !turn.isDone());
        dispatch.attempts.end(ended);
        dispatch.due.release(bad.shipment());

        Turn itsTurn = turn.get(20, TimeUnit.SECONDS);
        assertThat(itsTurn.rest())
                .hasValueSatisfying(why ->
                        assertThat(why.dutch()).startsWith("Niet verstuurd").endsWith("te druk"));
        EndedAttempt notTried = dispatch.peppol.send(itsTurn);
        assertThat(notTried.outcome()).isInstanceOf(AttemptOutcome.NotTried.class);
        assertThat(dispatch.eConnect.get("acme").sent).isEmpty();
        dispatch.attempts.end(notTried);
        staysAsItWas(waiting);
    }

    private void staysAsItWas(OpenAttempt open) {
        long id = open.shipment().delivery().id();
        assertThat(dispatch.delivery(id).state()).isEqualTo(DeliveryState.WAITING);
        assertThat(dispatch.delivery(id).dueAt())
                .isEqualTo(open.shipment().delivery().dueAt());
        assertThat(dispatch.delivery(id).failingSince()).as("no failure").isEmpty();
        assertThat(dispatch.attemptsOf(id)).extracting(Attempt::outcome).containsExactly("NOT_TRIED");
        assertThat(dispatch.pauses()).extracting(Pause::channel).containsExactly(Channel.ECONNECT);
    }

    @Test
    void aCallThatEndedBadlyForItselfKeepsNobodyElse() throws Exception {
        open("acme");
        add("acme", 2);
        List<Shipment> taken = dispatch.due.take();
        OpenAttempt waiting = begin(taken.get(0));
        end(dispatch.attempts.begin(taken.get(1)), new AttemptOutcome.Rejected(BUSY));

        assertThat(now(waiting).rest()).isEmpty();
    }

    @Test
    void anotherCompanysTroubleIsItsOwn() throws Exception {
        open("acme", "beta");
        add("acme", 1);
        add("beta", 1);
        List<Shipment> taken = dispatch.due.take();
        Shipment acme = taken.get(companies(taken).indexOf("acme"));
        Shipment beta = taken.get(companies(taken).indexOf("beta"));
        OpenAttempt waiting = begin(beta);
        dispatch.due.callEnded(new EndedAttempt(dispatch.attempts.begin(acme), new AttemptOutcome.Blocked(BUSY)));

        assertThat(now(waiting).rest()).isEmpty();
    }

    @Test
    void whoIsInterruptedWhileItWaitsGoesNot() throws Exception {
        open("acme");
        add("acme", 16);
        OpenAttempt waiting = begin(dispatch.due.take().get(0));
        assertThat(dispatch.due.take()).hasSize(1);
        Future<Turn> turn = turn(waiting);
        await().until(() -> dispatch.due.asking() == 1);

        workers.shutdownNow();

        Turn itsTurn = turn.get(20, TimeUnit.SECONDS);
        assertThat(itsTurn.rest())
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("delivery.not-tried"));
        dispatch.attempts.end(dispatch.peppol.send(itsTurn));
        assertThat(dispatch.delivery(waiting.shipment().delivery().id()).state())
                .isEqualTo(DeliveryState.WAITING);
        assertThat(dispatch.due.asking()).isZero();
    }

    @Test
    void whoWaitsLongAsksOnceMoreWhetherItMayGo() throws Exception {
        open("acme");
        add("acme", 1);
        Shipment shipment = dispatch.due.take().get(0);
        Places impatient = new Places(1, 2, () -> false, Duration.ZERO, Duration.ofMinutes(1));
        impatient.reserve();
        impatient.handOut(List.of(shipment));

        impatient.lend(shipment.delivery().id());

        assertThat(impatient.again(shipment.delivery().id())).isEqualTo(Places.Turn.ASK_FIRST);
    }

    @Test
    void placesThatAreBeingHandedOutAreNobodyElses() throws Exception {
        open("acme");
        add("acme", 2);
        List<Shipment> taken = dispatch.due.take();
        Places one = new Places(1, 2, () -> false, Duration.ofMinutes(1), Duration.ofMinutes(1));
        assertThat(one.reserve()).isEqualTo(new Room(1, 0));
        one.handOut(taken.subList(0, 1));
        long first = taken.get(0).delivery().id();
        one.lend(first);
        assertThat(one.reserve()).isEqualTo(new Room(1, 0));

        Future<Places.Turn> turn = workers.submit(() -> one.again(first));
        await().until(() -> one.asking() == 1);
        one.handOut(taken.subList(1, 2));
        await().during(Duration.ofMillis(100)).until(() -> !turn.isDone());
        one.release(taken.get(1).delivery().id());

        assertThat(turn.get(20, TimeUnit.SECONDS)).isEqualTo(Places.Turn.GO);
    }

    @Test
    void whoWaitsForVeryLongGoesNot() throws Exception {
        open("acme");
        add("acme", 2);
        List<Shipment> taken = dispatch.due.take();
        Places one = new Places(1, 2, () -> false, Duration.ofMinutes(1), Duration.ofMillis(20));
        one.reserve();
        one.handOut(taken.subList(0, 1));
        one.lend(taken.get(0).delivery().id());
        one.reserve();
        one.handOut(taken.subList(1, 2));

        assertThat(one.again(taken.get(0).delivery().id())).isEqualTo(Places.Turn.NONE);
        assertThat(one.asking()).isZero();
    }

    @Test
    void whenTheProgramStopsNobodyGetsAPlaceAnyMore() throws Exception {
        open("acme");
        add("acme", 20);
        List<OpenAttempt> begun = begin(dispatch.due.take());
        List<Shipment> calling = dispatch.due.take();
        Future<Turn> waiting = turn(begun.get(0));
        await().until(() -> dispatch.due.asking() == 1);

        dispatch.due.stop();

        assertThat(waiting.get(20, TimeUnit.SECONDS).rest()).isPresent();
        assertThat(now(begun.get(1)).rest()).isPresent();
        dispatch.due.release(calling.get(0));
        assertThat(dispatch.due.take()).isEmpty();
        assertThat(dispatch.due.turn(dispatch.attempts.begin(calling.get(1))).rest())
                .as("it has its place")
                .isEmpty();
    }

    private List<OpenAttempt> allCalling() throws Exception {
        List<OpenAttempt> calling = begin(dispatch.due.take());
        for (OpenAttempt open : calling) {
            assertThat(now(open).rest()).isEmpty();
        }
        return calling;
    }

    @Test
    void whileAllPlacesWaitForAnswersTheNextAreMadeReady() throws Exception {
        open("acme");
        add("acme", 30);
        List<OpenAttempt> calling = allCalling();

        List<Shipment> ahead = dispatch.due.take();
        assertThat(ahead).as("half as many as there are places").hasSize(4);
        assertThat(dispatch.due.take()).isEmpty();
        List<Future<Turn>> turns = begin(ahead).stream().map(this::turn).toList();
        await().until(() -> dispatch.due.asking() == 4);
        assertThat(dispatch.due.take()).as("enough are ready").isEmpty();

        arrived(calling.get(0));

        await().until(() -> done(turns) == 1);
        assertThat(dispatch.due.take())
                .as("in the place of the one that is ready no more")
                .hasSize(1);
        assertThat(dispatch.due.inHand()).hasSize(13);
    }

    @Test
    void whatIsMadeReadyLeavesItsPlaceWhenItIsNotSent() throws Exception {
        open("acme");
        add("acme", 30);
        List<OpenAttempt> calling = allCalling();
        List<Shipment> ahead = dispatch.due.take();

        ahead.forEach(dispatch.due::release);
        arrived(calling.get(0));

        assertThat(dispatch.due.take()).hasSize(1);
    }

    @Test
    void nothingIsMadeReadyBeforeAMailWhoseTurnItIs() throws Exception {
        open("acme");
        add("acme", 30);
        List<OpenAttempt> calling = allCalling();
        dispatch.add("acme", "mail", SendingMethod.EMAIL);
        dispatch.clock.advance(Duration.ofMillis(200));

        assertThat(dispatch.due.take()).isEmpty();
        arrived(calling.get(0));

        assertThat(dispatch.due.take()).singleElement().satisfies(taken -> assertThat(taken.getStep())
                .isEqualTo("email"));
    }
}
