package io.github.komaseconnect.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** {@code POST /connect/token}. */
final class IdentityCall {
    static final String PATH = "/connect/token";
    private static final int LARGEST = 16 * 1024;

    private final Platform platform;

    IdentityCall(Platform platform) {
        this.platform = platform;
    }

    HttpAnswer answer(HttpRequest request) {
        if (!request.method().equals("POST")) {
            return HttpAnswer.text(405, "");
        }
        String type = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.split(";")[0].strip().equals("application/x-www-form-urlencoded")
                || request.body().size() > LARGEST) {
            return error("invalid_request");
        }
        Map<String, String> form;
        try {
            form = form(request.body().text());
        } catch (IllegalArgumentException e) {
            return error("invalid_request");
        }
        return platform.clients()
                .find(form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", ""))
                .map(client -> grant(client, form))
                .orElseGet(this::unknownClient);
    }

    private HttpAnswer grant(SimulatedClient client, Map<String, String> form) {
        String grant = form.getOrDefault("grant_type", "");
        if (!form.getOrDefault("scope", "").equals("ap")) {
            return error("invalid_scope");
        }
        if (grant.equals("client_credentials")) {
            return token(client, client.clientId());
        }
        if (!grant.equals("password")) {
            return error("unsupported_grant_type");
        }
        String username = form.getOrDefault("username", "");
        return PsbClients.knows(client, username, form.getOrDefault("password", ""))
                ? token(client, username)
                : error("invalid_grant");
    }

    private HttpAnswer token(SimulatedClient client, String name) {
        return HttpAnswer.json(
                        200,
                        Json.object()
                                .put("access_token", platform.clients().token(client, name))
                                .put("expires_in", PsbClients.TOKEN_LIFE.toSeconds())
                                .put("token_type", "Bearer")
                                .put("scope", "ap")
                                .toString())
                .withHeader("Cache-Control: no-store");
    }

    private HttpAnswer unknownClient() {
        return platform.has(Quirk.INVALID_CLIENT_401) ? error(401, "invalid_client") : error("invalid_client");
    }

    private static HttpAnswer error(String code) {
        return error(400, code);
    }

    private static HttpAnswer error(int status, String code) {
        return HttpAnswer.json(status, Json.object().put("error", code).toString());
    }

    private static Map<String, String> form(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
