package io.github.komaseconnect.runtime;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.configuration.Configuration;
import io.github.komaseconnect.configuration.CredentialsSource;
import io.github.komaseconnect.configuration.GlobalSettings;
import io.github.komaseconnect.configuration.Home;
import io.github.komaseconnect.econnect.ServerTime;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.platform.PlatformEConnectFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;

/** The running program: camel-main with the routes, the beans they call, and two routes for each company. */
public final class KomasRuntime implements AutoCloseable {
    static final int RECEIVE_PARALLEL = 6;
    private static final int EXPORT_LOOKERS = 4;
    /** All that is in hand gets this long to finish; the rest is left to the next start. */
    private static final int SHUTDOWN_SECONDS = 25;

    private final Home home;
    private final Configuration configuration;
    private final CredentialsSource credentials;
    private final Ledger ledger;
    private final Clock clock;
    private final Tempo tempo;
    private final Main main = new Main();
    private final ScheduledExecutorService exportLooks =
            Executors.newScheduledThreadPool(EXPORT_LOOKERS, runnable -> new Thread(runnable, "export-looks"));

    /** A runtime for a checked configuration; the caller holds the lock of the home and closes the ledger after this. */
    public KomasRuntime(
            Home home,
            Configuration configuration,
            CredentialsSource credentials,
            Ledger ledger,
            Clock clock,
            Tempo tempo) {
        this.home = home;
        this.configuration = configuration;
        this.credentials = credentials;
        this.ledger = ledger;
        this.clock = clock;
        this.tempo = tempo;
    }

    /** Starts all routes; returns when they run. */
    public void start() {
        main.setDefaultPropertyPlaceholderLocation("false");
        main.configure().setName("komas-econnect");
        main.setRoutesCollector(new RouteFiles(home.routes()));
        main.configure().setShutdownTimeout(SHUTDOWN_SECONDS);
        main.configure().setShutdownNowOnTimeout(true);
        main.configure().setAutoConfigurationLogSummary(false);
        main.configure().setJmxEnabled(false);
        main.setInitialProperties(properties());
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeConfigure(BaseMainSupport support) {
                bind();
            }
        });
        try {
            main.start();
        } catch (RuntimeException e) {
            close();
            throw e;
        } catch (Exception e) {
            close();
            throw new IllegalStateException("The runtime cannot start: " + e.getMessage(), e);
        }
    }

    private void bind() {
        Path tmp = home.tmp();
        ServerTime serverTime = new ServerTime(clock, System::nanoTime);
        PlatformEConnectFactory platform =
                PlatformLink.factory(main.getCamelContext(), configuration.settings(), clock, serverTime, tmp);
        Map<String, Object> beans = new Wiring(home, configuration, credentials, ledger, clock, tempo, serverTime)
                .wire(company -> platform.forCompany(company, () -> credentials.credentials(company.key())));
        beans.forEach((name, bean) -> main.getCamelContext().getRegistry().bind(name, bean));
        main.getCamelContext().getRegistry().bind("exportLooks", exportLooks);
    }

    private Properties properties() {
        GlobalSettings settings = configuration.settings();
        Properties properties = new Properties();
        properties.putAll(configuration.camelProperties());
        properties.putAll(PlatformLink.properties(settings));
        properties.put(
                "komas.delivery.parallel", Integer.toString(settings.delivery().parallel()));
        properties.put("komas.delivery.poll", millis(tempo.delivery()));
        properties.put("komas.receive.parallel", Integer.toString(RECEIVE_PARALLEL));
        properties.put("komas.receive.poll", millis(tempo.receive()));
        properties.put("komas.housekeeping.poll", millis(tempo.housekeeping()));
        properties.put("komas.alarm.poll", millis(tempo.alarms()));
        for (Company company : configuration.companies()) {
            template(properties, "refresh-purchase-invoices", "refresh-" + company.key(), company)
                    .accept("schedule", company.refresh());
            var pickUp = template(properties, "pick-up-sales-invoices", "pick-up-" + company.key(), company);
            pickUp.accept("exportFolder", company.folders().exportFolder().toString());
            pickUp.accept("interval", millis(settings.pickup().interval()));
        }
        return properties;
    }

    private static java.util.function.BiConsumer<String, String> template(
            Properties properties, String template, String routeId, Company company) {
        String prefix = "camel.route-template[" + routeId + "].";
        properties.put(prefix + "template-id", template);
        properties.put(prefix + "company", company.key());
        return (name, value) -> properties.put(prefix + name, value);
    }

    private static String millis(java.time.Duration duration) {
        return Long.toString(duration.toMillis());
    }

    /** Finishes what is in hand, then stops; within 30 seconds. */
    @Override
    public void close() {
        main.stop();
        exportLooks.shutdownNow();
    }
}
