package io.github.komaseconnect.custody;

import io.github.komaseconnect.folder.SureFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads and writes marks: one hidden file in a folder, always whole, durable when written. */
final class MarkFile {
    /** Hidden by its dot, and on Windows by its attribute; not an XML file: Komas leaves it alone. */
    static final String NAME = ".komas-econnect";

    private static final int LONGEST = 64 * 1024;

    private MarkFile() {}

    /** What is found in a folder. */
    sealed interface Look {}

    /** The folder has no mark. */
    record Unmarked() implements Look {}

    /** It has one. */
    record Marked(Mark mark) implements Look {}

    /** There is a file of that name, but it is no mark of ours. */
    record Damaged() implements Look {}

    /** The folder, or the file, cannot be read now. */
    record OutOfReach(String words) implements Look {}

    /** Looks once. */
    static Look look(Path folder) {
        if (!Files.isDirectory(folder)) {
            return new OutOfReach(folder.toString());
        }
        Path file = folder.resolve(NAME);
        try {
            if (Files.size(file) > LONGEST) {
                return new Damaged();
            }
            Optional<Mark> mark = Mark.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            return mark.<Look>map(Marked::new).orElseGet(Damaged::new);
        } catch (NoSuchFileException none) {
            return new Unmarked();
        } catch (IOException e) {
            return new OutOfReach(e.toString());
        }
    }

    /** Writes a mark in the place of the one that is there; durable when this returns. */
    static void write(Path folder, Mark mark) throws IOException {
        Path file = folder.resolve(NAME);
        SureFile.write(file, mark.text().getBytes(StandardCharsets.UTF_8));
        hide(file);
    }

    private static void hide(Path file) {
        try {
            Files.setAttribute(file, "dos:hidden", true);
        } catch (IOException | UnsupportedOperationException notWindows) {
            // elsewhere the dot hides it
        }
    }
}
