package io.github.komaseconnect.runtime;

import io.github.komaseconnect.configuration.Configuration;
import io.github.komaseconnect.configuration.ConfigurationReader;
import io.github.komaseconnect.configuration.CredentialsSource;
import io.github.komaseconnect.configuration.Home;
import io.github.komaseconnect.configuration.RunLock;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Membership;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** One of several runtimes on one PostgreSQL, in a process of its own, to be killed or asked to stop. */
public final class NodeProcess {
    private NodeProcess() {}

    /** Runs until it is killed; asked to stop, it does so as {@code run} does. */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        Function<String, Optional<String>> nothing = name -> Optional.empty();
        Configuration configuration = new ConfigurationReader(nothing).read(home);
        Home place = new Home(home, Path.of(arguments[1]));
        Files.createDirectories(place.tmp());
        RunLock lock = RunLock.tryAcquire(place.data()).orElseThrow();
        Membership membership = new Membership(
                arguments[2],
                "machine",
                home.toString(),
                Duration.ofMillis(Long.parseLong(arguments[3])),
                Duration.ofMillis(Long.parseLong(arguments[4])));
        Ledger ledger = LedgerDatabase.open(
                configuration.settings().ledgerUrl(), place.data(), Clock.systemUTC(), "node", membership);
        KomasRuntime runtime = new KomasRuntime(
                place, configuration, new CredentialsSource(home, nothing), ledger, Clock.systemUTC(), Tempo.quick());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            runtime.close();
            ledger.close();
        }));
        runtime.start();
        System.out.println("READY " + lock);
        new CountDownLatch(1).await();
    }

    /** Starts one with the class path of this JVM and these options of its own; its output goes to a file in the home. */
    static Process start(Path home, Path distribution, String node, Duration lease, Duration step, List<String> options)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=logback-test.xml"));
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                NodeProcess.class.getName(),
                home.toString(),
                distribution.toString(),
                node,
                Long.toString(lease.toMillis()),
                Long.toString(step.toMillis())));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("node.log").toFile()))
                .start();
    }
}
