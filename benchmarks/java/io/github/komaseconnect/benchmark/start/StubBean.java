package io.github.komaseconnect.benchmark.start;

import io.github.komaseconnect.benchmark.SoapText;
import io.github.komaseconnect.simulator.RehearsalScenario;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;

/** Stands in for every bean of the program: does nothing, except that it makes the first call to eConnect. */
public final class StubBean {
    static final String COMPANY = "company1";

    private final Supplier<CamelContext> context;
    private final AtomicBoolean arrived = new AtomicBoolean();

    StubBean(Supplier<CamelContext> context) {
        this.context = context;
    }

    /** Nothing to do. */
    public List<String> nothing() {
        return List.of();
    }

    /** A company as the route that takes it in hand sees it. */
    public record Arrived(String company, List<String> unfinishedClaims) {
        public Arrived {
            unfinishedClaims = List.copyOf(unfinishedClaims);
        }
    }

    /** The one company comes in hand, once, which has its list read. */
    public void companyComesInHand() {
        if (!arrived.getAndSet(true)) {
            context.get()
                    .createProducerTemplate()
                    .sendBody("direct:company-came-in-hand", new Arrived(COMPANY, List.of()));
        }
    }

    /** Logs in, as the reading of a list begins. */
    public Object firstCall() {
        return context.get()
                .createProducerTemplate()
                .request("direct:econnect-platform", StubBean::logIn)
                .getMessage();
    }

    private static void logIn(Exchange exchange) throws java.io.IOException {
        exchange.setProperty("econnectAnswerFile", java.nio.file.Files.createTempFile("benchmark-", ".xml"));
        exchange.getIn().setBody(SoapText.logIn(RehearsalScenario.CONNECTION_KEY, RehearsalScenario.CONNECTION_SECRET));
        exchange.getIn().setHeader("SOAPAction", SoapText.action("Login"));
        exchange.getIn().setHeader(Exchange.CONTENT_TYPE, SoapText.CONTENT_TYPE);
    }
}
