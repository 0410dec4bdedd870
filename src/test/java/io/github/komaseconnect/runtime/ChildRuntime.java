package io.github.komaseconnect.runtime;

import io.github.komaseconnect.configuration.Configuration;
import io.github.komaseconnect.configuration.ConfigurationReader;
import io.github.komaseconnect.configuration.CredentialsSource;
import io.github.komaseconnect.configuration.Home;
import io.github.komaseconnect.configuration.RunLock;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** The runtime in a process of its own, to be killed: started with home and distribution as arguments. */
public final class ChildRuntime {
    private ChildRuntime() {}

    /** Runs until it is killed. */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        Function<String, Optional<String>> nothing = name -> Optional.empty();
        Configuration configuration = new ConfigurationReader(nothing).read(home);
        Home place = new Home(home, Path.of(arguments[1]));
        Files.createDirectories(place.tmp());
        RunLock lock = RunLock.tryAcquire(place.data()).orElseThrow();
        Ledger ledger = LedgerDatabase.open("", place.data(), Clock.systemUTC(), "child");
        KomasRuntime runtime = new KomasRuntime(
                place, configuration, new CredentialsSource(home, nothing), ledger, Clock.systemUTC(), Tempo.quick());
        runtime.start();
        System.out.println("READY " + lock);
        new CountDownLatch(1).await();
    }

    /** Starts one with the class path of this JVM; its output goes to a file in the home. */
    static Process start(Path home, Path distribution) throws Exception {
        File log = home.resolve("child.log").toFile();
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dlogback.configurationFile=logback-test.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildRuntime.class.getName(),
                        home.toString(),
                        distribution.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }
}
