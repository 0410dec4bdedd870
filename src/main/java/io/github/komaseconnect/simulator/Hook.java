package io.github.komaseconnect.simulator;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A hook as a client put it.
 *
 * @param place {@code environment} of a client, or a party
 * @param action {@code mailto:…}, or an address with the secret as its fragment
 * @param topics each may begin with an asterisk
 * @param filter kept, and not applied
 */
record Hook(
        Place place,
        String id,
        String name,
        String action,
        List<String> topics,
        Optional<String> filter,
        boolean active) {
    Hook {
        topics = List.copyOf(topics);
    }

    /**
     * Where a hook belongs.
     *
     * @param clientId of an environment hook, else empty
     * @param companyId of a party hook, else empty
     */
    record Place(String clientId, String companyId) {
        static Place environment(String clientId) {
            return new Place(clientId, "");
        }

        static Place party(SimulatedCompany company) {
            return new Place("", company.companyId());
        }
    }

    boolean wants(HookTopic topic) {
        return active && (topic == HookTopic.PING || topics.stream().anyMatch(topic::is));
    }

    boolean isMail() {
        return action.startsWith("mailto:");
    }

    /** The fragment of the action, or empty. */
    String secret() {
        int hash = action.indexOf('#');
        return hash < 0 ? "" : action.substring(hash + 1);
    }

    /** Where to post to. */
    URI address() {
        int hash = action.indexOf('#');
        return URI.create(hash < 0 ? action : action.substring(0, hash));
    }
}
