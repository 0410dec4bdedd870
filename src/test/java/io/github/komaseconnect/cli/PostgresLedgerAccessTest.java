package io.github.komaseconnect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.cli.CommandDesk.Said;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresLedgerAccessTest {
    @TempDir
    Path folder;

    @Test
    void aCommandMakesNoLedgerInAnEmptyDatabaseAndUsesOneThatIsThere() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            CommandDesk desk = new CommandDesk(folder).configure(CommandDesk.ACME, "ledger.url=" + url);

            Said before = desk.at("status");
            assertThat(before.exitCode()).isZero();
            assertThat(before.out()).contains("nog nooit iets gedraaid");
            assertThat(desk.at("status").out()).contains("nog nooit iets gedraaid");

            Ledger ledger = LedgerDatabase.open(url, desk.data(), Clock.systemUTC(), "test");
            new SampleBooks(ledger).sales("acme", "2026-0001", "Bakkerij", InvoiceState.SENT);
            ledger.close();
            assertThat(desk.at("status", "acme", "--since", "1-11-2020").out())
                    .containsPattern("acme +verzonden +sent +1")
                    .contains("2026-0001");
        }
    }
}
