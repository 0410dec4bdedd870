package io.github.komaseconnect.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.TestCompany;
import io.github.komaseconnect.runtime.CameInHand;
import io.github.komaseconnect.runtime.CompanyRoutes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.spi.Registry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.quartz.CronTrigger;
import org.quartz.Scheduler;
import org.quartz.TriggerKey;

/** The story of the receiving routes as their YAML tells it. */
class ReceiveRoutesTest extends CamelTestSupport {
    private static final Path ROUTES = Path.of("routes").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Told told = new Told();

    /** Stands for every bean that the routes call, and remembers what they asked of it. */
    public static final class Told {
        private final ConcurrentLinkedQueue<String> steps = new ConcurrentLinkedQueue<>();
        private volatile String fails = "";

        /** A document with its state. */
        public record Work(String state) {
            /** By which it came. */
            public String gateway() {
                return "PLATFORM";
            }
        }

        private <T> T told(String step, T answer) {
            steps.add(step);
            if (step.equals(fails)) {
                throw new IllegalStateException(step);
            }
            return answer;
        }

        public Work fetch(Work work) {
            return told("fetch", new Work("FETCHED"));
        }

        public Work addPdf(Work work) {
            return told("addPdf", new Work("READY"));
        }

        public Work stage(Work work) {
            return told("stage", new Work("STAGED"));
        }

        public Work putIn(Work work) {
            return told("putIn", new Work("IMPORTED"));
        }

        public Work follow(Work work) {
            return told("follow", new Work("RECEIVED"));
        }

        public Work tellEConnect(Work work) {
            return told("tellEConnect", new Work("RECEIVED"));
        }

        public List<Work> take() {
            return List.of();
        }

        public void release(Object work, Object after) {
            steps.add("release");
        }

        public void failedUnexpectedly(Object work, Exception failure) {
            steps.add("put off");
        }

        public List<String> want(String company) {
            return List.of(company);
        }

        public void list(String company) {
            steps.add("list " + company);
        }

        public List<String> overdue() {
            return List.of();
        }

        public List<String> leftBehind(String company) {
            return List.of();
        }

        public void goRound() {}

        public void look() {}

        public void wake(String company) {}

        public void keep() {}

        public String beginRefresh(String order) {
            return told("begin", order);
        }

        public boolean isRefreshing(String order) {
            return true;
        }

        public String goOnRefreshing(String order) {
            return told("go on", order);
        }

        public void endRefresh(String order) {
            steps.add("end " + order);
        }

        public void failed(Object order, Exception failure) {
            steps.add("failed " + order);
        }

        public void tell(String route, Exception failure) {
            steps.add("tell " + route);
        }
    }

    @Override
    protected void bindToRegistry(Registry registry) {
        for (String name : List.of(
                "purchaseInbox",
                "purchaseSteps",
                "importFolder",
                "receiving",
                "dueReceipts",
                "orderDesk",
                "salesBacklog",
                "safeAtLast",
                "companyWatch",
                "companyLife",
                "companySchedules",
                "custodyRounds",
                "hookDesk",
                "unexpected")) {
            registry.bind(name, told);
        }
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        Map.of(
                        "komas.receive.poll",
                        "3600000",
                        "komas.companies.poll",
                        "3600000",
                        "komas.receive.parallel",
                        "1",
                        "komas.housekeeping.poll",
                        "3600000")
                .forEach(context.getPropertiesComponent()::addInitialProperty);
        return context;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() throws Exception {
                // what picks up sales invoices is in another file
                from("direct:accept-sales-invoices").id("sales").log("accepted");
                from("direct:look-up-relations").id("look-ups").log("looked up");
                for (String file : List.of(
                        "0-when-something-fails",
                        "0-companies-come-and-go",
                        "1-refresh-purchase-invoices",
                        "2-receive-purchase-invoice")) {
                    PluginHelper.getRoutesLoader(getContext())
                            .loadRoutes(ResourceHelper.resolveMandatoryResource(
                                    getContext(),
                                    ROUTES.resolve(file + ".camel.yaml").toUri().toString()));
                }
            }
        };
    }

    private void schedule(String company, String cron) throws Exception {
        context.addRouteFromTemplate(
                "refresh-" + company, "refresh-purchase-invoices", Map.of("company", company, "schedule", cron));
    }

    private List<String> stepsOf(String state) {
        template.sendBody("seda:receive", new Told.Work(state));
        await().atMost(PATIENCE).until(() -> told.steps.contains("release"));
        return List.copyOf(told.steps);
    }

    @Test
    void theListOfACompanyIsReadWhenItComesInHand() {
        template.sendBody("direct:company-came-in-hand", new CameInHand("beta", List.of()));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told.steps).contains("list beta"));
    }

    @Test
    void theCronOfACompanyFires() throws Exception {
        schedule("gamma", "* * * * * ?");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told.steps).contains("list gamma"));
    }

    @Test
    void schedulesComeChangeAndGoWithTheCompanies() throws Exception {
        CompanyRoutes routes = new CompanyRoutes(context);
        Company gamma = TestCompany.of("gamma", Path.of("gamma"));
        Scheduler quartz = context.getComponent("quartz", QuartzComponent.class).getScheduler();
        TriggerKey key = TriggerKey.triggerKey("gamma", "refresh");

        routes.keepSchedules(List.of(gamma));
        assertThat(((CronTrigger) quartz.getTrigger(key)).getCronExpression()).isEqualTo(gamma.refresh());

        routes.keepSchedules(List.of(withSchedule(gamma, "* * * * * ?")));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told.steps).contains("list gamma"));

        routes.keepSchedules(List.of());
        assertThat(quartz.getTrigger(key)).isNull();
        assertThat(context.getRoute("refresh-gamma")).isNull();

        routes.keepSchedules(List.of(gamma));
        assertThat(((CronTrigger) quartz.getTrigger(key)).getCronExpression()).isEqualTo(gamma.refresh());
    }

    private static Company withSchedule(Company company, String cron) {
        return TestCompany.of(
                company.key(),
                company.name(),
                company.companyId(),
                company.cocNumber(),
                company.vatNumber(),
                company.folders(),
                company.relations(),
                cron,
                company.receiveSince(),
                company.receivedStatus(),
                company.defaultMethod(),
                company.emailFrom(),
                company.pdf(),
                company.alertEmails());
    }

    @Test
    void theHoursOfTheCronAreThoseOfTheNetherlands() throws Exception {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        try {
            schedule("gamma", "0 0 6 * * ?");
            CronTrigger trigger = (CronTrigger) context.getComponent("quartz", QuartzComponent.class)
                    .getScheduler()
                    .getTrigger(TriggerKey.triggerKey("gamma", "refresh"));

            assertThat(trigger.getCronExpression()).isEqualTo("0 0 6 * * ?");
            assertThat(trigger.getTimeZone().getID()).isEqualTo("Europe/Amsterdam");
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void aNewDocumentPassesEveryStepInTurn() {
        assertThat(stepsOf("LISTED")).containsExactly("fetch", "addPdf", "stage", "putIn", "tellEConnect", "release");
    }

    @Test
    void oneThatWaitedGoesOnWhereItWas() {
        assertThat(stepsOf("STAGED")).containsExactly("putIn", "tellEConnect", "release");
    }

    @Test
    void oneThatFailsIsPutOffAndGivenBack() {
        told.fails = "stage";

        assertThat(stepsOf("LISTED")).containsExactly("fetch", "addPdf", "stage", "put off", "release");
    }

    @Test
    void anOrderedRefreshDoesNotHoldUpAStop() {
        template.sendBody("seda:refresh-ordered", "order-1");
        await().atMost(PATIENCE).until(() -> told.steps.contains("go on"));

        long began = System.nanoTime();
        context.stop();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        assertThat(told.steps).contains("end order-1");
    }

    @Test
    void anOrderedRefreshThatBreaksIsAnswered() {
        told.fails = "begin";
        template.sendBody("seda:refresh-ordered", "order-1");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told.steps).contains("failed order-1"));
        assertThat(told.steps).noneMatch(step -> step.startsWith("tell"));
    }
}
