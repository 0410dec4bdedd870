package io.github.komaseconnect.platform;

import io.github.komaseconnect.econnect.ServerTime;
import java.io.IOException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;

/**
 * The way over Camel: the route {@code econnect-platform} in {@code routes/econnect.camel.yaml} posts the message, and
 * may be extended there. An answer goes straight from the connection into its file, never through memory.
 */
public final class CamelSoapTransport implements SoapTransport {
    /** Where the route begins. */
    public static final String ENDPOINT = "direct:econnect-platform";

    private final ProducerTemplate template;
    private final ServerTime serverTime;

    /**
     * @param context the context that runs the route
     * @param serverTime is told what time it is at eConnect
     */
    public CamelSoapTransport(CamelContext context, ServerTime serverTime) {
        this.serverTime = serverTime;
        SubscriptionQuery.makeReadableForCamelHttp(context);
        template = context.createProducerTemplate();
    }

    @Override
    public TransportResult call(SoapRequest request) {
        Exchange exchange;
        try {
            exchange = template.request(ENDPOINT, outgoing -> prepare(outgoing, request));
        } catch (RuntimeException e) {
            // the context is stopping or stopped; whether the route had begun is not known
            return new TransportResult.Broken(e);
        }
        try {
            if (exchange.getException() != null) {
                return failure(exchange.getException());
            }
            return answer(exchange);
        } finally {
            exchange.getMessage().removeHeader(Exchange.HTTP_QUERY);
        }
    }

    private void prepare(Exchange exchange, SoapRequest request) {
        exchange.setProperty(AnswerKeeper.FILE, request.answer());
        exchange.getIn().setBody(new MessageEntity(request.message()));
        exchange.getIn().setHeader("SOAPAction", request.operation().soapAction());
        exchange.getIn().setHeader(Exchange.CONTENT_TYPE, "text/xml; charset=utf-8");
        if (request.subscriptionKey().present()) {
            exchange.getIn().setHeader(Exchange.HTTP_QUERY, new SubscriptionQuery(request.subscriptionKey()));
        }
    }

    private TransportResult answer(Exchange exchange) {
        Integer status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        if (status == null || !exchange.getProperty(AnswerKeeper.KEPT, false, boolean.class)) {
            return new TransportResult.Broken(new IOException("The route ended without an answer"));
        }
        AnswerTimes.date(exchange.getMessage().getHeader(AnswerHeaders.DATE, String.class))
                .ifPresent(serverTime::saw);
        String wait = exchange.getMessage().getHeader(AnswerHeaders.RETRY_AFTER, String.class);
        return new TransportResult.Answered(status, AnswerTimes.retryAfter(wait, serverTime.now()));
    }

    private TransportResult failure(Exception thrown) {
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
