package io.github.komaseconnect.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Talks to the PSB of a simulator in hand-written HTTP. */
final class PsbWire {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Simulator simulator;

    PsbWire(Simulator simulator) {
        this.simulator = simulator;
    }

    record Answer(int status, String body, Optional<String> retryAfter) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(body, e);
            }
        }

        String text(String field) {
            return json().path(field).asText();
        }
    }

    Answer token(String form) {
        return exchange(HttpRequest.newBuilder(simulator.identityUrl().resolve("/connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    String logIn(String clientId, String secret) {
        Answer answer =
                token("grant_type=client_credentials&client_id=" + clientId + "&client_secret=" + secret + "&scope=ap");
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.body());
        }
        return answer.text("access_token");
    }

    Answer get(String token, String path) {
        return exchange(request(token, path).GET());
    }

    Answer delete(String token, String path) {
        return exchange(request(token, path).DELETE());
    }

    Answer json(String method, String token, String path, String json) {
        return exchange(request(token, path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json)));
    }

    /** Sends a document as party {@code NL:KVK:12345678}; an empty id means no header. */
    Answer send(String token, String documentId, String xml) {
        HttpRequest.Builder request =
                upload(token, "NL%3AKVK%3A12345678/salesInvoice/send", multipart("b1", xml), "b1");
        if (!documentId.isEmpty()) {
            request.header("X-EConnect-DocumentId", documentId);
        }
        return exchange(request);
    }

    HttpRequest.Builder upload(String token, String path, String body, String boundary) {
        return request(token, path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body));
    }

    static String multipart(String boundary, String xml) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"factuur.xml\"\r\n"
                + "Content-Type: application/xml\r\n\r\n" + xml + "\r\n--" + boundary + "--\r\n";
    }

    HttpRequest.Builder request(String token, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.psbUrl() + "/api/v1/" + path))
                .timeout(Duration.ofSeconds(20));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    /** Any request; an I/O error becomes unchecked, with the cause. */
    Answer exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(
                    response.statusCode(), response.body(), response.headers().firstValue("Retry-After"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
