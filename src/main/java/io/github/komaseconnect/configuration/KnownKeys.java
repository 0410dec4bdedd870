package io.github.komaseconnect.configuration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one table of all settings: it gives the defaults, tells unknown keys from known ones, says which values are
 * secret, and is what docs/configuration.md shows.
 */
public final class KnownKeys {
    private static final Map<String, KnownKey> BY_NAME = table();

    private KnownKeys() {}

    /** All settings in the order of the documentation: those of the installation, then those of a company. */
    public static List<KnownKey> all() {
        return List.copyOf(BY_NAME.values());
    }

    /** The setting that a key in the file means, e.g. {@code company.<key>.name} for {@code company.acme.name}. */
    public static Optional<KnownKey> find(String typed) {
        if (typed.startsWith("camel.")) {
            return Optional.of(named("camel.*"));
        }
        String pattern = CompanyKey.of(typed)
                .map(company ->
                        KnownKey.COMPANY_PREFIX + typed.substring(CompanyKey.PREFIX.length() + company.length() + 1))
                .orElse(typed);
        return Optional.ofNullable(BY_NAME.get(pattern));
    }

    /**
     * Whether the value of a key must never be shown. Of a key that is not in the table, such as Camel's own or one with
     * a typing error, the name decides.
     */
    public static boolean secret(String typed) {
        return find(typed).filter(KnownKey::secret).isPresent() || SecretName.looksSecret(typed);
    }

    /** The known key, written for one of these companies where it is a company's, that is spelt most like this one. */
    static Optional<String> nearest(String typed, List<String> companies) {
        List<String> blocks =
                CompanyKey.of(typed).map(List::of).orElse(companies.isEmpty() ? List.of("<key>") : companies);
        List<String> candidates = BY_NAME.values().stream()
                .flatMap(key -> key.ofCompany() ? blocks.stream().limit(20).map(key::nameFor) : Stream.of(key.name()))
                .toList();
        return Spelling.nearest(typed, candidates);
    }

    /** The setting with exactly this name in the table. */
    static KnownKey named(String name) {
        KnownKey key = BY_NAME.get(name);
        if (key == null) {
            throw new IllegalArgumentException("not in the table of settings: " + name);
        }
        return key;
    }

    /** Whether some setting begins with this. */
    static boolean startsAny(String start) {
        return BY_NAME.keySet().stream().anyMatch(name -> name.startsWith(start));
    }

    private static Map<String, KnownKey> table() {
        Map<String, KnownKey> table = new LinkedHashMap<>();
        Stream.concat(GlobalKeys.all().stream(), CompanyKeys.all().stream()).forEach(key -> table.put(key.name(), key));
        return Collections.unmodifiableMap(table);
    }
}
