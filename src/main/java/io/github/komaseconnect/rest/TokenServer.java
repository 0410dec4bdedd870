package io.github.komaseconnect.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.platform.TransportResult;
import io.github.komaseconnect.platform.WorkFile;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A server that gives OAuth 2 tokens for a form: asks it once and reads its answer. */
public final class TokenServer {
    private static final Duration USUAL = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final FormPost post;
    private final Json json;
    private final Path tmp;

    /** Posts a form once, for a bounded time, and brings the answer into a file; never throws for the other side. */
    @FunctionalInterface
    public interface FormPost {
        /** One request. */
        TransportResult post(URI address, RequestBody form, Path answer);
    }

    /** @param tmp a folder for this program alone; the answer is in it and gone afterwards */
    public TokenServer(FormPost post, Json json, Path tmp) {
        this.post = post;
        this.json = json;
        this.tmp = tmp;
    }

    /**
     * Asks for a token, once.
     *
     * @param fields of the form, in this order
     * @param secrets what must not be repeated from the answer
     */
    public Tokens.Outcome ask(URI address, Map<String, String> fields, List<Secret> secrets) {
        try (WorkFile answer = WorkFile.in(tmp)) {
            RequestBody form = RequestBody.text(
                    "application/x-www-form-urlencoded", encoded(fields).getBytes(StandardCharsets.US_ASCII));
            TransportResult result = post.post(address, form, answer.path());
            if (result instanceof TransportResult.Answered answered) {
                return outcome(answered, answer.path(), secrets);
            }
            Exception cause = result instanceof TransportResult.Broken broken
                    ? broken.cause()
                    : ((TransportResult.NotWritten) result).cause();
            return new Tokens.NotGranted(new TokenTrouble.Unreachable(cause));
        } catch (IOException e) {
            return new Tokens.NotGranted(new TokenTrouble.OwnFile(e));
        }
    }

    private Tokens.Outcome outcome(TransportResult.Answered answered, Path answer, List<Secret> secrets)
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
        Optional<Problem> problem = Problem.read(json, answer, secrets);
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

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
