package io.github.komaseconnect.runtime;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.configuration.Configuration;
import io.github.komaseconnect.configuration.CredentialsSource;
import io.github.komaseconnect.configuration.GlobalSettings;
import io.github.komaseconnect.configuration.Home;
import io.github.komaseconnect.delivery.DueDeliveries;
import io.github.komaseconnect.econnect.ServerTime;
import io.github.komaseconnect.folder.Lanes;
import io.github.komaseconnect.health.HealthFacts;
import io.github.komaseconnect.health.HealthListener;
import io.github.komaseconnect.hook.http.HookListener;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.purchase.Receiving;
import io.github.komaseconnect.purchase.SafeAtLast;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;

/** The running program: camel-main with the routes and the beans they call. Companies come and go while it runs. */
public final class KomasRuntime implements AutoCloseable {
    static final int RECEIVE_PARALLEL = 6;
    /** All that is in hand gets this long to finish; the rest is left to the next start. */
    private static final int SHUTDOWN_SECONDS = 25;

    private final Home home;
    private final Configuration configuration;
    private final CredentialsSource credentials;
    private final Ledger ledger;
    private final Clock clock;
    private final Tempo tempo;
    private final Main main = new Main();
    private Optional<HealthListener> health = Optional.empty();
    private Optional<HookListener> hooks = Optional.empty();
    private Optional<Lanes> lanes = Optional.empty();
    private Optional<ExportLooks> looks = Optional.empty();
    private Optional<DueDeliveries> deliveries = Optional.empty();
    private Optional<RespondLooks> respond = Optional.empty();
    private Optional<CompanyLife> life = Optional.empty();
    private Optional<CustodyRounds> custody = Optional.empty();
    private Optional<ClusterNode> node = Optional.empty();
    private Companies companies = new Companies(List.of());

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
            health = HealthDesk.open(
                    main.getCamelContext(),
                    configuration.settings().health(),
                    configuration.environment().which(),
                    ledger,
                    clock);
            hooks = HookDoor.open(
                    main.getCamelContext(), configuration.settings().hooks(), ledger);
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
        Gateways gateways =
                Gateways.over(main.getCamelContext(), configuration.settings(), credentials, clock, serverTime, tmp);
        Map<String, Object> beans = new Wiring(home, configuration, credentials, ledger, clock, tempo, serverTime)
                .wire(gateways, new CompanyRoutes(main.getCamelContext()));
        Companies all = (Companies) beans.get("companies");
        beans.put("safeAtLast", new SafeAtLast(all, gateways::bus, ledger, (Receiving) beans.get("receiving"), clock));
        beans.forEach((name, bean) -> main.getCamelContext().getRegistry().bind(name, bean));
        looks = Optional.of((ExportLooks) beans.get("exportLooks"));
        deliveries = Optional.of((DueDeliveries) beans.get("dueDeliveries"));
        respond = Optional.of((RespondLooks) beans.get("respondLooks"));
        life = Optional.of((CompanyLife) beans.get("companyLife"));
        lanes = Optional.of((Lanes) beans.get("lanes"));
        custody = Optional.of((CustodyRounds) beans.get("custodyRounds"));
        companies = all;
        HealthDesk.register(main.getCamelContext(), new HealthFacts(companies, ledger));
        node = Optional.ofNullable((ClusterNode) beans.get("clusterNode"));
        node.ifPresent(present -> {
            present.joinTo(main.getCamelContext());
            present.start();
        });
    }

    private Properties properties() {
        GlobalSettings settings = configuration.settings();
        Properties properties = new Properties();
        properties.putAll(configuration.camelProperties());
        properties.putAll(PlatformLink.properties(settings));
        properties.put(
                "komas.delivery.parallel", Integer.toString(settings.delivery().parallel()));
        properties.put(
                "komas.delivery.workers",
                Integer.toString(DueDeliveries.workersFor(settings.delivery().parallel())));
        properties.put("komas.delivery.poll", millis(tempo.delivery()));
        properties.put("komas.receive.parallel", Integer.toString(RECEIVE_PARALLEL));
        properties.put("komas.receive.poll", millis(tempo.receive()));
        properties.put("komas.housekeeping.poll", millis(tempo.housekeeping()));
        properties.put("komas.respond.poll", millis(tempo.respond()));
        properties.put("komas.print.poll", millis(tempo.respond()));
        properties.put("komas.watch.poll", millis(tempo.watches()));
        properties.put("komas.mailbox.poll", millis(tempo.watches()));
        properties.put("komas.alarm.poll", millis(tempo.alarms()));
        properties.put("komas.companies.poll", millis(tempo.companies()));
        properties.put("komas.pickup.interval", millis(settings.pickup().interval()));
        return properties;
    }

    private static String millis(java.time.Duration duration) {
        return Long.toString(duration.toMillis());
    }

    /** The companies, as they come in hand and go; none before {@link #start}. */
    public Companies companies() {
        return companies;
    }

    /** Finishes what is in hand, then stops; within 30 seconds. */
    @Override
    public void close() {
        life.ifPresent(CompanyLife::settle);
        looks.ifPresent(ExportLooks::stop);
        deliveries.ifPresent(DueDeliveries::stop);
        health.ifPresent(HealthListener::close);
        hooks.ifPresent(HookListener::close);
        main.stop();
        looks.ifPresent(ExportLooks::close);
        respond.ifPresent(RespondLooks::close);
        custody.ifPresent(CustodyRounds::close);
        lanes.ifPresent(Lanes::close);
        life.ifPresent(CompanyLife::close);
        node.ifPresent(ClusterNode::close);
    }
}
