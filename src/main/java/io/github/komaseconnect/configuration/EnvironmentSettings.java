package io.github.komaseconnect.configuration;

import io.github.komaseconnect.econnect.Environment;

/**
 * Which eConnect this installation works with, and what becomes of invoices by e-mail there.
 *
 * @param which {@code econnect.environment}, or what the addresses say
 * @param invoiceMails to whom they go; in production always the customers
 */
public record EnvironmentSettings(Environment which, InvoiceMails invoiceMails) {
    /** The ordinary case. */
    public static EnvironmentSettings production() {
        return new EnvironmentSettings(Environment.PRODUCTION, new InvoiceMails.ToCustomers());
    }
}
