package io.github.komaseconnect.company;

import java.util.List;
import java.util.Optional;

/**
 * The companies that this runtime works for.
 *
 * @param all in the order of the configuration
 */
public record Companies(List<Company> all) {
    public Companies {
        all = List.copyOf(all);
    }

    /** The company with this key. */
    public Optional<Company> find(String key) {
        return all.stream().filter(company -> company.key().equals(key)).findFirst();
    }

    /** The company with this key, which is known to exist because the runtime made a route for it. */
    public Company get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("no such company: " + key));
    }
}
