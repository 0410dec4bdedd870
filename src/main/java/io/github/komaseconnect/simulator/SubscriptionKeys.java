package io.github.komaseconnect.simulator;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The subscription keys that accounts have. Where no account has one, whatever the URL carries is ignored, as with
 * eConnect; where all have one, a call without is refused before it is read.
 */
final class SubscriptionKeys {
    private final Set<String> known;
    private final boolean everyAccountHasOne;

    SubscriptionKeys(List<SimulatedAccount> accounts) {
        known = accounts.stream()
                .flatMap(account -> account.subscriptionKey().stream())
                .collect(Collectors.toUnmodifiableSet());
        everyAccountHasOne =
                accounts.stream().allMatch(account -> account.subscriptionKey().isPresent());
    }

    boolean accept(Optional<String> given) {
        if (known.isEmpty()) {
            return true;
        }
        return given.isPresent() ? known.contains(given.get()) : !everyAccountHasOne;
    }
}
