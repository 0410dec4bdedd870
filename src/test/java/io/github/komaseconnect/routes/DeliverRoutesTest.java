package io.github.komaseconnect.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.delivery.DeliveryWithdrawnException;
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

/** The story of the delivery routes as their YAML tells it: which step follows which, and what happens when one fails. */
class DeliverRoutesTest extends CamelTestSupport {
    private static final Path ROUTES = Path.of("routes").toAbsolutePath();

    private final Told told = new Told();

    /** Stands for every bean that the routes call, and remembers in which order they did. */
    public static final class Told {
        private final List<String> steps = new ArrayList<>();
        private Optional<RuntimeException> failure = Optional.empty();
        private boolean ready = true;
        private boolean toSend = true;
        private boolean sound = true;
        private boolean mayGo = true;

        /** What {@code prepare} gives. */
        public record Ready(boolean ready) {}

        /** What {@code ask} gives. */
        public record Answer(boolean toSend) {}

        public Answer ask(Object work) {
            steps.add("ask");
            return new Answer(toSend);
        }

        public Object sendTo(Object asked) {
            steps.add("send-to");
            return "shipment";
        }

        public void notSent(Object asked) {
            steps.add("not-sent");
        }

        public Object judge(Object ended) {
            steps.add("judge");
            return ended;
        }
        /** What {@code check} gives. */
        public record Checked(boolean ready, Object shipment) {}

        /** What is handed to the routes. */
        public record Work(String step) {}

        public Object begin(Object work) {
            steps.add("begin");
            failure.ifPresent(thrown -> {
                throw thrown;
            });
            return "attempt";
        }

        public Object send(Object work) {
            steps.add("send");
            return "ended";
        }

        public Checked examine(Object work) {
            steps.add("check");
            return new Checked(sound, work);
        }

        public void look() {
            // rules are made ready by a timer, at any moment
        }

        public Ready prepare(Object work) {
            steps.add("prepare");
            return new Ready(ready);
        }

        public Object plan(Object prepared) {
            steps.add("plan");
            return prepared;
        }

        public List<Object> due() {
            return List.of();
        }

        public void follow(Object job) {
            steps.add("follow");
        }

        public Object print(Object attempt, Object prepared) {
            steps.add("spool");
            return "ended";
        }

        public Object message() {
            steps.add("message");
            return "message";
        }

        public Object accepted(Object attempt, Object message) {
            steps.add("accepted");
            return "ended";
        }

        public Object failed(Object attempt, Object message, Exception failure) {
            steps.add("failed");
            return "ended";
        }

        public void end(Object ended) {
            steps.add("end");
        }

        public void notReady(Object prepared) {
            steps.add("hold");
        }

        public void holdUntried(Object prepared) {
            steps.add("hold");
        }

        public boolean mayGo(Object work) {
            return mayGo;
        }

        public void clearUp(Object work) {
            steps.add("clear-up");
        }

        public void lend(Object work) {
            steps.add("lend");
        }

        public Object turn(Object open) {
            steps.add("turn");
            return open;
        }

        public void callEnded(Object ended) {
            steps.add("over");
        }

        public void release(Object work) {
            steps.add("release");
        }

        public void failedUnexpectedly(Object work, Exception failure) {
            steps.add("postpone");
        }

        public List<Object> take() {
            return List.of();
        }

        public void tell(String route, Exception failure) {
            steps.add("tell " + route);
        }
    }

    /** Gives on what goes out as it is. */
    public static final class Payload {
        public Object prepare(Object work) {
            return work;
        }
    }

    @Override
    protected void bindToRegistry(Registry registry) {
        for (String name : List.of(
                "attemptBook",
                "ruleCheck",
                "rulesInTime",
                "peppolDelivery",
                "peppolReach",
                "emailDelivery",
                "printDelivery",
                "printerDesk",
                "printBatches",
                "inDoubtDesk",
                "seenFirst",
                "sentElsewhere",
                "dueDeliveries",
                "unexpected")) {
            registry.bind(name, told);
        }
        registry.bind("peppolPayload", new Payload());
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.getPropertiesComponent().addInitialProperty("komas.delivery.poll", "3600000");
        context.getPropertiesComponent().addInitialProperty("komas.print.poll", "3600000");
        context.getPropertiesComponent().addInitialProperty("komas.delivery.workers", "1");
        return context;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() throws Exception {
                // the mail server of these tests refuses: there is none
                getContext().getRegistry().bind("companyMailSender", new RefusingMailSender());
                for (String file : List.of(
                        "0-when-something-fails",
                        "5-deliver",
                        "6-deliver-by-peppol",
                        "7-deliver-by-email",
                        "8-deliver-by-print")) {
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
        told.mayGo = true;
    }

    private void deliver(String step) {
        template.sendBody("direct:deliver-by-its-method", new Told.Work(step));
    }

    @Test
    void peppolRecordsTheAttemptBeforeAndTheOutcomeAfter() {
        deliver("peppol");

        assertThat(told.steps)
                .containsExactly("check", "ask", "send-to", "lend", "begin", "turn", "send", "over", "judge", "end");
    }

    @Test
    void whatCannotBeReachedIsNotSent() {
        told.toSend = false;

        deliver("peppol");

        assertThat(told.steps).containsExactly("check", "ask", "not-sent");
    }

    @Test
    void printPreparesBeforeTheAttempt() {
        deliver("print");

        assertThat(told.steps).containsExactly("check", "prepare", "plan", "begin", "spool", "end");
    }

    @Test
    void whatCannotBePreparedIsHeldWithoutAnAttempt() {
        told.ready = false;

        deliver("print");
        deliver("email");

        assertThat(told.steps).containsExactly("check", "prepare", "hold", "check", "prepare", "hold");
    }

    @Test
    void whatBreaksOfficialRulesIsHeldWithoutAnAttempt() {
        told.sound = false;

        deliver("peppol");
        deliver("email");
        deliver("print");

        assertThat(told.steps).containsExactly("check", "hold", "check", "hold", "check", "hold");
    }

    @Test
    void aMailThatFailsIsJudgedAndRecorded() {
        deliver("email");

        assertThat(told.steps).containsExactly("check", "prepare", "message", "begin", "failed", "end");
    }

    @Test
    void whatIsInDoubtIsClearedUpAndNotSent() {
        deliver("clear-up");
        deliver("clear-up-print");

        assertThat(told.steps).containsExactly("clear-up", "clear-up");
    }

    @Test
    void whatAnotherProgramSentIsNotSentByAnyMethod() {
        told.mayGo = false;

        List.of("peppol", "email", "print").forEach(this::deliver);

        assertThat(told.steps).doesNotContain("prepare", "begin", "send", "end");
    }

    @Test
    void aWithdrawnDeliveryIsNotSent() {
        told.failure = Optional.of(new DeliveryWithdrawnException("2026-1"));

        deliver("peppol");

        assertThat(told.steps).containsExactly("check", "ask", "send-to", "lend", "begin");
    }

    @Test
    void anUnexpectedFailureIsToldPostponedAndGivenBack() throws Exception {
        told.failure = Optional.of(new IllegalStateException("disk on fire"));

        template.sendBody("seda:deliver?waitForTaskToComplete=Always", new Told.Work("peppol"));

        assertThat(told.steps).contains("tell send-by-peppol").endsWith("postpone", "release");
        assertThat(told.steps).doesNotContain("send", "end");
    }
}
