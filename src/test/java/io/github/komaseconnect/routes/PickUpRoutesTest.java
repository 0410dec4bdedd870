package io.github.komaseconnect.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.runtime.CameInHand;
import io.github.komaseconnect.sales.Claim;
import io.github.komaseconnect.sales.ReadyFiles;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.Registry;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The story of picking up, looking up and carrying out orders as their YAML tells it, and what a failing step leads to. */
class PickUpRoutesTest extends CamelTestSupport {
    private static final Path ROUTES = Path.of("routes").toAbsolutePath();

    private final Told told = new Told();

    /** Stands for every bean that the routes call, and remembers in which order they did. */
    public static final class Told {
        private final List<String> steps = new ArrayList<>();
        private String failsAt = "";
        private Optional<Exception> failure = Optional.empty();
        private boolean lookUp = true;
        private List<String> left = List.of();
        private boolean isDecided = true;

        /** What registering gives. */
        public record Registered(boolean toLookUp) {}

        /** What the look-up gives. */
        public record Looked(boolean decided) {}

        /** An order. */
        public record Order(String kind) {}

        void failAt(String step, Exception thrown) {
            failsAt = step;
            failure = Optional.of(thrown);
        }

        private void step(String name) throws Exception {
            steps.add(name);
            if (failsAt.equals(name) && failure.isPresent()) {
                throw failure.get();
            }
        }

        public Object read(Object claim) throws Exception {
            step("read " + claim);
            return "arrival";
        }

        public Registered register(Object arrival) throws Exception {
            step("register");
            return new Registered(lookUp);
        }

        public void over(Object claim) {
            steps.add("over " + claim);
        }

        public Registered postponed(Object claim, Exception thrown) {
            steps.add("postponed " + claim);
            return new Registered(false);
        }

        public Looked lookUp(Object registration) throws Exception {
            step("look up");
            return new Looked(isDecided);
        }

        public void plan(Object looked) {
            steps.add("plan");
        }

        public void hold(Object looked) {
            steps.add("hold");
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

        public List<String> take(String company, File file) {
            steps.add("take " + company + " " + file.getName());
            return file.getName().startsWith("locked") ? List.of() : List.of("claim");
        }
    }

    @Override
    protected void bindToRegistry(Registry registry) {
        for (String name : List.of(
                "claims",
                "claimTrouble",
                "interruptedClaims",
                "salesReader",
                "salesRegister",
                "relationDesk",
                "deliveryPlan",
                "salesBacklog",
                "companyWatch",
                "companyLife",
                "companySchedules",
                "exportLooks",
                "orderDesk",
                "alarmMails",
                "housekeeping",
                "unexpected")) {
            registry.bind(name, told);
        }
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.getPropertiesComponent().addInitialProperty("komas.alarm.poll", "3600000");
        context.getPropertiesComponent().addInitialProperty("komas.housekeeping.poll", "3600000");
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

    private void accept() {
        template.send(
                "direct:accept-sales-invoice", exchange -> exchange.getMessage().setBody("claim"));
    }

    private void order(String kind) {
        template.send(
                "direct:carry-out-order", exchange -> exchange.getMessage().setBody(new Told.Order(kind)));
    }

    @Test
    void everyFileThatCanBeTakenIsAccepted() {
        told.lookUp = false;
        template.sendBody(
                "direct:pick-up-sales-invoices",
                new ReadyFiles("acme", List.of(new File("a.xml"), new File("locked.xml"), new File("b.xml"))));

        assertThat(told.steps)
                .containsExactly(
                        "take acme a.xml",
                        "read claim",
                        "register",
                        "over claim",
                        "take acme locked.xml",
                        "take acme b.xml",
                        "read claim",
                        "register",
                        "over claim");
    }

    @Test
    void whatWasLeftUnfinishedIsAcceptedWhenACompanyComesInHand() {
        told.lookUp = false;
        Claim claim = new Claim("acme", "a.xml", "stem", Optional.empty(), Optional.empty());

        template.sendBody("direct:company-came-in-hand", new CameInHand("acme", List.of(claim)));

        assertThat(told.steps).containsExactly("read " + claim, "register", "over " + claim);
    }

    @Test
    void whatWasRegisteredAndNotLookedUpIsLookedUpWhenACompanyComesInHand() {
        told.left = List.of("registered");

        template.sendBody("direct:company-came-in-hand", new CameInHand("acme", List.of()));

        assertThat(told.steps).containsExactly("look up", "plan");
    }

    @Test
    void aClaimIsReadRegisteredLookedUpAndPlanned() {
        accept();

        assertThat(told.steps).containsExactly("read claim", "register", "over claim", "look up", "plan");
    }

    @Test
    void whatHasNothingToLookUpEndsThere() {
        told.lookUp = false;
        accept();

        assertThat(told.steps).containsExactly("read claim", "register", "over claim");
    }

    @Test
    void oneWithoutDestinationIsHeld() {
        told.isDecided = false;
        accept();

        assertThat(told.steps).endsWith("look up", "hold");
    }

    @Test
    void aFolderThatFailsPostponesTheClaim() {
        told.failAt("read claim", new IOException("weg"));
        accept();
        told.failAt("register", new UncheckedIOException(new IOException("vol")));
        accept();

        assertThat(told.steps)
                .containsExactly("read claim", "postponed claim", "read claim", "register", "postponed claim");
    }

    @Test
    void anotherFailureIsToldAndNothingFollows() {
        told.failAt("register", new IllegalStateException("fout"));
        accept();

        assertThat(told.steps).containsExactly("read claim", "register", "tell accept-sales-invoice");
    }

    @Test
    void aLookUpThatFailsIsToldAndLeftToTheBacklog() {
        told.failAt("look up", new IllegalStateException("fout"));
        accept();

        assertThat(told.steps)
                .startsWith("read claim", "register", "over claim", "look up")
                .contains("tell look-up-relation")
                .doesNotContain("plan", "hold", "postponed claim");
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
                        "read claim",
                        "register",
                        "over claim",
                        "look up",
                        "plan",
                        "resolve",
                        "look up",
                        "plan",
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
