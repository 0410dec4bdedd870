package io.github.komaseconnect.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PresenceTest {
    @TempDir
    Path folder;

    @Test
    void filesAndFoldersAreThereAndNothingElseIs() throws IOException {
        Path file = Files.createFile(folder.resolve("factuur é.xml"));

        assertThat(Presence.isThere(file)).isTrue();
        assertThat(Presence.isThere(folder)).isTrue();
        assertThat(Presence.isThere(folder.resolve("other.xml"))).isFalse();
        assertThat(Presence.isThere(folder.resolve("gone").resolve("other.xml")))
                .isFalse();
        assertThat(Presence.isFolder(folder)).isTrue();
        assertThat(Presence.isFolder(file)).isFalse();
        assertThat(Presence.isFolder(folder.resolve("gone"))).isFalse();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksAreFollowed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(Presence.isThere(Files.createSymbolicLink(folder.resolve("link"), file)))
                .isTrue();
        assertThat(Presence.isThere(Files.createSymbolicLink(folder.resolve("nowhere"), folder.resolve("gone"))))
                .isFalse();
    }
}
