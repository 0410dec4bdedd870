package io.github.komaseconnect.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.komaseconnect.configuration.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the other side says of a call that it did not carry out; parts that it leaves out are empty.
 *
 * @param code such as {@code API404}
 * @param message in English, for a person
 * @param requestId what eConnect's support asks for
 */
public record Problem(String code, String message, String requestId) {
    private static final int LONGEST = 600;
    /** Shorter ones are no secrets, and would spoil the text. */
    private static final int SHORTEST_SECRET = 4;

    /** What the answer in this file says; empty when it says nothing that is known. */
    public static Optional<Problem> read(Json json, Path answer, List<Secret> secrets) {
        try {
            JsonNode object = json.object(answer);
            Problem problem = new Problem(Json.text(object, "code"), message(object), Json.text(object, "requestId"));
            boolean says = !problem.code.isEmpty() || !problem.message.isEmpty();
            return says ? Optional.of(problem.masked(secrets)) : Optional.empty();
        } catch (IOException | UnusableAnswerException notTheirs) {
            return Optional.empty();
        }
    }

    /** An identity server has words of its own for it. */
    private static String message(JsonNode object) {
        List<String> parts = new ArrayList<>();
        for (String field : List.of("message", "error", "error_description")) {
            String text = Json.text(object, field);
            if (!text.isEmpty()) {
                parts.add(text);
            }
        }
        return String.join(": ", parts);
    }

    /** A server may well repeat what it was sent. */
    private Problem masked(List<Secret> secrets) {
        return new Problem(masked(code, secrets), masked(message, secrets), masked(requestId, secrets));
    }

    private static String masked(String text, List<Secret> secrets) {
        String masked = text;
        for (Secret secret : secrets) {
            if (secret.value().length() >= SHORTEST_SECRET) {
                masked = masked.replace(secret.value(), "***");
            }
        }
        return masked.length() > LONGEST ? masked.substring(0, LONGEST) + "…" : masked;
    }

    /** In brackets or after a colon; the same in both languages. */
    public String quoted() {
        StringBuilder text = new StringBuilder(message.isEmpty() ? "-" : message);
        List<String> ids = new ArrayList<>();
        if (!code.isEmpty()) {
            ids.add(code);
        }
        if (!requestId.isEmpty()) {
            ids.add("requestId " + requestId);
        }
        return ids.isEmpty()
                ? text.toString()
                : text.append(" (").append(String.join(", ", ids)).append(')').toString();
    }
}
