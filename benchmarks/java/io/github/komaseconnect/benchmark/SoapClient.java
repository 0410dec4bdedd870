package io.github.komaseconnect.benchmark;

import io.github.komaseconnect.simulator.RehearsalScenario;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The floors' way to the server: java.net.http with its pool of connections, and the messages of {@link SoapText}. */
public final class SoapClient {
    private static final Duration LONGEST_CALL = Duration.ofSeconds(100);

    private final URI url;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** @param url of the platform API */
    public SoapClient(URI url) {
        this.url = url;
    }

    /** The answer to one call; whatever else than success is an exception. */
    public String call(String operation, byte[] message) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(LONGEST_CALL)
                .header("SOAPAction", SoapText.action(operation))
                .header("Content-Type", SoapText.CONTENT_TYPE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(message))
                .build();
        try {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() != 200) {
                throw new IOException(
                        operation + " was answered with HTTP " + response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted during " + operation, e);
        }
    }

    /** Logs in and gives the token, which is good for hours. */
    public String logIn() throws IOException {
        byte[] message = SoapText.logIn(RehearsalScenario.CONNECTION_KEY, RehearsalScenario.CONNECTION_SECRET);
        return SoapText.between(call("Login", message), "SecurityToken");
    }
}
