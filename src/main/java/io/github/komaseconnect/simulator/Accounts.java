package io.github.komaseconnect.simulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who may log in, and what token stands for whom. */
final class Accounts {
    private static final Duration TOKEN_LIFE = Duration.ofHours(4);

    private final Clock clock;
    private final Map<String, Account> byKey = new ConcurrentHashMap<>();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    Accounts(List<SimulatedAccount> accounts, Clock clock) {
        this.clock = clock;
        accounts.forEach(account -> {
            if (byKey.put(account.connectionKey(), new Account(account, Optional.empty())) != null) {
                throw new IllegalArgumentException("two accounts share the connection key " + account.connectionKey());
            }
        });
    }

    /** An account as it is now. */
    record Account(SimulatedAccount data, Optional<BlockedFor> blocked) {
        /** The company of this account with that Company ID. */
        Optional<SimulatedCompany> company(String companyId) {
            return data.companies().stream()
                    .filter(company -> company.companyId().equals(companyId))
                    .findFirst();
        }
    }

    private record Session(String connectionKey, Instant until) {}

    /** A new token for these keys. */
    String logIn(String key, String secret, Optional<String> subscriptionKey) throws SoapFault, WrongSubscription {
        Account account = byKey.get(key);
        if (account == null || !same(account.data().secret(), secret)) {
            throw SoapFault.wrongKey();
        }
        checkSubscription(account, subscriptionKey);
        String token = UUID.randomUUID().toString();
        sessions.put(token, new Session(key, clock.instant().plus(TOKEN_LIFE)));
        return token;
    }

    /** The account that logged in with this token; blocked ones are refused. */
    Account of(Optional<String> token, Optional<String> subscriptionKey) throws SoapFault, WrongSubscription {
        Session session = sessions.get(token.orElseThrow(SoapFault::noToken));
        if (session == null || !clock.instant().isBefore(session.until())) {
            throw SoapFault.tokenExpired();
        }
        Account account = byKey.get(session.connectionKey());
        if (account == null) {
            throw SoapFault.tokenExpired();
        }
        checkSubscription(account, subscriptionKey);
        if (account.blocked().isPresent()) {
            throw account.blocked().get().fault();
        }
        return account;
    }

    void expireTokens() {
        sessions.clear();
    }

    /** New keys for an account; the old ones, and the tokens they gave, are worthless from now on. */
    void changeKeys(String oldKey, String newKey, String newSecret) {
        SimulatedAccount old = known(oldKey).data();
        byKey.remove(oldKey);
        byKey.put(
                newKey,
                new Account(
                        new SimulatedAccount(newKey, newSecret, old.subscriptionKey(), old.companies()),
                        Optional.empty()));
    }

    void block(String key, Optional<BlockedFor> reason) {
        byKey.put(key, new Account(known(key).data(), reason));
    }

    private Account known(String key) {
        return Optional.ofNullable(byKey.get(key))
                .orElseThrow(() -> new IllegalArgumentException("no account has the connection key " + key));
    }

    private static void checkSubscription(Account account, Optional<String> given) throws WrongSubscription {
        Optional<String> expected = account.data().subscriptionKey();
        if (expected.isPresent() && !given.equals(expected)) {
            throw new WrongSubscription();
        }
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
