package io.github.komaseconnect.folder;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** {@link AtomicFile} for callers to whom anything but success is an error. */
public final class SureFile {
    private static final String AGAIN = "again";

    private SureFile() {}

    /** Writes these bytes, over a file that may be there. */
    public static void write(Path target, byte[] content) throws IOException {
        write(target, out -> out.write(content));
    }

    /** As {@link #write(Path, AtomicFile.Content)}, durable once {@link AtomicFile#flush} has returned. */
    public static void writeSoft(Path target, AtomicFile.Content content) throws IOException {
        sure(AtomicFile.writeSoft(target, AtomicFile.IfExists.REPLACE, content));
    }

    /** As {@link #keep}, durable once {@link AtomicFile#flush} has returned. */
    public static void keepSoft(Path workFile, Path target) throws IOException {
        AtomicFile.Outcome outcome = AtomicFile.move(workFile, target, AtomicFile.IfExists.REPLACE);
        if (outcome instanceof AtomicFile.OtherFileSystem) {
            keep(workFile, target);
        } else {
            sure(outcome);
        }
    }

    /**
     * Writes these bytes, over a file that may be there, by way of a temporary file that always has the same name: a step
     * that is done again after a crash leaves nothing behind in a folder that people look into. For one writer of this
     * target at a time.
     */
    public static void rewrite(Path target, byte[] content) throws IOException {
        Path temporary = AtomicFile.prepare(target, AGAIN, out -> out.write(content));
        sure(AtomicFile.publish(temporary, target, AtomicFile.IfExists.REPLACE));
    }

    /** As {@link #rewrite}, durable once {@link AtomicFile#flush} has returned. */
    public static void rewriteSoft(Path target, byte[] content) throws IOException {
        sure(AtomicFile.rewriteSoft(target, AGAIN, out -> out.write(content)));
    }

    /** Writes this content, over a file that may be there; an exception of the content comes as it is. */
    public static void write(Path target, AtomicFile.Content content) throws IOException {
        sure(AtomicFile.write(target, AtomicFile.IfExists.REPLACE, content));
    }

    /** Gives a finished work file its durable place, over a file that may be there; it is gone from where it was. */
    public static void keep(Path workFile, Path target) throws IOException {
        sure(AtomicFile.keep(workFile, target, AtomicFile.IfExists.REPLACE));
    }

    /**
     * Copies a file.
     *
     * @throws FileAlreadyExistsException when the target is there
     */
    public static void copy(Path source, Path target) throws IOException {
        sure(AtomicFile.copy(source, target, AtomicFile.IfExists.REFUSE));
    }

    /**
     * Moves a file within its file system.
     *
     * @throws FileAlreadyExistsException when the target is there
     * @throws NoSuchFileException when the source is gone
     * @throws AtomicMoveNotSupportedException when they are on different file systems
     */
    public static void move(Path source, Path target) throws IOException {
        sure(AtomicFile.move(source, target));
    }

    private static void sure(AtomicFile.Outcome outcome) throws IOException {
        if (outcome instanceof AtomicFile.NameTaken taken) {
            throw new FileAlreadyExistsException(taken.file().toString());
        }
        if (outcome instanceof AtomicFile.SourceGone gone) {
            throw new NoSuchFileException(gone.source().toString());
        }
        if (outcome instanceof AtomicFile.OtherFileSystem other) {
            throw new AtomicMoveNotSupportedException(
                    other.source().toString(), other.target().toString(), "different file systems");
        }
    }
}
