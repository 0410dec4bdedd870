package io.github.komaseconnect.platform;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.util.TimeValue;

/**
 * The pool of connections to the platform; {@code routes/econnect.camel.yaml} names it as
 * {@code clientConnectionManager}. A connection that the server closed in between is noticed before it is used again: a
 * request written into it would be an invoice in doubt for nothing. Certificates are checked against the trust store of
 * the JVM.
 */
public final class PlatformConnections extends PoolingHttpClientConnectionManager {
    /** An empty pool; its size is set by {@code maxTotal} and {@code defaultMaxPerRoute}. */
    public PlatformConnections() {
        setDefaultConnectionConfig(ConnectionConfig.custom()
                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                .setTimeToLive(TimeValue.ofMinutes(1))
                .build());
    }
}
