package io.github.komaseconnect.company;

import io.github.komaseconnect.configuration.Secret;

/**
 * What a company identifies itself with at eConnect's identity server for the PSB; read anew for every call, so that new
 * ones need no restart.
 *
 * @param clientId {@code company.<key>.client-id}
 * @param clientSecret {@code company.<key>.client-secret}
 * @param username with a user name the token is that of a user; empty: of the client itself
 * @param password of that user; empty without one
 * @param subscriptionKey {@code econnect.psb.subscription-key}; empty when the installation has none
 */
public record PsbCredentials(
        String clientId, Secret clientSecret, String username, Secret password, Secret subscriptionKey) {
    /** As long as none were ever readable. */
    public static PsbCredentials none() {
        return new PsbCredentials("", new Secret(""), "", new Secret(""), new Secret(""));
    }

    /** Whether there is enough to ask for a token with. */
    public boolean complete() {
        return !clientId.isEmpty() && clientSecret.present() && username.isEmpty() != password.present();
    }
}
