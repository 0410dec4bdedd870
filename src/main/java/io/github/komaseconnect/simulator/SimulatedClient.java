package io.github.komaseconnect.simulator;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A client of the simulated PSB. Its companies may have a {@link SimulatedAccount} at the platform too: they then have
 * one inbox and one outbox, seen through both.
 *
 * @param users password by user name, for the password grant; with none, that grant is refused
 * @param subscriptionKey when present, every call must carry it in the header {@code Subscription-Key}
 * @param companies the parties it may act for; at least one
 * @param permissions what it may do for each of them
 */
public record SimulatedClient(
        String clientId,
        String clientSecret,
        Map<String, String> users,
        Optional<String> subscriptionKey,
        List<SimulatedCompany> companies,
        Set<PartyPermission> permissions) {
    public SimulatedClient {
        users = Map.copyOf(users);
        companies = List.copyOf(companies);
        permissions = Set.copyOf(permissions);
        if (companies.isEmpty()) {
            throw new IllegalArgumentException("a client has at least one company");
        }
    }

    /** A client with every permission, without users and subscription key. */
    public static SimulatedClient of(String clientId, String clientSecret, SimulatedCompany... companies) {
        return new SimulatedClient(
                clientId,
                clientSecret,
                Map.of(),
                Optional.empty(),
                List.of(companies),
                EnumSet.allOf(PartyPermission.class));
    }

    /** The same client, with one more user. */
    public SimulatedClient withUser(String username, String password) {
        Map<String, String> more = new LinkedHashMap<>(users);
        more.put(username, password);
        return new SimulatedClient(clientId, clientSecret, more, subscriptionKey, companies, permissions);
    }

    /** The same client, with the subscription key that its calls must carry. */
    public SimulatedClient withSubscriptionKey(String key) {
        return new SimulatedClient(clientId, clientSecret, users, Optional.of(key), companies, permissions);
    }

    /** The same client, without these permissions. */
    public SimulatedClient without(PartyPermission... refused) {
        Set<PartyPermission> left = EnumSet.allOf(PartyPermission.class);
        left.retainAll(permissions);
        Arrays.asList(refused).forEach(left::remove);
        return new SimulatedClient(clientId, clientSecret, users, subscriptionKey, companies, left);
    }

    /** The same client, with another secret. */
    SimulatedClient withSecret(String secret) {
        return new SimulatedClient(clientId, secret, users, subscriptionKey, companies, permissions);
    }

    /** The same client, with exactly these permissions. */
    SimulatedClient withPermissions(Set<PartyPermission> exactly) {
        return new SimulatedClient(clientId, clientSecret, users, subscriptionKey, companies, exactly);
    }

    /** Whether it may act for this company. */
    boolean has(SimulatedCompany company) {
        return companies.contains(company);
    }
}
