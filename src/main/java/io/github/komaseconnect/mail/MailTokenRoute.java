package io.github.komaseconnect.mail;

import io.github.komaseconnect.company.MailOauth2;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.econnect.ServerTime;
import io.github.komaseconnect.platform.RouteCall;
import io.github.komaseconnect.platform.TransportResult;
import io.github.komaseconnect.rest.Json;
import io.github.komaseconnect.rest.RequestBody;
import io.github.komaseconnect.rest.TokenServer;
import io.github.komaseconnect.rest.Tokens;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;

/**
 * Tokens with which one logs in to a mail server (OAuth 2, client credentials), got over the route {@code mail-token} in
 * {@code routes/econnect.camel.yaml}. They live in here: keep one for a program.
 */
public final class MailTokenRoute implements MailTokens {
    /** Where the route begins. */
    static final String ENDPOINT = "direct:mail-token";

    private final Tokens<MailOauth2> tokens;

    /**
     * Over the route in {@code context}.
     *
     * @param tmp a folder for this program alone; an answer is in it and gone afterwards
     */
    public MailTokenRoute(CamelContext context, Clock clock, Path tmp) {
        // what time it is at this server does not matter
        RouteCall route = new RouteCall(context, ENDPOINT, new ServerTime(clock, System::nanoTime));
        TokenServer server =
                new TokenServer((address, form, answer) -> post(route, address, form, answer), new Json(), tmp);
        this.tokens = new Tokens<>(
                oauth2 -> server.ask(oauth2.tokenUrl(), form(oauth2), List.of(oauth2.clientSecret())), clock);
    }

    private static TransportResult post(RouteCall route, URI address, RequestBody form, Path answer) {
        return route.call(answer, message -> {
            message.setHeader(Exchange.HTTP_URI, address.toString());
            message.setHeader("Accept", "application/json");
            message.setHeader(Exchange.CONTENT_TYPE, form.getContentType());
            message.setBody(form);
        });
    }

    private static Map<String, String> form(MailOauth2 oauth2) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "client_credentials");
        fields.put("client_id", oauth2.clientId());
        fields.put("client_secret", oauth2.clientSecret().value());
        if (!oauth2.scope().isBlank()) {
            fields.put("scope", oauth2.scope());
        }
        return fields;
    }

    @Override
    public Secret token(MailOauth2 oauth2) throws NoMailTokenException {
        Tokens.Outcome outcome = tokens.token(oauth2);
        if (outcome instanceof Tokens.NotGranted not) {
            throw new NoMailTokenException(oauth2.tokenUrl(), not.trouble());
        }
        return ((Tokens.Granted) outcome).token();
    }

    @Override
    public void drop(MailOauth2 oauth2, Secret token) {
        tokens.drop(oauth2, token);
    }
}
