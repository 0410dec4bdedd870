package io.github.komaseconnect.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerOnShareTest {
    @TempDir
    Path folder;

    @Test
    void aLocalDiskAndAServerDatabaseAreFine() throws Exception {
        GoLiveHome home = new GoLiveHome(folder).acme().write();
        assertThat(LedgerOnShare.refusal(home.home(), "")).isEmpty();
        assertThat(LedgerOnShare.refusal(home.home(), "jdbc:postgresql://db/komas"))
                .isEmpty();
        assertThat(LedgerOnShare.refusal(home.home(), "jdbc:sqlite:" + folder.resolve("nog/niet/ledger.db")))
                .isEmpty();
    }

    @Test
    void aShareIsRefusedAndTheReasonNamesTheFileAndTheWaysOut() {
        Path file = Path.of("\\\\server\\komas\\data").resolve("ledger.db");
        assertThat(LedgerOnShare.reason(file).dutchLine())
                .contains("\\\\server\\komas", "lokale schijf", "PostgreSQL", "ledger.url");
        assertThat(LedgerOnShare.refusal(Optional.empty(), NetworkDrives::none)).isEmpty();
    }
}
