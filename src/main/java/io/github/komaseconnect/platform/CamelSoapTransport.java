package io.github.komaseconnect.platform;

import io.github.komaseconnect.econnect.ServerTime;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * The way over Camel: the route {@code econnect-platform} in {@code routes/econnect.camel.yaml} posts the message, and
 * may be extended there.
 */
public final class CamelSoapTransport implements SoapTransport {
    /** Where the route begins. */
    public static final String ENDPOINT = "direct:econnect-platform";

    private final RouteCall route;

    /**
     * @param context the context that runs the route
     * @param serverTime is told what time it is at eConnect
     */
    public CamelSoapTransport(CamelContext context, ServerTime serverTime) {
        SubscriptionQuery.makeReadableForCamelHttp(context);
        route = new RouteCall(context, ENDPOINT, serverTime);
    }

    @Override
    public TransportResult call(SoapRequest request) {
        return route.call(request.answer(), message -> prepare(message, request));
    }

    private static void prepare(Message message, SoapRequest request) {
        message.setBody(new MessageEntity(request.message()));
        message.setHeader("SOAPAction", request.operation().soapAction());
        message.setHeader(Exchange.CONTENT_TYPE, "text/xml; charset=utf-8");
        if (request.subscriptionKey().present()) {
            message.setHeader(Exchange.HTTP_QUERY, new SubscriptionQuery(request.subscriptionKey()));
        }
    }
}
