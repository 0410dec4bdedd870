package io.github.komaseconnect.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder for one fuzz target, gone when the JVM ends well, and what all targets ask of the words in an outcome. */
public final class Scratch {
    private final Path folder;

    /** A folder of its own. */
    public Scratch() {
        try {
            folder = Files.createTempDirectory("komas-fuzz");
            Runtime.getRuntime().addShutdownHook(new Thread(this::remove));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /** A file with this content, in the place of what it was before. */
    public Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    /** A path on which nothing lies. */
    public Path free(String name) throws IOException {
        Path path = folder.resolve(name);
        Files.deleteIfExists(path);
        return path;
    }

    /** One of the program's own samples. */
    public static byte[] sample(String name) {
        try (InputStream in = Scratch.class.getResourceAsStream("/samples/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A reason has words in both languages, on one line, of a length that somebody reads. */
    public static void assertTells(Reason reason) {
        assertThat(reason.code()).isNotBlank();
        for (String words : new String[] {reason.dutchLine(), reason.englishLine()}) {
            assertThat(words).isNotBlank().hasSizeLessThan(8_000);
            assertThat(words.codePoints().filter(Scratch::isControl).count())
                    .as(words)
                    .isZero();
        }
    }

    private static boolean isControl(int point) {
        return Character.getType(point) == Character.CONTROL;
    }

    private void remove() {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            // a temporary folder that stays behind harms nobody
        }
    }
}
