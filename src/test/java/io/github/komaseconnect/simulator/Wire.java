package io.github.komaseconnect.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Talks to a simulator in hand-written SOAP. */
final class Wire {
    static final String NAMESPACE = "http://api.everbinding.nl/v3_1/";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI url;

    Wire(URI url) {
        this.url = url;
    }

    record Answer(int status, String body) {
        /** What stands between the tags of the first such element. */
        String value(String element) {
            return values(element).stream().findFirst().orElse("");
        }

        List<String> values(String element) {
            return Pattern.compile("<" + element + ">(.*?)</" + element + ">", Pattern.DOTALL)
                    .matcher(body)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        }

        String fault() {
            return value("faultstring");
        }
    }

    String logIn(String key, String secret) {
        Answer answer = call(
                "Login", "", "<ConsumerKey>" + key + "</ConsumerKey><ConsumerSecret>" + secret + "</ConsumerSecret>");
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.body());
        }
        return answer.value("SecurityToken");
    }

    /** Calls an operation with these elements inside its request element. */
    Answer call(String operation, String token, String elements) {
        return post(NAMESPACE + operation, envelope(operation, token, elements));
    }

    static String envelope(String operation, String token, String elements) {
        String header = token.isEmpty()
                ? ""
                : "<S:Header><Authentication xmlns=\"" + NAMESPACE + "\"><SecurityToken>" + token
                        + "</SecurityToken></Authentication></S:Header>";
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                + "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\">" + header + "<S:Body><"
                + operation + " xmlns=\"" + NAMESPACE + "\">" + elements + "</" + operation
                + "></S:Body></S:Envelope>";
    }

    Answer post(String soapAction, String envelope) {
        return exchange(request(soapAction, envelope).build());
    }

    HttpRequest.Builder request(String soapAction, String envelope) {
        return HttpRequest.newBuilder(url)
                .timeout(Duration.ofSeconds(20))
                .header("SOAPAction", soapAction)
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(envelope.getBytes(StandardCharsets.UTF_8)));
    }

    /** Any request; an I/O error becomes unchecked, with the cause. */
    Answer exchange(HttpRequest request) {
        try {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The elements of a SendDocument request. */
    static String sending(String via, String to, String payload) {
        return "<Via><ReferenceId>" + via + "</ReferenceId></Via><To><ReferenceId>" + to
                + "</ReferenceId></To><Subject>Factuur</Subject><Payload>" + payload + "</Payload><TemplateId>"
                + SimulatorBuilder.INVOICE_TEMPLATE + "</TemplateId>";
    }
}
