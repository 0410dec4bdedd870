package io.github.komaseconnect.platform;

import io.github.komaseconnect.econnect.ServerTime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;

/**
 * One call over a route of {@code routes/econnect.camel.yaml}: the one way in which this program speaks HTTP with eConnect.
 * An answer goes straight from the connection into its file, never through memory.
 */
public final class RouteCall {
    private final ProducerTemplate template;
    private final String endpoint;
    private final ServerTime serverTime;

    /**
     * @param context the context that runs the route
     * @param endpoint where the route begins
     * @param serverTime is told what time it is at eConnect
     */
    public RouteCall(CamelContext context, String endpoint, ServerTime serverTime) {
        this.template = context.createProducerTemplate();
        this.endpoint = endpoint;
        this.serverTime = serverTime;
    }

    /**
     * Calls once and waits for a bounded time; never throws for what the network or the other side does.
     *
     * @param answer the file that takes the answer as it came; overwritten
     * @param prepare fills in the request
     */
    public TransportResult call(Path answer, Consumer<Message> prepare) {
        Exchange exchange;
        try {
            exchange = template.request(endpoint, outgoing -> {
                outgoing.setProperty(AnswerKeeper.FILE, answer);
                prepare.accept(outgoing.getIn());
            });
        } catch (RuntimeException e) {
            // the context is stopping or stopped; whether the route had begun is not known
            return new TransportResult.Broken(e);
        }
        try {
            return exchange.getException() == null ? answered(exchange) : failure(exchange.getException());
        } finally {
            exchange.getMessage().removeHeader(Exchange.HTTP_QUERY);
        }
    }

    private TransportResult answered(Exchange exchange) {
        Integer status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        if (status == null || !exchange.getProperty(AnswerKeeper.KEPT, false, boolean.class)) {
            return new TransportResult.Broken(new IOException("The route ended without an answer"));
        }
        AnswerTimes.date(exchange.getMessage().getHeader(AnswerHeaders.DATE, String.class))
                .ifPresent(serverTime::saw);
        String wait = exchange.getMessage().getHeader(AnswerHeaders.RETRY_AFTER, String.class);
        return new TransportResult.Answered(status, AnswerTimes.retryAfter(wait, serverTime.now()));
    }

    private static TransportResult failure(Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RequestNotWrittenException notWritten) {
                return new TransportResult.NotWritten((Exception) notWritten.getCause());
            }
            if (cause instanceof DirectConsumerNotAvailableException) {
                return new TransportResult.NotWritten(thrown);
            }
        }
        return new TransportResult.Broken(thrown);
    }
}
