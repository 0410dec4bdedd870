package io.github.komaseconnect.psb;

import io.github.komaseconnect.econnect.ServerTime;
import io.github.komaseconnect.platform.RouteCall;
import io.github.komaseconnect.platform.TransportResult;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The way over Camel: the route {@code econnect-psb} in {@code routes/econnect.camel.yaml}, which may be extended there. */
final class CamelPsbTransport implements PsbTransport {
    /** Where the route begins. */
    static final String ENDPOINT = "direct:econnect-psb";

    private final RouteCall route;

    /**
     * @param context the context that runs the route
     * @param serverTime is told what time it is at eConnect
     */
    CamelPsbTransport(CamelContext context, ServerTime serverTime) {
        SecretHeader.makeReadableForCamelHttp(context);
        route = new RouteCall(context, ENDPOINT, serverTime);
    }

    @Override
    public TransportResult call(PsbRequest request) {
        return route.call(request.answer(), message -> prepare(message, request));
    }

    private static void prepare(Message message, PsbRequest request) {
        message.setHeader(Exchange.HTTP_URI, request.address().toString());
        message.setHeader(Exchange.HTTP_METHOD, request.method());
        message.setHeader("Accept", "application/json, application/xml, */*");
        request.headers().forEach(message::setHeader);
        request.secrets().forEach(message::setHeader);
        request.body().ifPresent(body -> {
            message.setHeader(Exchange.CONTENT_TYPE, body.getContentType());
            message.setBody(body);
        });
    }
}
