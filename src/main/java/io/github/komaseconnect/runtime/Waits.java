package io.github.komaseconnect.runtime;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.reason.Reason;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why companies wait to come in hand or to go, told in the log once. */
final class Waits {
    private static final Logger LOG = LoggerFactory.getLogger(Waits.class);
    private static final Reason HALF_WAY = new Reason(
            "company.half-way",
            "de nieuwe mappen gaan nog niet gelden: in de vorige map outbox of import is nog iets niet afgemaakt.",
            "the new folders do not count yet: something is not finished in the former outbox or import folder.",
            "Zorg dat de vorige mappen bereikbaar zijn; daarna gaat het vanzelf.",
            "Make sure that the former folders can be reached; it then goes by itself.");

    private final Map<String, Reason> told = new ConcurrentHashMap<>();

    /** A company waits for this reason. */
    void tell(String key, Reason reason) {
        if (!reason.equals(told.put(key, reason))) {
            LOG.warn("{}: {} / {}", key, reason.dutchLine(), reason.englishLine());
        }
    }

    /** Files that lie half-way in a folder would not be found with settings that name another. */
    void tellHalfWay(String key) {
        tell(key, HALF_WAY);
    }

    /** Another company is still here with former settings. */
    void tellInTheWay(String key, Company other) {
        tell(
                key,
                Reason.of(
                        "company.in-the-way",
                        "wacht tot " + other.key()
                                + " klaar is: die gebruikt nog dezelfde map of hetzelfde Company ID.",
                        "waits until " + other.key() + " has finished: it still uses the same folder or Company ID."));
    }

    /** A company waits no more. */
    void over(String key) {
        told.remove(key);
    }

    /** Only these companies can be waiting. */
    void retain(Collection<String> keys) {
        told.keySet().retainAll(keys);
    }
}
