package io.github.komaseconnect.psb;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.komaseconnect.company.PsbCredentials;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.platform.TransportResult;
import io.github.komaseconnect.platform.WorkFile;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** eConnect's identity server, which gives tokens (OAuth 2, client credentials or a user's password; scope {@code ap}). */
final class IdentityServer implements Tokens.TokenRequest {
    private static final Duration USUAL = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final PsbTransport transport;
    private final URI address;
    private final Json json;
    private final Path tmp;

    /** @param identityUrl {@code econnect.psb.identity-url} */
    IdentityServer(PsbTransport transport, URI identityUrl, Json json, Path tmp) {
        this.transport = transport;
        this.address = Addresses.below(identityUrl, "/connect/token");
        this.json = json;
        this.tmp = tmp;
    }

    @Override
    public Tokens.Outcome ask(PsbCredentials credentials) {
        try (WorkFile answer = WorkFile.in(tmp)) {
            RequestBody form = RequestBody.text(
                    "application/x-www-form-urlencoded", form(credentials).getBytes(StandardCharsets.US_ASCII));
            PsbRequest request = new PsbRequest("POST", address, Map.of(), Map.of(), Optional.of(form), answer.path());
            TransportResult result = transport.call(request);
            if (result instanceof TransportResult.Answered answered) {
                return outcome(credentials, answered, answer.path());
            }
            Exception cause = result instanceof TransportResult.Broken broken
                    ? broken.cause()
                    : ((TransportResult.NotWritten) result).cause();
            return new Tokens.NotGranted(new TokenTrouble.Unreachable(cause));
        } catch (IOException e) {
            return new Tokens.NotGranted(new TokenTrouble.OwnFile(e));
        }
    }

    private Tokens.Outcome outcome(PsbCredentials credentials, TransportResult.Answered answered, Path answer)
            throws IOException {
        int status = answered.status();
        if (status == 200) {
            try {
                JsonNode object = json.object(answer);
                Secret token = new Secret(Json.required(object, "access_token"));
                return new Tokens.Granted(
                        token, lifetime(object.path("expires_in").asLong(0)));
            } catch (UnusableAnswerException e) {
                return new Tokens.NotGranted(new TokenTrouble.Unusable(status, e.getMessage()));
            }
        }
        Optional<Problem> problem =
                Problem.read(json, answer, List.of(credentials.clientSecret(), credentials.password()));
        return new Tokens.NotGranted(
                switch (status) {
                    case 400, 401, 403 -> new TokenTrouble.Refused(status, problem);
                    default ->
                        status == 429 || status >= 500
                                ? new TokenTrouble.Overloaded(status, problem, answered.retryAfter())
                                : new TokenTrouble.Unusable(status, "it gives no token");
                });
    }

    private static Duration lifetime(long seconds) {
        if (seconds <= 0) {
            return USUAL;
        }
        return seconds > LONGEST.toSeconds() ? LONGEST : Duration.ofSeconds(seconds);
    }

    private static String form(PsbCredentials credentials) {
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
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
