package io.github.komaseconnect.runtime;

import io.github.komaseconnect.cluster.LeaseGate;
import io.github.komaseconnect.cluster.LeaseKeeper;
import io.github.komaseconnect.cluster.Ownership;
import io.github.komaseconnect.cluster.Pace;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.CompanyGate;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Membership;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This runtime among others on the same ledger: its share of the companies, and the schedules that they have in common. */
final class ClusterNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterNode.class);
    private static final Duration TIDY_AT_LEAST = Duration.ofSeconds(1);

    private final LeaseKeeper keeper;
    private final SharedSchedules schedules;
    private final Companies companies;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "leases");
        thread.setDaemon(true);
        return thread;
    });

    /** Empty where one runtime has the ledger for itself. */
    static Optional<ClusterNode> of(Ledger ledger, String url, Companies companies, Clock clock) {
        return ledger.reading(books -> books.leases().membership())
                .map(me -> new ClusterNode(ledger, me, url, companies, clock));
    }

    private ClusterNode(Ledger ledger, Membership me, String url, Companies companies, Clock clock) {
        this.companies = companies;
        this.keeper = new LeaseKeeper(
                ledger,
                me,
                () -> companies.configured().stream().map(Company::key).toList(),
                System::nanoTime,
                clock);
        this.schedules = new SharedSchedules(url, me.node(), Pace.of(me.lease()).look());
    }

    /** Has the schedules of {@code context} be those of all runtimes; before it starts. */
    void joinTo(CamelContext context) {
        schedules.joinTo(context);
    }

    /** Takes what is free now, and keeps its share from now on. */
    void start() {
        keeper.goRound();
        long look = keeper.every().toMillis();
        rounds.scheduleWithFixedDelay(() -> guarded(keeper::goRound), look, look, TimeUnit.MILLISECONDS);
        long tidy = Math.max(TIDY_AT_LEAST.toMillis(), look * 12);
        rounds.scheduleWithFixedDelay(
                () -> guarded(() -> schedules.removeOf(this::isNobodys)), tidy, tidy, TimeUnit.MILLISECONDS);
    }

    private boolean isNobodys(String company) {
        return companies.findConfigured(company).isEmpty() && !keeper.owns(company) && keeper.answersFor(company);
    }

    /** A round that fails must not be the last one. */
    private static void guarded(Runnable round) {
        try {
            round.run();
        } catch (RuntimeException e) {
            LOG.error("Unexpected failure while looking after the leases", e);
        }
    }

    /** By which a company is in hand only where its lease is. */
    List<CompanyGate> gates() {
        return List.of(new LeaseGate(keeper));
    }

    Ownership ownership() {
        return keeper;
    }

    /** Gives the companies back; after everything that works for them has stopped, and has told the gates so. */
    @Override
    public void close() {
        rounds.shutdownNow();
        keeper.giveBackAll();
        schedules.close();
    }
}
