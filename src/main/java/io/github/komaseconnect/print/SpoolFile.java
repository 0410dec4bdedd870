package io.github.komaseconnect.print;

import io.github.komaseconnect.folder.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts a copy into a spool folder, never over another file, and tells trouble of the source from trouble of the folder. */
final class SpoolFile {
    /** One and the same for all attempts, so that the next one overwrites what a crash left half way. */
    static final String TAG = "print";

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

    /** The rename was not seen to succeed, and the temporary file is not there any more either. */
    static final class NamingUncertain extends IOException {
        private static final long serialVersionUID = 1L;

        NamingUncertain(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** Copies {@code source} to {@code target} in a folder that is there. */
    static Written write(Path source, Path target) throws IOException {
        Path beingWritten = AtomicFile.prepare(target, TAG, out -> copy(source, out));
        AtomicFile.Outcome outcome;
        try {
            outcome = AtomicFile.publish(beingWritten, target, AtomicFile.IfExists.REFUSE);
        } catch (IOException e) {
            if (!Files.exists(beingWritten)) {
                throw new NamingUncertain(e);
            }
            quietlyDelete(beingWritten);
            throw e;
        }
        if (outcome instanceof AtomicFile.Done) {
            return Written.NOW;
        }
        if (outcome instanceof AtomicFile.NameTaken) {
            quietlyDelete(beingWritten);
            return Written.NAME_TAKEN;
        }
        throw new NamingUncertain(new IOException("the temporary file vanished: " + beingWritten));
    }

    static boolean sameContent(Path source, Path target) throws IOException {
        return Files.isRegularFile(target) && Files.mismatch(source, target) == -1;
    }

    private static void copy(Path source, OutputStream out) throws IOException {
        try (InputStream in = open(source)) {
            byte[] buffer = new byte[BUFFER];
            for (int count = read(in, buffer); count >= 0; count = read(in, buffer)) {
                out.write(buffer, 0, count);
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

    private static void quietlyDelete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // the next attempt overwrites it
        }
    }
}
