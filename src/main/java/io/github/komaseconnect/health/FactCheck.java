package io.github.komaseconnect.health;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** A fact about this program as one of Camel's health checks. */
public final class FactCheck extends AbstractHealthCheck {
    private static final String GROUP = "komas-econnect";

    private final Supplier<Verdict> fact;
    private final boolean neededToWork;

    private FactCheck(String id, Supplier<Verdict> fact, boolean neededToWork) {
        super(GROUP, id);
        this.fact = fact;
        this.neededToWork = neededToWork;
    }

    /** All that this program knows of its health. */
    public static List<FactCheck> of(HealthFacts facts) {
        return List.of(
                new FactCheck("komas-ledger", facts::ledger, true),
                new FactCheck("komas-alarms", facts::alarms, false),
                new FactCheck("komas-channels", facts::channels, false),
                new FactCheck("komas-refreshes", facts::refreshes, false),
                new FactCheck("komas-hooks", facts::hooks, false),
                new FactCheck("komas-folders", facts::folders, false));
    }

    @Override
    public boolean isReadiness() {
        return neededToWork;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        Verdict verdict = fact.get();
        verdict.details().forEach(builder::detail);
        if (verdict.well()) {
            builder.up();
        } else {
            builder.message(verdict.message()).down();
        }
    }
}
