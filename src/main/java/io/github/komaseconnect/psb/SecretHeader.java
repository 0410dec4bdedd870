package io.github.komaseconnect.psb;

import io.github.komaseconnect.configuration.Secret;
import org.apache.camel.CamelContext;
import org.apache.camel.support.SimpleTypeConverter;

/**
 * A header with a secret in it. It prints as {@code ***}, in whatever log step an integrator adds; only camel-http, which
 * asks for the text by type conversion, gets to see it.
 *
 * @param before what stands before the secret, such as {@code "Bearer "}
 */
record SecretHeader(String before, Secret secret) {
    static void makeReadableForCamelHttp(CamelContext context) {
        context.getTypeConverterRegistry()
                .addTypeConverter(
                        String.class,
                        SecretHeader.class,
                        new SimpleTypeConverter(false, (type, exchange, value) -> ((SecretHeader) value).text()));
    }

    private String text() {
        return before + secret.value();
    }

    @Override
    public String toString() {
        return secret.toString();
    }
}
