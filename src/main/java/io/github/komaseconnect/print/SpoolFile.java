package io.github.komaseconnect.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The one place that writes into a spool folder: temporary hidden name, fsync, rename; never over another file. */
final class SpoolFile {
    private static final int BUFFER = 64 * 1024;

    private SpoolFile() {}

    /** Whether the file bears its name because of this call. */
    enum Written {
        NOW,
        NAME_TAKEN
    }

    /** Our own file cannot be read: no trouble of the folder. */
    static final class SourceUnreadable extends IOException {
        private static final long serialVersionUID = 1L;

        SourceUnreadable(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** The rename failed, and the temporary file is not there any more either. */
    static final class NamingUncertain extends IOException {
        private static final long serialVersionUID = 1L;

        NamingUncertain(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** Copies {@code source} to {@code target} in a folder that is there. */
    static Written write(Path source, Path target) throws IOException {
        Path beingWritten = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            copy(source, beingWritten);
        } catch (IOException e) {
            quietlyDelete(beingWritten);
            throw e;
        }
        try {
            // without REPLACE_EXISTING: in one folder this is a rename that refuses a taken name
            Files.move(beingWritten, target);
        } catch (FileAlreadyExistsException e) {
            quietlyDelete(beingWritten);
            return Written.NAME_TAKEN;
        } catch (IOException e) {
            if (!Files.exists(beingWritten)) {
                throw new NamingUncertain(e);
            }
            quietlyDelete(beingWritten);
            throw e;
        }
        keepName(target.toAbsolutePath().getParent());
        return Written.NOW;
    }

    static boolean sameContent(Path source, Path target) throws IOException {
        return Files.isRegularFile(target) && Files.mismatch(source, target) == -1;
    }

    private static void copy(Path source, Path target) throws IOException {
        try (InputStream in = open(source);
                FileChannel channel = FileChannel.open(
                        target,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            byte[] buffer = new byte[BUFFER];
            long total = 0;
            int count = read(in, buffer);
            while (count >= 0) {
                out.write(buffer, 0, count);
                total += count;
                count = read(in, buffer);
            }
            channel.force(true);
            if (channel.size() != total) {
                throw new IOException("only " + channel.size() + " of " + total + " bytes were kept");
            }
        }
    }

    private static InputStream open(Path source) throws SourceUnreadable {
        try {
            return Files.newInputStream(source);
        } catch (IOException e) {
            throw new SourceUnreadable(e);
        }
    }

    private static int read(InputStream in, byte[] buffer) throws SourceUnreadable {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw new SourceUnreadable(e);
        }
    }

    /** Makes the rename itself durable where the system can; Windows and most shares cannot, and need not. */
    private static void keepName(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // the file is there and complete: nothing to tell anybody
        }
    }

    private static void quietlyDelete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // the next attempt overwrites it
        }
    }
}
