package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.cluster.SharedDatabase;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.CronTrigger;
import org.quartz.Scheduler;
import org.quartz.TriggerKey;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.matchers.GroupMatcher;

/** Two Camel contexts with the schedules in one PostgreSQL. */
class SharedSchedulesTest {
    private static final Duration CHECK_IN = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String EVERY_SECOND = "* * * * * ?";
    private static final String NEVER = "0 0 3 1 1 ?";

    private SharedDatabase database;
    private String url;
    private final Queue<Firing> fired = new ConcurrentLinkedQueue<>();
    private final List<Context> contexts = new ArrayList<>();

    private record Firing(String node, long moment) {}

    @BeforeEach
    void start() throws Exception {
        database = new SharedDatabase();
        url = database.create("schedules");
        LedgerDatabase.open(url, Path.of("not-used"), Clock.systemUTC(), "test").close();
    }

    @AfterEach
    void stop() throws Exception {
        contexts.forEach(Context::stop);
        database.close();
    }

    /** A context as each runtime has one: with the same name. */
    private final class Context {
        final DefaultCamelContext camel = new DefaultCamelContext();
        final SharedSchedules schedules;

        Context(String node, String company, String cron) throws Exception {
            contexts.add(this);
            schedules = new SharedSchedules(url, node, CHECK_IN);
            camel.getCamelContextExtension().setName("komas-econnect");
            camel.disableJMX();
            schedules.joinTo(camel);
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("quartz:refresh/" + company + "?trigger.timeZone=Europe/Amsterdam&cron="
                                    + cron.replace(' ', '+'))
                            .process(exchange -> fired.add(new Firing(
                                    node,
                                    exchange.getMessage()
                                            .getHeader("scheduledFireTime", java.util.Date.class)
                                            .getTime())));
                }
            });
            camel.start();
            // in one JVM Quartz would give the second context the first one's scheduler
            SchedulerRepository.getInstance().remove(SharedSchedules.NAME);
        }

        Scheduler scheduler() {
            return camel.getComponent("quartz", QuartzComponent.class).getScheduler();
        }

        void stop() {
            camel.stop();
            schedules.close();
        }
    }

    @Test
    void eachMomentFiresInOneOfThemAndTheOtherGoesOnAlone() throws Exception {
        Context one = new Context("one", "acme", EVERY_SECOND);
        new Context("two", "acme", EVERY_SECOND);
        await().atMost(PATIENCE).until(() -> fired.size() >= 4);
        assertThat(one.scheduler().getMetaData().isJobStoreClustered()).isTrue();

        one.stop();
        contexts.remove(one);
        int before = fired.size();

        await().atMost(PATIENCE).until(() -> fired.size() >= before + 2);
        assertThat(fired).extracting(Firing::moment).doesNotHaveDuplicates();
        assertThat(List.copyOf(fired).subList(before + 1, before + 2))
                .allMatch(firing -> firing.node().equals("two"));
    }

    @Test
    void aChangedScheduleTakesThePlaceOfTheOldOneAndThoseOfRemovedCompaniesGo() throws Exception {
        Context one = new Context("one", "acme", NEVER);
        one.stop();
        contexts.remove(one);
        Context two = new Context("two", "acme", "0 0 4 1 1 ?");
        Context three = new Context("three", "beta", NEVER);
        CronTrigger trigger = (CronTrigger) two.scheduler().getTrigger(new TriggerKey("acme", "refresh"));
        assertThat(trigger.getCronExpression()).isEqualTo("0 0 4 1 1 ?");
        assertThat(trigger.getTimeZone().getID()).isEqualTo("Europe/Amsterdam");

        three.schedules.removeOf("acme"::equals);

        assertThat(two.scheduler().getTriggerKeys(GroupMatcher.anyTriggerGroup()))
                .containsExactly(new TriggerKey("beta", "refresh"));
    }
}
