package io.github.komaseconnect.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written into the archive is never changed. */
class ArchiveTest {
    @TempDir
    Path folder;

    private Archive archive() {
        return new Archive(folder.resolve("archive"));
    }

    @Test
    void theFirstCopyStays() throws Exception {
        Path first = Files.writeString(folder.resolve("1.xml"), "first");
        Path second = Files.writeString(folder.resolve("2.xml"), "second");

        archive().keep(first, "acme/x", Archive.DOCUMENT);
        archive().keep(second, "acme/x", Archive.DOCUMENT);

        assertThat(archive().file("acme/x", Archive.DOCUMENT)).hasContent("first");
        assertThat(first).exists();
    }

    @Test
    void aFreshFileIsNeverOneThatIsThere() throws Exception {
        for (String expected : new String[] {"answer.xml", "answer-2.xml", "answer-3.xml"}) {
            Path file = archive().freshFile("acme/x", "answer", ".xml");
            assertThat(file).hasFileName(expected).doesNotExist();
            Files.writeString(file, expected);
        }
    }

    @Test
    void aFreshFileBesideAnotherIsInItsFolderAndNeverOneThatIsThere() throws Exception {
        Path message = archive().freshFile("acme/x", "sent", ".xml");
        for (String expected : new String[] {"answer.xml", "answer-2.xml"}) {
            Path file = Archive.freshBeside(message, "answer", ".xml");
            assertThat(file)
                    .hasParentRaw(message.getParent())
                    .hasFileName(expected)
                    .doesNotExist();
            Files.writeString(file, expected);
        }
    }

    @Test
    void theSameContentOfAMonthHasTheSameFolder() {
        String sha = "0123456789abcdef".repeat(4);
        Instant noon = Instant.parse("2026-11-22T12:00:00Z");

        assertThat(archive().salesFolder("acme", noon, "FACTUUR_1", sha))
                .isEqualTo("acme/sales/2026/11/FACTUUR_1_0123456789ab")
                .isEqualTo(archive().salesFolder("acme", noon.plusSeconds(60), "FACTUUR_1", sha));
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws Exception {
        Files.writeString(folder.resolve("archive"), "a file where the folder should be");

        assertThatThrownBy(() -> archive().file("acme/x", "y"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("archive");
    }
}
