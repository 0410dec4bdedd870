package io.github.komaseconnect.platform;

import io.github.komaseconnect.company.Credentials;
import io.github.komaseconnect.configuration.Secret;
import java.util.List;
import java.util.stream.Stream;

/** Takes secrets out of texts of others: a server may well repeat in a Fault what it was sent. */
record Masking(List<Secret> secrets) {
    /** Shorter ones are no secrets, and would spoil the text. */
    private static final int SHORTEST = 4;

    Masking {
        secrets = List.copyOf(secrets);
    }

    static Masking of(Credentials credentials) {
        return new Masking(
                List.of(credentials.connectionKey(), credentials.connectionSecret(), credentials.subscriptionKey()));
    }

    Fault mask(Fault fault) {
        String text = fault.text();
        for (Secret secret : secrets) {
            if (secret.value().length() >= SHORTEST) {
                text = text.replace(secret.value(), "***");
            }
        }
        return new Fault(fault.code(), text);
    }

    Masking and(Secret token) {
        return new Masking(Stream.concat(secrets.stream(), Stream.of(token)).toList());
    }
}
