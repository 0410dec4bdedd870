package io.github.komaseconnect.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that nobody takes. */
class UnreadFilesTest {
    @TempDir
    Path folder;

    private WatchRoom room;
    private UnreadFiles watch;

    @BeforeEach
    void open() throws Exception {
        room = new WatchRoom(folder, WatchRoom.USUAL);
        watch = new UnreadFiles(room.companies, room.alarms, room.clock);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Path put(Path folder, String name, String written) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "x");
        return Files.setLastModifiedTime(file, FileTime.from(WatchRoom.at(written)));
    }

    @Test
    void anInvoiceThatKomasDoesNotTakeIsToldUntilItDoes() throws IOException {
        Path imports = room.acme.folders().importFolder();
        Path file = put(imports, "2026-11-20_Bakker.xml", "2026-11-20T18:00");
        put(imports, "2026-11-20_Bakker.pdf", "2026-11-20T18:00");
        put(imports, ".hidden.xml", "2026-11-01T18:00");
        put(imports, "LEESMIJ.txt", "2026-11-01T18:00");
        room.at("2026-11-24T17:00", watch);
        assertThat(room.causes()).as("a weekend lies in between").isEmpty();

        room.at("2026-11-24T18:01", watch);
        room.at("2026-11-24T18:02", watch);
        assertThat(room.causes()).containsExactly("unread/acme/import");
        assertThat(room.touches("unread/acme/import")).containsExactly("2026-11-20_Bakker.xml");

        Files.delete(file);
        room.at("2026-11-24T18:03", watch);
        assertThat(room.causes()).as("its PDF stays where it is").isEmpty();
    }

    @Test
    void aPdfThatNobodyPrintsIsTold() throws IOException {
        put(room.acme.folders().printSpool(), "F_1001.pdf", "2026-11-23T09:00");

        room.at("2026-11-25T09:01", watch);

        assertThat(room.causes()).containsExactly("unread/acme/print-spool");
    }

    @Test
    void aFileOfTheFutureIsCountedFromWhenItWasSeen() throws IOException {
        put(room.acme.folders().importFolder(), "A.xml", "2028-01-01T09:00");
        room.at("2026-11-23T09:00", watch);
        room.at("2026-11-25T08:59", watch);
        assertThat(room.causes()).isEmpty();

        room.at("2026-11-25T09:01", watch);
        assertThat(room.causes()).containsExactly("unread/acme/import");
    }

    @Test
    void aFolderThatIsGoneIsNotOurConcern() throws IOException {
        Files.delete(room.acme.folders().importFolder());

        room.at("2026-11-25T08:59", watch);

        assertThat(room.causes()).isEmpty();
    }
}
