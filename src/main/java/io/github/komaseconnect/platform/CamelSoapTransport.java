package io.github.komaseconnect.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.apache.camel.spi.StreamCachingStrategy;

/**
 * The way over Camel: the route {@code econnect-platform} in {@code routes/econnect.camel.yaml} posts the message, and
 * may be extended there. Answers of more than some kilobytes go through a file, never through memory.
 */
public final class CamelSoapTransport implements SoapTransport {
    /** Where the route begins. */
    public static final String ENDPOINT = "direct:econnect-platform";

    private final ProducerTemplate template;

    /**
     * @param context the context that runs the route; {@link #spoolAnswers} must have been called for it before it
     *     started
     */
    public CamelSoapTransport(CamelContext context) {
        if (!context.getStreamCachingStrategy().isSpoolEnabled()) {
            throw new IllegalStateException("Large answers would be held in memory: call spoolAnswers first");
        }
        SubscriptionQuery.makeReadableForCamelHttp(context);
        template = context.createProducerTemplate();
    }

    /**
     * Has Camel keep answers of more than 128 kB in files below {@code folder} while they are on their way.
     *
     * @param context a context that has not been started yet
     */
    public static void spoolAnswers(CamelContext context, Path folder) {
        StreamCachingStrategy caching = context.getStreamCachingStrategy();
        caching.setSpoolEnabled(true);
        caching.setSpoolDirectory(folder.toFile());
        caching.setSpoolThreshold(128L * 1024);
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
            return answer(exchange, request.answer());
        } finally {
            exchange.getMessage().removeHeader(Exchange.HTTP_QUERY);
        }
    }

    private void prepare(Exchange exchange, SoapRequest request) {
        exchange.getIn().setBody(new MessageEntity(request.message()));
        exchange.getIn().setHeader("SOAPAction", request.operation().soapAction());
        exchange.getIn().setHeader(Exchange.CONTENT_TYPE, "text/xml; charset=utf-8");
        if (request.subscriptionKey().present()) {
            exchange.getIn().setHeader(Exchange.HTTP_QUERY, new SubscriptionQuery(request.subscriptionKey()));
        }
    }

    private TransportResult answer(Exchange exchange, Path file) {
        Integer status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        if (status == null) {
            return new TransportResult.Broken(new IOException("The route gave no HTTP status"));
        }
        try (InputStream body = exchange.getMessage().getBody(InputStream.class)) {
            Files.copy(body == null ? InputStream.nullInputStream() : body, file, StandardCopyOption.REPLACE_EXISTING);
            return new TransportResult.Answered(status);
        } catch (IOException | RuntimeException e) {
            return new TransportResult.Broken(e);
        }
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
