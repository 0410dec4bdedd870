package io.github.komaseconnect.response;

import io.github.komaseconnect.folder.AtomicFile;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folders in {@code respond/}, and the moves between them; each can be done again when it was done half.
 *
 * @param folder {@code respond/} itself
 */
record Places(Path folder) {
    private static final String REASON = ".response.reason.txt";

    /** Taken, and being sent. */
    Path outbox() {
        return folder.resolve("outbox");
    }

    /** Needs a person. */
    Path held() {
        return folder.resolve("held");
    }

    /** Sent, or said before. */
    private Path done() {
        return folder.resolve("done");
    }

    /** The name itself, or the same with {@code ~2}, {@code ~3} before its extension. */
    static String numbered(String name, int number) {
        String stem = stem(name);
        return number == 1 ? name : stem + "~" + number + name.substring(stem.length());
    }

    private static String stem(String name) {
        return name.substring(0, name.length() - RespondFolder.EXTENSION.length());
    }

    void done(Path file) throws IOException {
        move(file, done());
    }

    /** The reason first: nobody finds a held file without one. */
    void hold(Path file, Reason reason) throws IOException {
        Files.createDirectories(held());
        String name = file.getFileName().toString();
        for (int number = 1; ; number++) {
            Path target = held().resolve(numbered(name, number));
            if (Files.exists(target)) {
                continue;
            }
            AtomicFile.write(reasonBeside(target), AtomicFile.IfExists.REPLACE, out -> out.write(text(name, reason)));
            if (!(AtomicFile.move(file, target) instanceof AtomicFile.NameTaken)) {
                return;
            }
        }
    }

    private static void move(Path file, Path folder) throws IOException {
        Files.createDirectories(folder);
        String name = file.getFileName().toString();
        for (int number = 1; ; number++) {
            if (!(AtomicFile.move(file, folder.resolve(numbered(name, number))) instanceof AtomicFile.NameTaken)) {
                return;
            }
        }
    }

    private static Path reasonBeside(Path file) {
        return file.resolveSibling(stem(file.getFileName().toString()) + REASON);
    }

    /** A file that was held under this name is offered again: what was wrong with it no longer counts. */
    void forgetReason(String name) throws IOException {
        Path before = held().resolve(name);
        if (!Files.exists(before)) {
            Files.deleteIfExists(reasonBeside(before));
        }
    }

    private static byte[] text(String name, Reason reason) {
        String text = """
                NEDERLANDS
                Niet verzonden: antwoord %s
                Wat is er aan de hand: %s
                Wat kunt u doen: %s
                Kenmerk: %s

                ENGLISH
                Not sent: answer %s
                What is wrong: %s
                What to do: %s
                Reference: %s
                """.formatted(
                        name,
                        reason.dutch(),
                        reason.adviceDutch().isEmpty() ? "niets bijzonders." : reason.adviceDutch(),
                        reason.code(),
                        name,
                        reason.english(),
                        reason.adviceEnglish().isEmpty() ? "nothing in particular." : reason.adviceEnglish(),
                        reason.code());
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
