package io.github.komaseconnect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {
    @TempDir
    Path folder;

    @Test
    void isMadeWhenItIsNotThere() throws Exception {
        TemporaryFolder.empty(folder.resolve("data/tmp"));

        assertThat(folder.resolve("data/tmp")).isEmptyDirectory();
    }

    @Test
    void losesWhatARunBeforeLeftAndNothingElse() throws Exception {
        Path kept = Files.writeString(folder.resolve("kept.xml"), "x");
        Path tmp = folder.resolve("tmp");
        Files.createDirectories(tmp.resolve("deep/deeper"));
        Files.writeString(tmp.resolve("deep/deeper/answer"), "x");
        Files.writeString(tmp.resolve("answer"), "x");
        Files.createSymbolicLink(tmp.resolve("link"), folder);

        TemporaryFolder.empty(tmp);

        assertThat(tmp).isEmptyDirectory();
        assertThat(kept).exists();
    }
}
