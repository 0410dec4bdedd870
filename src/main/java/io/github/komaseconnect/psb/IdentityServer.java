package io.github.komaseconnect.psb;

import io.github.komaseconnect.company.PsbCredentials;
import io.github.komaseconnect.rest.Json;
import io.github.komaseconnect.rest.TokenServer;
import io.github.komaseconnect.rest.Tokens;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** eConnect's identity server, which gives tokens (OAuth 2, client credentials or a user's password; scope {@code ap}). */
final class IdentityServer implements Tokens.TokenRequest<PsbCredentials> {
    private final TokenServer server;
    private final URI address;

    /** @param identityUrl {@code econnect.psb.identity-url} */
    IdentityServer(PsbTransport transport, URI identityUrl, Json json, Path tmp) {
        this.server = new TokenServer(
                (address, form, answer) ->
                        transport.call(new PsbRequest("POST", address, Map.of(), Map.of(), Optional.of(form), answer)),
                json,
                tmp);
        this.address = Addresses.below(identityUrl, "/connect/token");
    }

    @Override
    public Tokens.Outcome ask(PsbCredentials credentials) {
        return server.ask(address, form(credentials), List.of(credentials.clientSecret(), credentials.password()));
    }

    private static Map<String, String> form(PsbCredentials credentials) {
        Map<String, String> fields = new LinkedHashMap<>();
        boolean user = !credentials.username().isEmpty();
        fields.put("grant_type", user ? "password" : "client_credentials");
        fields.put("client_id", credentials.clientId());
        fields.put("client_secret", credentials.clientSecret().value());
        if (user) {
            fields.put("username", credentials.username());
            fields.put("password", credentials.password().value());
        }
        fields.put("scope", "ap");
        return fields;
    }
}
