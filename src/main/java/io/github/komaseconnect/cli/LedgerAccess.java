package io.github.komaseconnect.cli;

import io.github.komaseconnect.configuration.Problem;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerUnavailableException;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.github.komaseconnect.ledger.sql.NewerLedgerException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Opens the ledger of an installation; {@code run} makes it, other commands only use one that is there. */
public final class LedgerAccess {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String LEDGER_URL = "ledger.url";
    /** How long a database may take to answer, where the URL does not say. */
    private static final String SECONDS = "20";

    private final Clock clock;

    /** Rows are stamped by {@code clock}. */
    public LedgerAccess(Clock clock) {
        this.clock = clock;
    }

    /**
     * Opens the ledger, and makes it when there is none.
     *
     * @throws CommandFailure when it cannot be opened, or is of a newer program
     */
    public Ledger openOrCreate(Installation installation) {
        String url = installation.configuration().settings().ledgerUrl();
        try {
            return LedgerDatabase.open(url, installation.home().data(), clock, Version.text());
        } catch (NewerLedgerException e) {
            throw CommandFailure.failed(
                    "De administratie (ledger) is gemaakt door een nieuwere versie van komas-econnect. Installeer die versie"
                            + " of een nieuwere; er is niets gewijzigd.",
                    "The ledger was made by a newer version of komas-econnect. Install that version or a newer one;"
                            + " nothing was changed.",
                    e);
        } catch (LedgerUnavailableException e) {
            throw unavailable(e);
        }
    }

    /**
     * Opens the ledger beside a running runtime; empty when nothing ever ran in this home.
     *
     * @throws CommandFailure when it cannot be opened, or the configuration does not say which it is
     */
    public Optional<Ledger> openExisting(Installation installation) {
        List<Problem> inTheWay = installation.configuration().globalErrors().stream()
                .filter(problem -> problem.key().isEmpty() || problem.key().equals(LEDGER_URL))
                .toList();
        if (!inTheWay.isEmpty()) {
            throw CommandFailure.usage(
                    "application.properties: " + inTheWay.get(0).dutchLine(),
                    "application.properties: " + inTheWay.get(0).englishLine());
        }
        return isThere(installation) ? Optional.of(openOrCreate(installation)) : Optional.empty();
    }

    /** What to say when the ledger cannot be used. */
    static CommandFailure unavailable(LedgerUnavailableException e) {
        return CommandFailure.failed(
                "De administratie (ledger) is niet te gebruiken: " + e.getMessage()
                        + " Controleer de map data/ of ledger.url, en het account.",
                e.getMessage() + " Check the data/ folder or ledger.url, and the account.",
                e);
    }

    private static boolean isThere(Installation installation) {
        String url = installation.configuration().settings().ledgerUrl();
        if (url.isBlank()) {
            return Files.exists(installation.home().data().resolve("ledger.db"));
        }
        return url.startsWith(SQLITE)
                ? Files.exists(Path.of(url.substring(SQLITE.length()).split("\\?", 2)[0]))
                : hasSchema(url);
    }

    private static boolean hasSchema(String url) {
        Properties limits = new Properties();
        limits.setProperty("loginTimeout", SECONDS);
        limits.setProperty("socketTimeout", SECONDS);
        try (Connection connection = DriverManager.getConnection(url, limits);
                ResultSet tables = connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), connection.getSchema(), "ledger_schema", null)) {
            return tables.next();
        } catch (SQLException e) {
            throw unavailable(new LedgerUnavailableException(
                    "The ledger's database cannot be opened: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e));
        }
    }
}
