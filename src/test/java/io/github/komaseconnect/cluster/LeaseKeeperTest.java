package io.github.komaseconnect.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Lease;
import io.github.komaseconnect.ledger.LeaseLostException;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Membership;
import io.github.komaseconnect.ledger.NewInvoice;
import io.github.komaseconnect.ledger.Node;
import io.github.komaseconnect.ledger.Place;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;

/** Two nodes on a real PostgreSQL: each company is one node's at a time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeaseKeeperTest {
    private static final Duration LEASE = Duration.ofMillis(2000);
    private static final Duration STEP = Duration.ofMillis(1600);
    private static final Duration LONG_LEASE = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> FIVE = List.of("anna", "bert", "cees", "dirk", "emma");

    private SharedDatabase database;
    private String url;
    private final List<TestNode> nodes = new ArrayList<>();

    @BeforeAll
    void start() throws IOException {
        database = new SharedDatabase();
    }

    @AfterAll
    void stop() throws IOException {
        database.close();
    }

    @BeforeEach
    void create(TestInfo test) throws SQLException {
        url = database.create(test.getTestMethod().orElseThrow().getName().toLowerCase());
    }

    @AfterEach
    void closeNodes() {
        nodes.forEach(node -> node.ledger.close());
        nodes.clear();
    }

    /** One node, whose rounds the test makes. */
    private final class TestNode {
        final String id;
        final Ledger ledger;
        final LeaseKeeper keeper;

        TestNode(String id, String home, Supplier<? extends Collection<String>> configured) {
            this(id, home, configured, LEASE);
        }

        TestNode(String id, String home, Supplier<? extends Collection<String>> configured, Duration lease) {
            this.id = id;
            this.ledger = SharedDatabase.open(url, id, home, lease, STEP);
            this.keeper = new LeaseKeeper(
                    ledger,
                    new Membership(id, "machine", home, lease, STEP),
                    configured,
                    System::nanoTime,
                    Clock.systemUTC());
            nodes.add(this);
        }

        Set<String> owned() {
            Set<String> owned = new HashSet<>();
            Stream.concat(FIVE.stream(), Stream.of("")).filter(keeper::owns).forEach(owned::add);
            return owned;
        }

        long addInvoice(String company) {
            return ledger.inTransaction(books -> books.invoices()
                    .add(new NewInvoice(
                            company,
                            Direction.SALES,
                            Optional.empty(),
                            "",
                            "sha",
                            "",
                            "a.xml",
                            "a" + System.nanoTime(),
                            true,
                            false,
                            Place.OUTBOX,
                            "a",
                            "folder",
                            InvoiceState.ACCEPTED,
                            false)));
        }
    }

    private TestNode node(String id) {
        return new TestNode(id, "/home/" + id, () -> FIVE);
    }

    private static void awaitRounds(Supplier<Boolean> reached, TestNode... going) {
        await().pollInterval(Pace.of(LEASE).look()).atMost(PATIENCE).until(() -> {
            Stream.of(going).forEach(node -> node.keeper.goRound());
            return reached.get();
        });
    }

    @Test
    void aloneItHasEverythingAndKeepsItLongerThanALease() {
        TestNode a = node("a");
        a.keeper.goRound();
        assertThat(a.owned()).hasSize(6);
        Instant begin = Instant.now();
        awaitRounds(
                () -> {
                    assertThat(a.owned()).hasSize(6);
                    return Instant.now().isAfter(begin.plus(LEASE.multipliedBy(2)));
                },
                a);
        List<Lease> leases = a.ledger.inTransaction(books -> books.leases().inForce());
        assertThat(leases).hasSize(6).allSatisfy(lease -> assertThat(lease.epoch())
                .isEqualTo(1));
    }

    @Test
    void aSecondNodeGetsItsShareOneByOneAndNothingIsEverBoths() {
        TestNode a = node("a");
        a.keeper.goRound();
        TestNode b = node("b");
        awaitRounds(
                () -> {
                    Set<String> both = a.owned();
                    both.retainAll(b.owned());
                    assertThat(both).isEmpty();
                    return b.owned().size() == 2;
                },
                a,
                b);
        assertThat(a.owned()).hasSize(4).contains("");
    }

    @Test
    void whatIsInHandIsGivenBackOnlyAfterItHasGone() {
        TestNode a = node("a");
        a.keeper.goRound();
        FIVE.forEach(company -> assertThat(a.keeper.enter(company)).isTrue());
        TestNode b = node("b");
        awaitRounds(() -> a.owned().size() == 5, a, b);
        String leaving = FIVE.stream()
                .filter(company -> !a.keeper.owns(company))
                .findFirst()
                .orElseThrow();
        Instant begin = Instant.now();
        awaitRounds(
                () -> {
                    assertThat(b.owned()).isEmpty();
                    return Instant.now().isAfter(begin.plus(LEASE.dividedBy(2)));
                },
                a,
                b);
        assertThat(a.keeper.enter(leaving)).isFalse();

        a.keeper.gone(leaving, true);

        awaitRounds(() -> b.owned().equals(Set.of(leaving)), a, b);
    }

    @Test
    void whatIsStillGoingOnIsNeitherRenewedNorGivenBackButRunsOut() {
        TestNode a = node("a");
        a.keeper.goRound();
        a.keeper.enter("anna");
        Instant until = lease(a, "anna").until();
        a.keeper.gone("anna", false);
        assertThat(a.keeper.owns("anna")).isFalse();
        awaitRounds(() -> a.keeper.owns("anna"), a);
        assertThat(lease(a, "anna").epoch()).isEqualTo(2);
        assertThat(Instant.now()).isAfterOrEqualTo(until.minusMillis(50));
    }

    private static Lease lease(TestNode node, String company) {
        return node.ledger.inTransaction(books -> books.leases().inForce()).stream()
                .filter(lease -> lease.company().equals(company))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNodeThatFallsSilentLosesItsCompaniesWhenItsLeasesEndAndKnowsItBefore() {
        TestNode a = node("a");
        a.keeper.goRound();
        TestNode b = node("b");
        b.keeper.goRound();
        assertThat(b.owned()).isEmpty();

        awaitRounds(
                () -> {
                    if (!b.owned().isEmpty()) {
                        assertThat(a.owned()).isEmpty();
                    }
                    return b.owned().size() == 6;
                },
                b);

        assertThat(a.owned()).isEmpty();
        assertThat(lease(b, "anna").epoch()).isEqualTo(2);
    }

    @Test
    void whoLostACompanyWithoutKnowingCanRecordNothingForIt() {
        TestNode a = node("a");
        a.keeper.goRound();
        long id = a.addInvoice("anna");
        TestNode b = node("b");
        awaitRounds(() -> b.owned().size() == 6, b);

        assertThatThrownBy(() -> a.addInvoice("anna")).isInstanceOf(LeaseLostException.class);
        assertThatThrownBy(() -> a.ledger.record(books -> books.invoices().placed(id)))
                .isInstanceOf(LeaseLostException.class);
        assertThatThrownBy(() ->
                        a.ledger.record(books -> books.receipts().watermark("anna", Instant.EPOCH, Instant.EPOCH)))
                .isInstanceOf(LeaseLostException.class);
        assertThatThrownBy(() -> a.addInvoice("nobodys")).isInstanceOf(LeaseLostException.class);
        b.ledger.record(books -> books.invoices().placed(id));
        assertThat(b.addInvoice("anna")).isGreaterThan(id);
    }

    @Test
    void whatIsBegunLateInALeaseProlongsIt() {
        TestNode a = node("a");
        a.keeper.goRound();
        Lease before = lease(a, "anna");
        await().atMost(PATIENCE)
                .until(() -> Instant.now().isAfter(before.until().minus(STEP).plusMillis(50)));
        a.addInvoice("anna");
        assertThat(lease(a, "anna").until())
                .isAfterOrEqualTo(Instant.now().plus(STEP).minusMillis(50));
        assertThat(lease(a, "bert").until()).isBefore(lease(a, "anna").until().minusMillis(200));
    }

    @Test
    void atACleanStopTheOtherNodeHasEverythingAtOnce() {
        TestNode a = node("a");
        a.keeper.goRound();
        TestNode b = node("b");
        b.keeper.goRound();
        a.keeper.giveBackAll();
        assertThat(a.owned()).isEmpty();
        b.keeper.goRound();
        assertThat(b.owned()).hasSize(6);
        List<Node> left = b.ledger.inTransaction(books -> books.leases().nodes());
        assertThat(left).extracting(Node::id).containsExactly("b");
    }

    @Test
    void theNextRunInTheSameHomeNeedNotWaitForTheLeaseOfTheOneThatDied() {
        new TestNode("a", "/home", () -> FIVE, LONG_LEASE).keeper.goRound();
        Instant died = Instant.now();
        TestNode again = new TestNode("a2", "/home", () -> FIVE, LONG_LEASE);
        awaitRounds(() -> again.owned().size() == 6, again);
        assertThat(Duration.between(died, Instant.now())).isLessThan(LONG_LEASE);
    }

    @Test
    void aCompanyThatOnlyOneNodeKnowsIsThatOnesAndOneThatNobodyKnowsIsAnsweredForOnce() {
        TestNode a = new TestNode("a", "/home/a", () -> List.of("anna", "bert"));
        TestNode b = new TestNode("b", "/home/b", () -> FIVE);
        awaitRounds(() -> a.owned().contains("") && a.owned().size() + b.owned().size() == 6, a, b);
        assertThat(b.owned()).contains("cees", "dirk", "emma");
        a.keeper.goRound();
        b.keeper.goRound();
        assertThat(a.keeper.answersFor("unknown")).isTrue();
        assertThat(b.keeper.answersFor("unknown")).isFalse();
        assertThat(a.keeper.answersFor("cees")).isFalse();
        assertThat(b.keeper.answersFor("cees")).isTrue();
    }
}
