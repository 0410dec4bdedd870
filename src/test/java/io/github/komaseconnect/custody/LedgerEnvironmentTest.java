package io.github.komaseconnect.custody;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.econnect.Environment;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerEnvironmentTest {
    @TempDir
    Path folder;

    private Ledger open() {
        return LedgerDatabase.open("", folder, Clock.systemUTC(), "test");
    }

    @Test
    void theFirstRunSaysWhereALedgerBelongsForEver() {
        try (Ledger ledger = open()) {
            assertThat(LedgerEnvironment.refusal(ledger, Environment.PRODUCTION))
                    .isEmpty();
            assertThat(LedgerEnvironment.settle(ledger, Environment.SIMULATOR)).isEmpty();
        }
        try (Ledger ledger = open()) {
            assertThat(LedgerEnvironment.settle(ledger, Environment.SIMULATOR)).isEmpty();
            assertThat(LedgerEnvironment.settle(ledger, Environment.PRODUCTION))
                    .hasValueSatisfying(reason -> assertThat(reason.dutchLine()).contains("simulator", "productie"));
            assertThat(LedgerEnvironment.refusal(ledger, Environment.ACCEPTANCE))
                    .isPresent();
            assertThat(LedgerEnvironment.refusal(ledger, Environment.SIMULATOR)).isEmpty();
        }
    }

    @Test
    void aLedgerThatHasAnIdAlreadyTakesTheFirstEnvironmentAndKeepsItsId() {
        try (Ledger ledger = open()) {
            String id = ledger.inTransaction(books -> books.folderMarks().ledgerId());

            LedgerEnvironment.settle(ledger, Environment.PRODUCTION);

            assertThat(ledger.<String>reading(books -> books.folderMarks().ledgerId()))
                    .isEqualTo(id);
            assertThat(LedgerEnvironment.refusal(ledger, Environment.SIMULATOR)).isPresent();
        }
    }
}
