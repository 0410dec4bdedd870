package io.github.komaseconnect.econnect;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which eConnect an installation works with. What was done in one must never be taken for something done in another: an
 * invoice that went to a simulator was not sent, and a rehearsal must not reach real customers.
 */
public enum Environment {
    /** The real one: invoices reach customers. */
    PRODUCTION("productie"),
    /** eConnect's own place to try: it behaves the same and sends nothing to the real Peppol network. */
    ACCEPTANCE("acceptatie"),
    /** A stand-in on this computer. */
    SIMULATOR("simulator");

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]", Pattern.CASE_INSENSITIVE);
    private static final Set<String> PRODUCTION_HOSTS =
            Set.of("api.everbinding.nl", "psb.econnect.eu", "identity.econnect.eu");
    /** eConnect's domains; only there does a part of the name say anything. */
    private static final Set<String> DOMAINS = Set.of("econnect.eu", "everbinding.nl");

    private final String dutch;

    Environment(String dutch) {
        this.dutch = dutch;
    }

    /** As it is written in the settings, in JSON and in the ledger; the English word too. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The Dutch word. */
    public String dutch() {
        return dutch;
    }

    /** Whether invoices reach customers. */
    public boolean isProduction() {
        return this == PRODUCTION;
    }

    /** What marks a subject or a line of what is not production, e.g. {@code [SIMULATOR] }; empty in production. */
    public String mark() {
        return isProduction() ? "" : "[" + dutch.toUpperCase(Locale.ROOT) + "] ";
    }

    /** The environment with this {@link #word}. */
    public static Optional<Environment> of(String word) {
        return Stream.of(values())
                .filter(environment -> environment.word().equals(word))
                .findFirst();
    }

    /**
     * The environment that an address belongs to by its host: this computer itself, a host that eConnect documents for
     * production, or one of eConnect's names for acceptance and development. Empty: a name that says nothing.
     */
    public static Optional<Environment> of(URI address) {
        String host = Optional.ofNullable(address.getHost()).orElse("").toLowerCase(Locale.ROOT);
        if (isLoopback(host)) {
            return Optional.of(SIMULATOR);
        }
        if (PRODUCTION_HOSTS.contains(host)) {
            return Optional.of(PRODUCTION);
        }
        boolean theirs = DOMAINS.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
        boolean forTrying = Stream.of(host.split("\\."))
                .anyMatch(
                        label -> label.equals("accp") || label.startsWith("accp-") || label.startsWith("development"));
        return theirs && forTrying ? Optional.of(ACCEPTANCE) : Optional.empty();
    }

    /** Whether a host, as it stands in an address, is this computer itself. */
    public static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }
}
