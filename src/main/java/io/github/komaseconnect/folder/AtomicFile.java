package io.github.komaseconnect.folder;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The one way to write a file or to move one: nobody ever sees half of it under its final name, and what was reported as
 * done survives a loss of power.
 */
public final class AtomicFile {
    /** Guards "is it there already" and the rename after it, per folder; two threads may want the same name. */
    private static final Object[] FOLDER_GUARDS = guards(256);

    private static final int BUFFER = 16 * 1024;

    private AtomicFile() {}

    /** When written bytes are brought to the disk. */
    private enum Flush {
        NOW,
        LATER
    }

    /** What to do with a file that has the name already. */
    public enum IfExists {
        /** Put the new one in its place. */
        REPLACE,
        /** Leave it as it is. */
        REFUSE
    }

    /** Writes what the file is to hold. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it; need not flush, must not close. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** What came of it. */
    public sealed interface Outcome {}

    /** The file has its final name, durably. */
    public record Done(Path file) implements Outcome {}

    /** Another file has the name already; it was not touched, and neither was the source. */
    public record NameTaken(Path file) implements Outcome {}

    /** There is nothing to move: the source is gone. */
    public record SourceGone(Path source) implements Outcome {}

    /** Source and target are on different file systems, between which nothing moves atomically; nothing was done. */
    public record OtherFileSystem(Path source, Path target) implements Outcome {}

    /**
     * Writes a file: {@link #prepare} under a random temporary name, then {@link #publish}.
     *
     * @return {@link Done} or {@link NameTaken}
     * @throws IOException when the folder cannot be written or {@code content} fails, whose exception comes as it is;
     *     nothing is left behind then
     */
    public static Outcome write(Path target, IfExists ifExists, Content content) throws IOException {
        return write(target, ifExists, content, Flush.NOW);
    }

    /**
     * As {@link #write}, but what was written survives at first only the end of the program: a loss of power may leave
     * nothing, or an empty file, until {@link #flush} has returned.
     */
    public static Outcome writeSoft(Path target, IfExists ifExists, Content content) throws IOException {
        return write(target, ifExists, content, Flush.LATER);
    }

    /** As {@link #writeSoft} over a file that may be there, by way of the {@link #temporaryName} of this tag. */
    public static Outcome rewriteSoft(Path target, String tag, Content content) throws IOException {
        return move(writeTemporary(target, tag, content, Flush.LATER), target, IfExists.REPLACE);
    }

    private static Outcome write(Path target, IfExists ifExists, Content content, Flush flush) throws IOException {
        String tag = Integer.toHexString(ThreadLocalRandom.current().nextInt());
        Path temporary = writeTemporary(target, tag, content, flush);
        boolean published = false;
        try {
            Outcome outcome =
                    flush == Flush.NOW ? publish(temporary, target, ifExists) : move(temporary, target, ifExists);
            published = outcome instanceof Done;
            return outcome;
        } finally {
            if (!published) {
                discard(temporary);
            }
        }
    }

    /** Writes a copy of another file; the same outcomes and errors as {@link #write}. */
    public static Outcome copy(Path source, Path target, IfExists ifExists) throws IOException {
        return write(target, ifExists, out -> Files.copy(source, out));
    }

    /**
     * Gives a finished work file of this program its final name, durably: by a rename, or by copying when its target is
     * on another file system. The work file is gone after {@link Done}.
     *
     * @return {@link Done} or {@link NameTaken}
     * @throws IOException when the work file is not there or the target's folder cannot be written; the work file is
     *     left as it is then
     */
    public static Outcome keep(Path workFile, Path target, IfExists ifExists) throws IOException {
        flushBytes(workFile);
        Outcome outcome = renameOnly(workFile, target, ifExists);
        if (outcome instanceof Done) {
            // what becomes of the name of the work file is of no interest
            syncFolder(target.toAbsolutePath().getParent());
        }
        if (outcome instanceof OtherFileSystem) {
            outcome = copy(workFile, target, ifExists);
            if (outcome instanceof Done) {
                discard(workFile);
            }
        }
        return outcome;
    }

    /**
     * Writes the content durably under {@link #temporaryName}, to be published later, after a record was made of it. A
     * file of that name left by an earlier attempt is replaced.
     *
     * @return the temporary file, complete and durable
     */
    public static Path prepare(Path target, String tag, Content content) throws IOException {
        Path temporary = writeTemporary(target, tag, content, Flush.NOW);
        syncFolder(temporary.getParent());
        return temporary;
    }

    /** As {@link #prepare}, durable once {@link #flush} has returned. */
    public static Path prepareSoft(Path target, String tag, Content content) throws IOException {
        return writeTemporary(target, tag, content, Flush.LATER);
    }

    private static Path writeTemporary(Path target, String tag, Content content, Flush flush) throws IOException {
        Path temporary = temporaryName(target, tag);
        boolean written = false;
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            content.writeTo(out);
            out.flush();
            if (flush == Flush.NOW) {
                channel.force(true);
            }
            requireWhole(channel);
            written = true;
        } finally {
            if (!written) {
                discard(temporary);
            }
        }
        return temporary;
    }

    /**
     * The name under which a file waits to be published, in the same folder: hidden, and not ending in {@code .xml}, so
     * that Komas leaves it alone.
     *
     * @param tag makes it this writer's own, e.g. an id from the ledger; letters, digits and dashes
     */
    public static Path temporaryName(Path target, String tag) {
        return target.resolveSibling("." + target.getFileName() + ".tmp-" + tag);
    }

    /**
     * Gives a prepared file its final name by one rename. The temporary file is the witness after a crash: is it there,
     * then it was not published; is it gone, then it was, whatever became of the final name since.
     *
     * @return {@link Done}, {@link NameTaken}, or {@link SourceGone} when it was published before
     */
    public static Outcome publish(Path temporary, Path target, IfExists ifExists) throws IOException {
        return rename(temporary, target, ifExists);
    }

    /**
     * Moves a file within a file system, never over another one. For a given target, callers see to it that no other
     * program makes a file of that name at the same moment; threads of this one are kept apart here.
     *
     * <p>It survives the end of the program at once, and a loss of power when the file system gets to it: callers have it
     * in the ledger where the file belongs, and its bytes in the archive.
     *
     * @return {@link Done}, {@link NameTaken}, {@link SourceGone} or {@link OtherFileSystem}
     */
    public static Outcome move(Path source, Path target) throws IOException {
        return move(source, target, IfExists.REFUSE);
    }

    /** As {@link #move(Path, Path)}; a file that has the name may be replaced. */
    public static Outcome move(Path source, Path target, IfExists ifExists) throws IOException {
        return renameOnly(source, target, ifExists);
    }

    /** Makes these files of one folder, and their names, durable; those that are not there are passed over. */
    public static void flush(Path folder, List<Path> files) throws IOException {
        for (Path file : files) {
            try {
                flushBytes(file);
            } catch (NoSuchFileException none) {
                // nothing was written under this name
            }
        }
        syncFolder(folder);
    }

    /** Makes the bytes of a file durable; its name is so once the folder was flushed after it got it. */
    public static void flushBytes(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Makes what was done in a folder durable, on operating systems that can (Windows does so by itself). */
    public static void syncFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException cannot) {
            // Windows opens no folders, and some network file systems sync none: the rename itself was reported done
        }
    }

    /** Some network shares accept bytes that they then do not keep. */
    private static void requireWhole(FileChannel written) throws IOException {
        if (written.size() != written.position()) {
            throw new IOException("only " + written.size() + " of " + written.position() + " bytes were kept");
        }
    }

    /** Never throws: what came of the writing itself is what callers must hear. */
    private static void discard(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException cannot) {
            // it stays behind under its hidden name, which nobody reads
        }
    }

    private static Outcome rename(Path source, Path target, IfExists ifExists) throws IOException {
        Outcome outcome = renameOnly(source, target, ifExists);
        if (outcome instanceof Done) {
            Path folder = target.toAbsolutePath().normalize().getParent();
            syncFolder(folder);
            Path from = source.toAbsolutePath().normalize().getParent();
            if (!from.equals(folder)) {
                syncFolder(from);
            }
        }
        return outcome;
    }

    private static Outcome renameOnly(Path source, Path target, IfExists ifExists) throws IOException {
        Path folder = target.toAbsolutePath().normalize().getParent();
        try {
            synchronized (FOLDER_GUARDS[Math.floorMod(folder.hashCode(), FOLDER_GUARDS.length)]) {
                if (!Files.exists(source, LinkOption.NOFOLLOW_LINKS)) {
                    return new SourceGone(source);
                }
                // following links is cheaper by far; one that leads nowhere holds nothing that could be lost
                if (ifExists == IfExists.REFUSE && Presence.isThere(target)) {
                    return new NameTaken(target);
                }
                Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (AtomicMoveNotSupportedException different) {
            return new OtherFileSystem(source, target);
        } catch (NoSuchFileException gone) {
            if (!Files.exists(source, LinkOption.NOFOLLOW_LINKS)) {
                return new SourceGone(source);
            }
            throw gone;
        }
        return new Done(target);
    }

    private static Object[] guards(int count) {
        Object[] guards = new Object[count];
        for (int index = 0; index < count; index++) {
            guards[index] = new Object();
        }
        return guards;
    }
}
