package io.github.komaseconnect.simulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Who may call the PSB, and what access token stands for whom. */
final class PsbClients {
    /** How long an access token lives. */
    static final Duration TOKEN_LIFE = Duration.ofSeconds(3600);

    private final Clock clock;
    private final Map<String, SimulatedClient> byId = new ConcurrentHashMap<>();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    PsbClients(List<SimulatedClient> clients, Clock clock) {
        this.clock = clock;
        clients.forEach(client -> {
            if (byId.put(client.clientId(), client) != null) {
                throw new IllegalArgumentException("two clients share the id " + client.clientId());
            }
        });
    }

    /** @param name of the user, or the client's id */
    record Caller(SimulatedClient client, String name) {}

    private record Session(String clientId, String name, Instant until) {}

    /** The client with this id and secret. */
    Optional<SimulatedClient> find(String clientId, String secret) {
        return Optional.ofNullable(byId.get(clientId)).filter(client -> same(client.clientSecret(), secret));
    }

    /** Whether the client has a user with this password. */
    static boolean knows(SimulatedClient client, String username, String password) {
        return Optional.ofNullable(client.users().get(username))
                .filter(expected -> same(expected, password))
                .isPresent();
    }

    /** A new access token. */
    String token(SimulatedClient client, String name) {
        String token = "sim." + UUID.randomUUID() + "." + UUID.randomUUID();
        sessions.put(token, new Session(client.clientId(), name, clock.instant().plus(TOKEN_LIFE)));
        return token;
    }

    /** Who this token stands for. */
    Caller of(String token) throws PsbRefusal {
        Session session = sessions.get(token);
        SimulatedClient client = session == null ? null : byId.get(session.clientId());
        if (client == null || !clock.instant().isBefore(session.until())) {
            throw PsbRefusal.notAuthenticated("The access token is not valid, or not any more.");
        }
        return new Caller(client, session.name());
    }

    void expireTokens() {
        sessions.clear();
    }

    /** A new secret; tokens that the old one gave go on. */
    void changeSecret(String clientId, String secret) {
        change(clientId, client -> client.withSecret(secret));
    }

    void revoke(String clientId, Collection<PartyPermission> permissions) {
        change(clientId, client -> client.without(permissions.toArray(PartyPermission[]::new)));
    }

    void grant(String clientId, Collection<PartyPermission> permissions) {
        change(clientId, client -> {
            Set<PartyPermission> all = EnumSet.copyOf(permissions);
            all.addAll(client.permissions());
            return client.withPermissions(all);
        });
    }

    /** The ids of the clients that may act for the company. */
    List<String> of(SimulatedCompany company) {
        return byId.values().stream()
                .filter(client -> client.has(company))
                .map(SimulatedClient::clientId)
                .toList();
    }

    private void change(String clientId, UnaryOperator<SimulatedClient> how) {
        if (byId.computeIfPresent(clientId, (id, client) -> how.apply(client)) == null) {
            throw new IllegalArgumentException("no client has the id " + clientId);
        }
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
