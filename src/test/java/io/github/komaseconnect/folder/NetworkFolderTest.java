package io.github.komaseconnect.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkFolderTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"nfs", "nfs4", "cifs", "smb3", "SMB2", "9p", "fuse.sshfs"})
    void knowsFileSystemsOfTheNetwork(String type) {
        assertThat(NetworkFolder.isNetworkType(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs", "NTFS", "overlay", "tmpfs", "apfs", "zfs", "fuse.mergerfs"})
    void leavesLocalOnesAlone(String type) {
        assertThat(NetworkFolder.isNetworkType(type)).isFalse();
    }

    @Test
    void knowsSharesByTheirNameAndAFolderThatIsNotThereYet() throws Exception {
        assertThat(NetworkFolder.isShare("\\\\server\\komas")).isTrue();
        assertThat(NetworkFolder.isShare("\\\\?\\UNC\\server\\komas")).isTrue();
        assertThat(NetworkFolder.isShare("\\\\?\\C:\\komas")).isFalse();
        assertThat(NetworkFolder.isShare("C:\\komas")).isFalse();
        assertThat(NetworkFolder.isOne(folder.resolve("nog/niet/daar"))).isFalse();
    }
}
