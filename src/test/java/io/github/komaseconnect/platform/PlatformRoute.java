package io.github.komaseconnect.platform;

import io.github.komaseconnect.econnect.ServerTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The real route from the project's own file, running in a context of its own. */
final class PlatformRoute implements AutoCloseable {
    static final Path FILE = Path.of("routes/econnect.camel.yaml");

    private final CamelContext context;
    private final CamelSoapTransport transport;
    final ServerTime serverTime = new ServerTime(Clock.systemUTC(), System::nanoTime);

    PlatformRoute(String url, Map<String, String> settings) throws Exception {
        this(url, settings, Files.readString(FILE));
    }

    /** With a route that an integrator has changed. */
    PlatformRoute(String url, Map<String, String> settings, String yaml) throws Exception {
        context = new DefaultCamelContext();
        Properties properties = new Properties();
        properties.setProperty("komas.platform.url", url);
        properties.setProperty("komas.psb.url", "http://127.0.0.1:1");
        settings.forEach(properties::setProperty);
        context.getPropertiesComponent().setInitialProperties(properties);
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("econnect.camel.yaml", yaml));
        transport = new CamelSoapTransport(context, serverTime);
        context.start();
    }

    CamelSoapTransport transport() {
        return transport;
    }

    CamelContext context() {
        return context;
    }

    @Override
    public void close() {
        context.stop();
    }
}
