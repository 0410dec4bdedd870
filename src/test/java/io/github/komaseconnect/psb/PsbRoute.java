package io.github.komaseconnect.psb;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.company.PsbCredentials;
import io.github.komaseconnect.company.TestCompany;
import io.github.komaseconnect.configuration.GlobalSettings.PsbSettings;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.OutgoingDocument;
import io.github.komaseconnect.econnect.ServerTime;
import io.github.komaseconnect.econnect.ServiceBus;
import io.github.komaseconnect.invoice.DocumentType;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The gateway over the route as it is shipped. */
final class PsbRoute implements AutoCloseable {
    static final PsbCredentials CLIENT =
            new PsbCredentials("acme-client", new Secret("client-secret-4711"), "", new Secret(""), new Secret(""));

    final ServerTime serverTime = new ServerTime(Clock.systemUTC(), System::nanoTime);
    volatile PsbCredentials credentials = CLIENT;
    private final CamelContext context = new DefaultCamelContext();
    private final PsbGateway gateway;
    private final Company company;
    private final Path folder;
    private final AtomicInteger files = new AtomicInteger();

    PsbRoute(URI psb, URI identity, Path folder, Map<String, String> settings) throws Exception {
        this(psb, identity, folder, settings, Files.readString(Path.of("routes", "econnect.camel.yaml")));
    }

    /** With a route that an integrator has changed. */
    PsbRoute(URI psb, URI identity, Path folder, Map<String, String> settings, String yaml) throws Exception {
        this.folder = folder;
        this.company = TestCompany.of("acme", folder).withGateway(Gateway.PSB, "NL:KVK:12345678");
        Properties properties = new Properties();
        properties.setProperty("komas.platform.url", "http://127.0.0.1:1/soap");
        properties.setProperty("komas.psb.url", psb.toString());
        settings.forEach(properties::setProperty);
        context.getPropertiesComponent().setInitialProperties(properties);
        Resource routes = ResourceHelper.fromString("econnect.camel.yaml", yaml);
        PluginHelper.getRoutesLoader(context).loadRoutes(routes);
        gateway = new PsbGateway(
                context, new PsbSettings(psb, identity), Clock.systemUTC(), serverTime, folder.resolve("tmp"));
        context.start();
    }

    EConnect econnect() {
        return gateway.forCompany(company, () -> credentials);
    }

    ServiceBus bus() {
        return gateway.busOf(company, () -> credentials);
    }

    /** A document to be sent, with this number and content. */
    OutgoingDocument document(String number, String documentId, byte[] content) throws IOException {
        int file = files.incrementAndGet();
        return new OutgoingDocument(
                Files.write(folder.resolve(file + ".xml"), content),
                DocumentType.INVOICE,
                number,
                "0106:87654321",
                documentId,
                folder.resolve(file + "-sent.http"),
                folder.resolve(file + "-answer.json"));
    }

    @Override
    public void close() {
        context.stop();
    }
}
