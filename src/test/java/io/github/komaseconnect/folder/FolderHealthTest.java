package io.github.komaseconnect.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.komaseconnect.folder.FolderHealth.State;
import io.github.komaseconnect.folder.FolderHealth.Together;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderHealthTest {
    @TempDir
    Path folder;

    @Test
    void a_folder_that_can_be_used_and_is_left_as_it_was() {
        FolderHealth health = FolderHealth.of(folder);

        assertThat(health.usable()).isTrue();
        assertThat(health.detail()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_missing_folder() {
        assertThat(FolderHealth.of(folder.resolve("nowhere")).state()).isEqualTo(State.MISSING);
    }

    @Test
    void a_file_is_no_folder() throws Exception {
        assertThat(FolderHealth.of(Files.createFile(folder.resolve("file"))).state())
                .isEqualTo(State.NO_FOLDER);
    }

    @Test
    void a_folder_that_nothing_can_be_written_in() {
        Path proc = Path.of("/proc");
        assumeTrue(Files.isDirectory(proc), "needs a folder that even an administrator cannot write in");

        FolderHealth health = FolderHealth.of(proc);
        assertThat(health.state()).isEqualTo(State.NOT_WRITABLE);
        assertThat(health.detail()).isNotBlank();
    }

    @Test
    void folders_of_one_file_system() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));

        assertThat(FolderHealth.together(folder, other)).isEqualTo(Together.ONE_FILE_SYSTEM);
        assertThat(other).isEmptyDirectory();
        assertThat(folder.toFile().list()).containsExactly("other");
    }

    @Test
    void folders_of_two_file_systems() throws Exception {
        Path memory = Path.of("/dev/shm");
        assumeTrue(
                Files.isWritable(memory) && !Files.getFileStore(memory).equals(Files.getFileStore(folder)),
                "needs a second file system");

        assertThat(FolderHealth.together(folder, memory)).isEqualTo(Together.APART);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void unusable_folders_are_not_compared() {
        assertThat(FolderHealth.together(folder, folder.resolve("nowhere"))).isEqualTo(Together.UNKNOWN);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void free_space() {
        assertThat(FolderHealth.freeSpace(folder)).isPresent();
        assertThat(FolderHealth.freeSpace(folder.resolve("nowhere"))).isEmpty();
    }
}
