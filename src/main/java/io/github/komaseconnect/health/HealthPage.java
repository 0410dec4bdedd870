package io.github.komaseconnect.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.komaseconnect.econnect.Environment;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;

/** What monitoring reads: every check with its state. Of Camel's own checks no texts are shown, since addresses stand in them. */
public final class HealthPage {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** Otherwise Camel leaves out those that are up. */
    private static final String FULL = "full";

    private static final String CONTEXT = "context";

    private final CamelContext context;
    private final Environment environment;
    private final Clock clock;
    private final JsonMapper mapper = JsonMapper.builder().build();

    /** Of the checks in the registry of {@code context}. */
    public HealthPage(CamelContext context, Environment environment, Clock clock) {
        this.context = context;
        this.environment = environment;
        this.clock = clock;
    }

    /** Which checks are asked. */
    public enum Question {
        /** All, also what only needs a person. */
        EVERYTHING,
        /** Whether it can work. */
        READY,
        /** Whether it runs; when not, a restart may help. */
        LIVE
    }

    /** @param well whether every check that was asked is up */
    public record Answer(boolean well, String json) {}

    /** Asks now; takes as long as the ledger takes to answer. */
    public Answer ask(Question question) {
        Collection<HealthCheck.Result> results =
                switch (question) {
                    case EVERYTHING -> HealthCheckHelper.invoke(context, FULL);
                    case READY -> HealthCheckHelper.invokeReadiness(context, FULL);
                    case LIVE -> HealthCheckHelper.invokeLiveness(context, FULL);
                };
        boolean well = results.stream().noneMatch(result -> result.getState() == HealthCheck.State.DOWN);
        ObjectNode page = page(well);
        ArrayNode checks = page.putArray("checks");
        List<HealthCheck.Result> inOrder = results.stream()
                .filter(HealthPage::isShown)
                .sorted(Comparator.comparing(result -> result.getCheck().getId()))
                .toList();
        inOrder.forEach(result -> checks.add(check(result)));
        return new Answer(well, text(page));
    }

    /** Of the routes of hundreds of companies only those that are not up. */
    private static boolean isShown(HealthCheck.Result result) {
        return result.getState() != HealthCheck.State.UP
                || result.getCheck() instanceof FactCheck
                || result.getCheck().getId().equals(CONTEXT);
    }

    /** What is answered when the checks do not end in time. */
    public Answer noAnswer() {
        ObjectNode page = page(false);
        page.putArray("checks")
                .addObject()
                .put("id", "komas-answer")
                .put("state", "DOWN")
                .put("message", "the checks do not end");
        return new Answer(false, text(page));
    }

    private ObjectNode page(boolean well) {
        return NODES.objectNode()
                .put("status", well ? "UP" : "DOWN")
                .put("environment", environment.word())
                .put("at", clock.instant().toString());
    }

    private static ObjectNode check(HealthCheck.Result result) {
        ObjectNode check = NODES.objectNode()
                .put("id", result.getCheck().getId())
                .put("state", result.getState().name());
        if (result.getCheck() instanceof FactCheck) {
            result.getMessage().ifPresent(message -> check.put("message", message));
            ObjectNode details = check.putObject("details");
            result.getDetails().entrySet().stream()
                    .filter(detail -> !HealthCheckHelper.isReservedKey(detail.getKey()))
                    .forEach(detail -> details.put(detail.getKey(), String.valueOf(detail.getValue())));
        }
        return check;
    }

    private String text(ObjectNode page) {
        try {
            return mapper.writeValueAsString(page);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain nodes cannot be written: " + e.getMessage(), e);
        }
    }
}
