package io.github.komaseconnect.runtime;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.configuration.Configuration;
import io.github.komaseconnect.configuration.CredentialsSource;
import io.github.komaseconnect.configuration.Home;
import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.ServerTime;
import io.github.komaseconnect.econnect.ServiceBus;
import io.github.komaseconnect.mail.MailTokens;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.camel.main.Main;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to eConnect alone, for a command that talks to eConnect beside a running runtime or without one: the same
 * route, {@code econnect.camel.yaml} of the routes in force, and nothing else. Opens no port, reads no folder, and keeps
 * its few files in a folder of its own that goes when it is closed.
 */
public final class EConnectOnly implements AutoCloseable {
    /** The route file that leads to eConnect. */
    public static final String ROUTE_FILE = "econnect.camel.yaml";

    private static final Logger LOG = LoggerFactory.getLogger(EConnectOnly.class);
    /** Settings for camel-main that would open a port that the runtime has, or read other routes. */
    private static final List<String> NOT_FOR_A_COMMAND =
            List.of("camel.server.", "camel.management.", "camel.main.routes", "camel.route-template");

    private final Main main = new Main();
    private final Path tmp;
    private final Gateways gateways;

    /**
     * Starts the route.
     *
     * @param callLimit longest time of one call to eConnect
     * @throws IllegalStateException when it cannot start, e.g. because the route file is missing or wrong; says why
     */
    public EConnectOnly(
            Home home, Configuration configuration, CredentialsSource credentials, Clock clock, Duration callLimit) {
        Path route = home.routes().resolve(ROUTE_FILE);
        if (!Files.isRegularFile(route)) {
            throw new IllegalStateException("there is no route file " + route);
        }
        tmp = temporaryFolder();
        main.setDefaultPropertyPlaceholderLocation("false");
        main.configure().setName("komas-econnect-command");
        main.setRoutesCollector(new RouteFiles(home.routes(), ROUTE_FILE));
        main.configure().setShutdownTimeout(1);
        main.configure().setShutdownNowOnTimeout(true);
        main.configure().setAutoConfigurationLogSummary(false);
        main.configure().setJmxEnabled(false);
        main.setInitialProperties(properties(configuration, callLimit));
        try {
            main.init();
            ServerTime serverTime = new ServerTime(clock, System::nanoTime);
            gateways = Gateways.over(
                    main.getCamelContext(), configuration.settings(), credentials, clock, serverTime, tmp);
            main.start();
        } catch (Exception e) {
            close();
            throw new IllegalStateException(rootMessage(e), e);
        }
    }

    private static Properties properties(Configuration configuration, Duration callLimit) {
        Properties properties = new Properties();
        for (Map.Entry<String, String> setting : configuration.camelProperties().entrySet()) {
            if (NOT_FOR_A_COMMAND.stream().noneMatch(setting.getKey()::startsWith)) {
                properties.put(setting.getKey(), setting.getValue());
            }
        }
        properties.putAll(PlatformLink.properties(configuration.settings()));
        properties.put("komas.http.call-timeout", Long.toString(callLimit.toMillis()));
        return properties;
    }

    /** eConnect as this company sees it, by the gateway that it uses. */
    public EConnect forCompany(Company company) {
        return gateways.of(company);
    }

    /** What the PSB can be asked for this company beside sending and fetching; empty when it is not set up there. */
    public Optional<ServiceBus> busOf(Company company) {
        return gateways.bus(company);
    }

    /** Tokens to log in to mail servers with. */
    public MailTokens mailTokens() {
        return gateways.mailTokens();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("komas-econnect-");
        } catch (IOException e) {
            throw new IllegalStateException("no temporary folder can be made: " + e.getMessage(), e);
        }
    }

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        main.stop();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(tmp)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(tmp);
        } catch (IOException e) {
            LOG.warn("A temporary folder could not be removed: {}", tmp, e);
        }
    }
}
