package io.github.komaseconnect.runtime;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.alarm.NodeCauses;
import io.github.komaseconnect.configuration.GlobalSettings.HealthSettings;
import io.github.komaseconnect.econnect.Environment;
import io.github.komaseconnect.health.FactCheck;
import io.github.komaseconnect.health.HealthFacts;
import io.github.komaseconnect.health.HealthListener;
import io.github.komaseconnect.health.HealthPage;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckRegistry;

/** Makes the health of the program known: to Camel, and to whoever asks by HTTP. */
final class HealthDesk {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String CAUSE = "health/port";

    private HealthDesk() {}

    /** Adds our checks to those of Camel itself. */
    static void register(CamelContext context, HealthFacts facts) {
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        FactCheck.of(facts).forEach(registry::register);
    }

    /** Listens when a port is configured; one that is in use stops no invoice, but is told. */
    static Optional<HealthListener> open(
            CamelContext context, HealthSettings settings, Environment environment, Ledger ledger, Clock clock) {
        AlarmBell alarms = new AlarmBell(ledger);
        NodeCauses causes = NodeCauses.of(ledger);
        String cause = causes.here(CAUSE);
        if (settings.port().isEmpty()) {
            alarms.clear(cause);
            return Optional.empty();
        }
        int port = settings.port().getAsInt();
        try {
            HealthListener listener =
                    new HealthListener(settings.host(), port, new HealthPage(context, environment, clock), PATIENCE);
            alarms.clear(cause);
            return Optional.of(listener);
        } catch (IOException | IllegalArgumentException e) {
            alarms.raise(
                    cause,
                    "",
                    new Reason(
                            "health.port",
                            "Op " + settings.host() + ":" + port
                                    + " (health.host, health.port) kan niet geluisterd worden: " + e.getMessage(),
                            "It is not possible to listen on " + settings.host() + ":" + port
                                    + " (health.host, health.port): " + e.getMessage(),
                            "Kies een andere poort en start opnieuw. Facturen gaan gewoon door.",
                            "Choose another port and start again. Invoices simply go on."),
                    causes.touch(""));
            return Optional.empty();
        }
    }
}
