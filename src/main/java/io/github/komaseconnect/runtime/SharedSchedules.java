package io.github.komaseconnect.runtime;

import io.github.komaseconnect.ledger.sql.ScheduleConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.component.quartz.QuartzComponent;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.impl.matchers.GroupMatcher;
import org.quartz.simpl.SimpleThreadPool;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The schedules of several runtimes on one PostgreSQL: Quartz's own clustered job store, so that each moment of the
 * schedule fires in one of them.
 */
final class SharedSchedules implements AutoCloseable {
    /** The group of the triggers in {@code 1-refresh-purchase-invoices.camel.yaml}, each named for its company. */
    static final String GROUP = "refresh";
    /** All runtimes on one ledger share the schedules under this name. */
    static final String NAME = "komas-econnect";

    private static final Logger LOG = LoggerFactory.getLogger(SharedSchedules.class);
    private static final Duration CHECK_IN_AT_MOST = Duration.ofMillis(7500);

    private final ScheduleConnections connections;
    private final String node;
    private final QuartzComponent component = new QuartzComponent();

    /** @param checkIn how often this runtime shows Quartz that it is there */
    SharedSchedules(String url, String node, Duration checkIn) {
        this.connections = new ScheduleConnections(url);
        this.node = node;
        DBConnectionManager.getInstance().addConnectionProvider(node, provider());
        component.setPrefixInstanceName(false);
        component.setProperties(properties(checkIn.compareTo(CHECK_IN_AT_MOST) < 0 ? checkIn : CHECK_IN_AT_MOST));
    }

    private ConnectionProvider provider() {
        return new ConnectionProvider() {
            @Override
            public Connection getConnection() throws SQLException {
                return connections.open();
            }

            @Override
            public void shutdown() {
                connections.close();
            }

            @Override
            public void initialize() {
                // connects when the first connection is wanted
            }
        };
    }

    private Map<String, Object> properties(Duration checkIn) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("org.quartz.scheduler.instanceName", NAME);
        properties.put("org.quartz.scheduler.instanceId", node);
        properties.put("org.quartz.threadPool.class", SimpleThreadPool.class.getName());
        properties.put("org.quartz.threadPool.threadCount", "2");
        properties.put("org.quartz.jobStore.class", JobStoreTX.class.getName());
        properties.put("org.quartz.jobStore.driverDelegateClass", PostgreSQLDelegate.class.getName());
        properties.put("org.quartz.jobStore.tablePrefix", "QRTZ_");
        properties.put("org.quartz.jobStore.dataSource", node);
        properties.put("org.quartz.jobStore.isClustered", "true");
        properties.put("org.quartz.jobStore.clusterCheckinInterval", Long.toString(checkIn.toMillis()));
        return properties;
    }

    /** Makes the {@code quartz:} endpoints of these routes use the shared schedules; before the context starts. */
    void joinTo(CamelContext context) {
        context.addComponent("quartz", component);
    }

    /**
     * Removes the schedules of companies that nobody has any more: in a cluster Camel leaves them, for the others.
     *
     * @param gone whether nobody has this company
     */
    void removeOf(Predicate<String> gone) {
        Optional<Scheduler> scheduler = Optional.ofNullable(component.getScheduler());
        if (scheduler.isEmpty()) {
            return;
        }
        try {
            for (TriggerKey trigger : scheduler.get().getTriggerKeys(GroupMatcher.triggerGroupEquals(GROUP))) {
                if (gone.test(trigger.getName())) {
                    scheduler.get().unscheduleJob(trigger);
                    LOG.info("{}: schema verwijderd / schedule removed", trigger.getName());
                }
            }
        } catch (SchedulerException e) {
            LOG.warn("The schedules cannot be looked after now: {}", e.getMessage());
        }
    }

    /** After the routes have stopped. */
    @Override
    public void close() {
        connections.close();
    }
}
