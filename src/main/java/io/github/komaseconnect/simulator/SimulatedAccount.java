package io.github.komaseconnect.simulator;

import java.util.List;
import java.util.Optional;

/**
 * An account at the simulated eConnect.
 *
 * @param connectionKey the App Key (ConsumerKey)
 * @param secret the Secret (ConsumerSecret)
 * @param subscriptionKey when present, every call of this account must carry it in its URL
 * @param companies the companies it may act for; at least one
 */
public record SimulatedAccount(
        String connectionKey, String secret, Optional<String> subscriptionKey, List<SimulatedCompany> companies) {
    public SimulatedAccount {
        companies = List.copyOf(companies);
        if (companies.isEmpty()) {
            throw new IllegalArgumentException("an account has at least one company");
        }
    }

    /** An account that needs no subscription key. */
    public static SimulatedAccount of(String connectionKey, String secret, SimulatedCompany... companies) {
        return new SimulatedAccount(connectionKey, secret, Optional.empty(), List.of(companies));
    }

    /** The same account, with the subscription key that its calls must carry. */
    public SimulatedAccount withSubscriptionKey(String key) {
        return new SimulatedAccount(connectionKey, secret, Optional.of(key), companies);
    }
}
