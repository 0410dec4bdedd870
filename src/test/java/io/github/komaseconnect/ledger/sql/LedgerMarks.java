package io.github.komaseconnect.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.econnect.Environment;
import io.github.komaseconnect.ledger.FolderMarks.Activity;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every database behind the ledger must do for the marks in the folders. */
abstract class LedgerMarks extends LedgerSamples {
    @Test
    void knowsItselfByOneIdForEver() {
        String id = ledger().inTransaction(books -> books.folderMarks().ledgerId());
        String later = ledger().inTransaction(books -> books.folderMarks().ledgerId());

        assertThat(id).hasSize(36);
        assertThat(later).isEqualTo(id);
    }

    @Test
    void belongsToOneEnvironmentForEver() {
        assertThat(optional(books -> books.folderMarks().environment())).isEmpty();

        ledger().record(books -> books.folderMarks().belongsTo(Environment.SIMULATOR));
        ledger().record(books -> books.folderMarks().belongsTo(Environment.PRODUCTION));

        assertThat(optional(books -> books.folderMarks().environment())).contains(Environment.SIMULATOR);
    }

    @Test
    void theNumberOfAMarkOnlyRises() {
        assertThat(optional(books -> books.folderMarks().find("marks-1"))).isEmpty();

        assertThat(raise("marks-1", "run-a", 0)).isEqualTo(1);
        assertThat(raise("marks-1", "run-b", 0)).isEqualTo(2);
        assertThat(raise("marks-1", "run-b", 40)).isEqualTo(41);
        assertThat(raise("marks-1", "run-c", 7)).isEqualTo(42);
        assertThat(optional(books -> books.folderMarks().find("marks-1"))
                        .orElseThrow()
                        .run())
                .isEqualTo("run-c");
    }

    private long raise(String company, String run, long above) {
        return ledger().inTransaction(books -> books.folderMarks().raise(company, run, above))
                .number();
    }

    @Test
    void knowsForWhichCompaniesAnythingHappened() {
        long id = add("marks-2", "MARKS_2");
        Activity before = ledger().inTransaction(books -> books.folderMarks().activity());
        assertThat(list(books -> books.folderMarks().activeSince(before))).isEmpty();

        long delivery = ledger().inTransaction(books -> books.deliveries().add(id, "acme", byPeppol(), Instant.EPOCH));
        assertThat(list(books -> books.folderMarks().activeSince(before))).isEmpty();
        ledger().record(books -> books.deliveries().open(delivery));
        assertThat(list(books -> books.folderMarks().activeSince(before))).containsExactly("acme");

        Activity between = ledger().inTransaction(books -> books.folderMarks().activity());
        assertThat(list(books -> books.folderMarks().activeSince(between))).isEmpty();
        ledger().record(books -> books.events().add(id, "sent", "verzonden", "sent"));
        assertThat(list(books -> books.folderMarks().activeSince(between))).containsExactly("acme");
        assertThat(Optional.of(between.attempt()).filter(attempt -> attempt > before.attempt()))
                .isPresent();
    }
}
