package io.github.komaseconnect.runtime;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.alarm.NodeCauses;
import io.github.komaseconnect.configuration.GlobalSettings.HookListening;
import io.github.komaseconnect.hook.HookReception;
import io.github.komaseconnect.hook.http.HookListener;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.util.Optional;
import org.apache.camel.CamelContext;

/** Where eConnect's hooks come in by HTTP. */
final class HookDoor {
    private static final String CAUSE = "hooks/port";

    private HookDoor() {}

    /** Listens when a port is configured; one that is in use stops nothing else, but is told. */
    static Optional<HookListener> open(CamelContext context, HookListening settings, Ledger ledger) {
        AlarmBell alarms = new AlarmBell(ledger);
        NodeCauses causes = NodeCauses.of(ledger);
        String cause = causes.here(CAUSE);
        if (settings.port().isEmpty()) {
            alarms.clear(cause);
            return Optional.empty();
        }
        int port = settings.port().getAsInt();
        HookReception reception = context.getRegistry().lookupByNameAndType(HookParts.RECEPTION, HookReception.class);
        try {
            HookListener listener = new HookListener(settings.host(), port, settings.maxSize(), reception);
            alarms.clear(cause);
            return Optional.of(listener);
        } catch (IOException | IllegalArgumentException e) {
            alarms.raise(
                    cause,
                    "",
                    new Reason(
                            "hooks.port",
                            "Op " + settings.host() + ":" + port
                                    + " (hooks.host, hooks.port) kan niet geluisterd worden, zodat eConnect niet kan melden"
                                    + " welke inkoopfacturen er zijn: " + e.getMessage(),
                            "It is not possible to listen on " + settings.host() + ":" + port
                                    + " (hooks.host, hooks.port), so that eConnect cannot tell which purchase invoices"
                                    + " there are: " + e.getMessage(),
                            "Kies een andere poort (ook in de reverse proxy) en start opnieuw. eConnect herhaalt zijn"
                                    + " meldingen; er gaat niets verloren.",
                            "Choose another port (also in the reverse proxy) and start again. eConnect repeats what it"
                                    + " tells; nothing is lost."),
                    causes.touch(""));
            return Optional.empty();
        }
    }
}
