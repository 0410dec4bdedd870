package io.github.komaseconnect.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Whether a folder is on another computer, as far as the operating system tells. */
public final class NetworkFolder {
    private static final Set<String> NETWORK_FILE_SYSTEMS = Set.of(
            "nfs",
            "nfs4",
            "cifs",
            "smb",
            "smb2",
            "smb3",
            "smbfs",
            "9p",
            "afpfs",
            "davfs",
            "webdavfs",
            "ncpfs",
            "afs",
            "ceph",
            "fuse.sshfs",
            "fuse.smbnetfs",
            "fuse.davfs2",
            "fuse.rclone",
            "fuse.glusterfs",
            "vboxsf",
            "vmhgfs",
            "fuse.vmhgfs-fuse");

    private NetworkFolder() {}

    /**
     * Whether this folder, or the nearest one above it that exists, is on the network. A drive letter of Windows does not
     * tell: ask for its share before.
     */
    public static boolean isOne(Path folder) throws IOException {
        Path path = folder.toAbsolutePath();
        if (isShare(path.toString())) {
            return true;
        }
        while (path.getParent() != null && !Files.exists(path)) {
            path = path.getParent();
        }
        return isNetworkType(Files.getFileStore(path.toRealPath()).type());
    }

    /** {@code \\server\share}. */
    static boolean isShare(String path) {
        return path.startsWith("\\\\") && !path.startsWith("\\\\?\\") && !path.startsWith("\\\\.\\")
                || path.startsWith("\\\\?\\UNC\\");
    }

    static boolean isNetworkType(String type) {
        return NETWORK_FILE_SYSTEMS.contains(type.toLowerCase(Locale.ROOT));
    }
}
