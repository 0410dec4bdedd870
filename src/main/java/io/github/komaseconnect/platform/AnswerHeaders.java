package io.github.komaseconnect.platform;

import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpHeaderFilterStrategy;

/**
 * Which headers of eConnect's answer reach the route; {@code routes/econnect.camel.yaml} names it as
 * {@code headerFilterStrategy}. Only those about time: no header from outside may steer a route.
 */
public final class AnswerHeaders extends HttpHeaderFilterStrategy {
    static final String DATE = "Date";
    static final String RETRY_AFTER = "Retry-After";

    private final Set<String> kept = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    /** Keeps {@code Date} and {@code Retry-After}. */
    public AnswerHeaders() {
        kept.add(DATE);
        kept.add(RETRY_AFTER);
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return !kept.contains(name);
    }
}
