package io.github.komaseconnect.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.runtime.CameInHand;
import io.github.komaseconnect.sales.Claim;
import io.github.komaseconnect.sales.ReadyFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.Registry;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The story of picking up, looking up and carrying out orders as their YAML tells it, and what a failing step leads to. */
class PickUpRoutesTest extends CamelTestSupport {
    private static final Path ROUTES = Path.of("routes").toAbsolutePath();

    private final Told told = new Told();
    private final ExecutorService lookUps = Executors.newFixedThreadPool(2);

    /** Stands for every bean that the routes call, and remembers in which order they did. */
    public static final class Told {
        private final List<String> steps = new CopyOnWriteArrayList<>();
        private String failsAt = "";
        private final AtomicInteger failures = new AtomicInteger(Integer.MAX_VALUE);
        private Optional<Exception> failure = Optional.empty();
        private int lookUp = Integer.MAX_VALUE;
        private List<String> left = List.of();

        /** What registering gives. */
        public record Registered(boolean toLookUp) {}

        /** What the look-up gives. */
        public record Looked() {}

        /** An order. */
        public record Order(String kind) {}

        void failAt(String step, Exception thrown) {
            failsAt = step;
            failure = Optional.of(thrown);
        }

        void failFirst(String step, Exception thrown) {
            failAt(step, thrown);
            failures.set(1);
        }

        private void step(String name) throws Exception {
            steps.add(name);
            if (failsAt.equals(name) && failure.isPresent() && failures.getAndDecrement() > 0) {
                throw failure.get();
            }
        }

        public List<String> take(ReadyFiles ready) throws Exception {
            step("take " + ready.company());
            return ready.files().stream().map(File::getName).toList();
        }

        public List<Registered> accept(List<Object> claims) throws Exception {
            step("accept " + claims);
            return claims.stream()
                    .limit(lookUp)
                    .map(claim -> new Registered(true))
                    .toList();
        }

        public Looked lookUp(Object registration) throws Exception {
            step("look up");
            return new Looked();
        }

        public void planOrHold(List<?> looked) {
            steps.add("plan " + looked.size());
        }

        public List<String> retry(Object order) throws Exception {
            step("retry");
            return List.of("claim");
        }

        public List<Registered> resolve(Object order) throws Exception {
            step("resolve");
            return List.of(new Registered(true));
        }

        public void reroute(Object order) throws Exception {
            step("reroute");
        }

        public void carryOut(Object order) throws Exception {
            step("carry out");
        }

        public void failed(Order order, Exception thrown) {
            steps.add("failed " + order.kind() + " " + thrown.getMessage());
        }

        public void tell(String route, Exception thrown) {
            steps.add("tell " + route);
        }

        // what the other routes of these files call; nothing is ever due

        public List<Object> due() {
            return List.of();
        }

        public Object message(Object letter) {
            return letter;
        }

        public void sent(Object letter) {}

        public void goRound() {}

        public void lookBack() {}

        public List<Object> take() {
            return List.of();
        }

        public List<Object> stale() {
            return List.of();
        }

        public List<String> leftBehind(String company) {
            return left;
        }

        public List<Object> interrupted() {
            return List.of();
        }

        public void keep() {}

        public void look() {}

        public void wake(String company) {}
    }

    @Override
    protected void bindToRegistry(Registry registry) {
        for (String name : List.of(
                "intake",
                "interruptedClaims",
                "relationDesk",
                "deliveryPlan",
                "salesBacklog",
                "companyWatch",
                "companyLife",
                "companySchedules",
                "custodyRounds",
                "hookDesk",
                "exportLooks",
                "orderDesk",
                "alarmMails",
                "housekeeping",
                "watches",
                "unexpected")) {
            registry.bind(name, told);
        }
        registry.bind("lookUps", lookUps);
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.getPropertiesComponent().addInitialProperty("komas.alarm.poll", "3600000");
        context.getPropertiesComponent().addInitialProperty("komas.housekeeping.poll", "3600000");
        context.getPropertiesComponent().addInitialProperty("komas.watch.poll", "3600000");
        context.getPropertiesComponent().addInitialProperty("komas.companies.poll", "3600000");
        context.getPropertiesComponent().addInitialProperty("komas.pickup.interval", "3600000");
        return context;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() throws Exception {
                getContext().getRegistry().bind("companyMailSender", new RefusingMailSender());
                for (String file : List.of(
                        "0-companies-come-and-go",
                        "0-when-something-fails",
                        "3-pick-up-sales-invoices",
                        "4-look-up-relation",
                        "9-orders-and-alarms")) {
                    Resource resource = ResourceHelper.resolveResource(
                            getContext(),
                            ROUTES.resolve(file + ".camel.yaml").toUri().toString());
                    PluginHelper.getRoutesLoader(getContext()).loadRoutes(resource);
                }
            }
        };
    }

    @BeforeEach
    void forget() {
        told.steps.clear();
    }

    @AfterEach
    void end() {
        lookUps.shutdown();
    }

    private void accept() {
        template.send("direct:accept-sales-invoices", exchange -> exchange.getMessage()
                .setBody(List.of("claim")));
    }

    private void order(String kind) {
        template.send(
                "direct:carry-out-order", exchange -> exchange.getMessage().setBody(new Told.Order(kind)));
    }

    @Test
    void filesThatAreCompleteAreTakenAndAcceptedTogether() {
        told.lookUp = 0;
        template.sendBody(
                "direct:pick-up-sales-invoices", new ReadyFiles("acme", List.of(new File("a.xml"), new File("b.xml"))));

        assertThat(told.steps).containsExactly("take acme", "accept [a.xml, b.xml]");
    }

    @Test
    void whatWasLeftUnfinishedIsAcceptedWhenACompanyComesInHand() {
        told.lookUp = 0;
        Claim claim = new Claim("acme", "a.xml", "stem", Optional.empty(), Optional.empty());

        template.sendBody("direct:company-came-in-hand", new CameInHand("acme", List.of(claim)));

        assertThat(told.steps).containsExactly("accept " + List.of(claim));
    }

    @Test
    void whatWasRegisteredAndNotLookedUpIsLookedUpWhenACompanyComesInHand() {
        told.left = List.of("registered");

        template.sendBody("direct:company-came-in-hand", new CameInHand("acme", List.of()));

        assertThat(told.steps).containsExactly("accept []", "look up", "plan 1");
    }

    @Test
    void aClaimIsAcceptedLookedUpAndPlanned() {
        accept();

        assertThat(told.steps).containsExactly("accept [claim]", "look up", "plan 1");
    }

    @Test
    void eachThatWasRegisteredIsLookedUp() {
        template.sendBody("direct:accept-sales-invoices", List.of("a", "b", "c"));

        assertThat(told.steps).filteredOn("look up"::equals).hasSize(3);
        assertThat(told.steps).endsWith("plan 3");
    }

    @Test
    void whatHasNothingToLookUpEndsThere() {
        told.lookUp = 0;
        accept();

        assertThat(told.steps).containsExactly("accept [claim]");
    }

    @Test
    void aFailureIsToldAndNothingFollows() {
        told.failAt("accept [claim]", new IllegalStateException("fout"));
        accept();

        assertThat(told.steps).containsExactly("accept [claim]", "tell accept-sales-invoices");
    }

    @Test
    void aLookUpThatFailsIsToldAndLeftToTheBacklog() {
        told.failAt("look up", new IllegalStateException("fout"));
        accept();

        assertThat(told.steps)
                .startsWith("accept [claim]", "look up")
                .contains("tell look-up-relation")
                .endsWith("plan 0");
    }

    @Test
    void oneThatCannotBeLookedUpKeepsNoOtherWaiting() {
        told.failFirst("look up", new IOException("kapot"));
        template.sendBody("direct:accept-sales-invoices", List.of("a", "b", "c"));

        assertThat(told.steps).contains("tell look-up-relation").endsWith("plan 2");
    }

    @Test
    void ordersLeadToTheirSteps() {
        order("RETRY");
        order("RESOLVE");
        order("REROUTE");
        order("CANCEL");

        assertThat(told.steps)
                .containsExactly(
                        "retry",
                        "accept [claim]",
                        "look up",
                        "plan 1",
                        "resolve",
                        "look up",
                        "plan 1",
                        "reroute",
                        "carry out");
    }

    @Test
    void anOrderThatFailsIsFinishedAsFailed() {
        told.failAt("carry out", new IllegalStateException("kapot"));
        order("PAUSE");
        told.failAt("retry", new IOException("map weg"));
        order("RETRY");

        assertThat(told.steps).containsExactly("carry out", "failed PAUSE kapot", "retry", "failed RETRY map weg");
    }
}
