package io.github.komaseconnect.simulator;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The faults by the names that a person types in a rehearsal. */
final class FaultWords {
    private final Map<String, Fault> faults = new TreeMap<>(Map.of(
            "reset-before-acceptance", Fault.resetBeforeAcceptance(),
            "reset-after-acceptance", Fault.resetAfterAcceptance(),
            "unavailable", Fault.statusBeforeAcceptance(503, Duration.ofSeconds(30)),
            "too-many-requests", Fault.statusBeforeAcceptance(429, Duration.ofSeconds(30)),
            "unavailable-after-acceptance", Fault.statusAfterAcceptance(503),
            "proxy-page", Fault.proxyPage(),
            "half-answer", Fault.halfAnswer(),
            "silence-before-acceptance", Fault.silenceBeforeAcceptance(),
            "silence-after-acceptance", Fault.silenceAfterAcceptance(),
            "slow", Fault.delayBeforeAcceptance(Duration.ofSeconds(5))));

    Optional<Fault> named(String word) {
        return Optional.ofNullable(faults.get(word));
    }

    Set<String> words() {
        return faults.keySet();
    }
}
