package io.github.komaseconnect.benchmark;

import io.github.komaseconnect.configuration.Configuration;
import io.github.komaseconnect.configuration.ConfigurationReader;
import io.github.komaseconnect.configuration.CredentialsSource;
import io.github.komaseconnect.configuration.Home;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.StateCount;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.logging.LogSetup;
import io.github.komaseconnect.runtime.KomasRuntime;
import io.github.komaseconnect.runtime.Tempo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The program itself, put together as {@code komas-econnect run} does: its routes, its ledger, its tempo, its log. */
public final class RuntimeMain {
    private RuntimeMain() {}

    /** Arguments: home, and the folder that has {@code routes/}. */
    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        Function<String, Optional<String>> noEnvironment = name -> Optional.empty();
        Configuration configuration = new ConfigurationReader(noEnvironment).read(directory);
        configuration.problems().stream()
                .filter(problem -> problem.isError())
                .findFirst()
                .ifPresent(problem -> {
                    throw new IllegalStateException(problem.englishLine());
                });
        Home home = new Home(directory, Path.of(arguments[1]));
        Files.createDirectories(home.tmp());
        CredentialsSource credentials = new CredentialsSource(directory, noEnvironment);
        LogSetup.start(home.logs(), credentials::allSecretValues);
        Clock clock = Clock.systemUTC();
        try (Ledger ledger = LedgerDatabase.open("", home.data(), clock, "benchmark");
                KomasRuntime runtime =
                        new KomasRuntime(home, configuration, credentials, ledger, clock, Tempo.usual())) {
            runtime.start();
            Conversation.hold(Map.of("count", state -> Long.toString(count(ledger, InvoiceState.valueOf(state)))));
        }
    }

    private static long count(Ledger ledger, InvoiceState state) {
        return ledger.inTransaction(books -> books.invoices().counts(Optional.empty(), Optional.empty())).stream()
                .filter(count -> count.state() == state)
                .mapToLong(StateCount::invoices)
                .sum();
    }
}
