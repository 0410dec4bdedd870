package io.github.komaseconnect.crash;

import io.github.komaseconnect.cluster.SharedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives each home a ledger of its own. */
final class Ledgers implements AutoCloseable {
    private final Optional<SharedDatabase> server;
    private final AtomicInteger databases = new AtomicInteger();

    /** What the ledgers are kept in. */
    enum Kind {
        SQLITE,
        /** A real server, which flushes to disk at each commit. */
        POSTGRESQL
    }

    private Ledgers(Optional<SharedDatabase> server) {
        this.server = server;
    }

    /** Starts what they need. */
    static Ledgers of(Kind kind) throws IOException {
        return new Ledgers(
                switch (kind) {
                    case SQLITE -> Optional.empty();
                    case POSTGRESQL -> Optional.of(new SharedDatabase());
                });
    }

    /** A new and empty one for this home. */
    LedgerDoor in(Path home) throws SQLException {
        return server.isEmpty()
                ? new LedgerDoor.InHome(home)
                : new LedgerDoor.OnServer(server.get().create("crash_" + databases.incrementAndGet()));
    }

    @Override
    public void close() throws IOException {
        if (server.isPresent()) {
            server.get().close();
        }
    }
}
