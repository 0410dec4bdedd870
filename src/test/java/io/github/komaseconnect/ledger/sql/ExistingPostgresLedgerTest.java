package io.github.komaseconnect.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExistingPostgresLedgerTest {
    private EmbeddedPostgres postgres;

    @BeforeEach
    void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterEach
    void stop() throws IOException {
        postgres.close();
    }

    private ExistingLedger.Look look(String url) {
        return ExistingLedger.open(url, Path.of("not-used"), Clock.systemUTC());
    }

    @Test
    void makesNoneUsesOneAndTellsWhenTheDatabaseIsGone() throws IOException {
        String url = postgres.getJdbcUrl("postgres", "postgres");
        assertThat(look(url)).isInstanceOfSatisfying(ExistingLedger.None.class, none -> assertThat(none.where())
                .startsWith("jdbc:postgresql://")
                .doesNotContain("user=", "@"));
        assertThat(look(url)).isInstanceOf(ExistingLedger.None.class);
        LedgerDatabase.open(url, Path.of("not-used"), Clock.systemUTC(), "1.0").close();
        assertThat(look(url)).isInstanceOfSatisfying(ExistingLedger.Usable.class, usable -> usable.ledger()
                .close());
        String nowhere = url.replace("/postgres?", "/no-such-database?");
        assertThat(look(nowhere)).isInstanceOf(ExistingLedger.Unreachable.class);
    }
}
