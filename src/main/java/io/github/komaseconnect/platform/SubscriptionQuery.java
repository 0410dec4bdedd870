package io.github.komaseconnect.platform;

import io.github.komaseconnect.configuration.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.camel.CamelContext;
import org.apache.camel.support.SimpleTypeConverter;

/**
 * The query of the platform's URL with the subscription key in it. As a header it prints as {@code ***}, in whatever log
 * step an integrator adds; only camel-http, which asks for the text by type conversion, gets to see it.
 */
final class SubscriptionQuery {
    private final Secret key;

    SubscriptionQuery(Secret key) {
        this.key = key;
    }

    static void makeReadableForCamelHttp(CamelContext context) {
        context.getTypeConverterRegistry()
                .addTypeConverter(
                        String.class,
                        SubscriptionQuery.class,
                        new SimpleTypeConverter(false, (type, exchange, value) -> ((SubscriptionQuery) value).text()));
    }

    private String text() {
        return "subscriptionKey=" + URLEncoder.encode(key.value(), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
