package io.github.komaseconnect.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkFileTest {
    @TempDir
    Path folder;

    private static final Mark MARK =
            new Mark("L1", "acme", 12, "run", true, "P1", "server-1, C:\\Komas\\a=b", Instant.ofEpochMilli(5));

    @Test
    void readsBackWhatItWrote() throws Exception {
        assertThat(MarkFile.look(folder)).isInstanceOf(MarkFile.Unmarked.class);
        MarkFile.write(folder, MARK);
        MarkFile.write(folder, MARK);
        assertThat(MarkFile.look(folder)).isEqualTo(new MarkFile.Marked(MARK));
        assertThat(folder.resolve(".komas-econnect")).exists();
    }

    @Test
    void oneThatWasCutOffAtAnyByteIsDamagedAndNeverMisread() throws Exception {
        byte[] whole = MARK.text().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length - 1; length++) {
            Files.write(folder.resolve(MarkFile.NAME), java.util.Arrays.copyOf(whole, length));
            assertThat(MarkFile.look(folder)).as("%d bytes", length).isInstanceOf(MarkFile.Damaged.class);
        }
    }

    @Test
    void surviveAnEditorThatChangesLineEnds() throws Exception {
        Files.writeString(folder.resolve(MarkFile.NAME), MARK.text().replace("\n", "\r\n") + "\r\n");
        assertThat(MarkFile.look(folder)).isEqualTo(new MarkFile.Marked(MARK));
    }

    @Test
    void linesOfOthersAddNoLinesOfTheirOwn() {
        Mark forged = new Mark("L1", "acme", 1, "run", true, "P1", "host\nnumber=99\nend", Instant.EPOCH);
        assertThat(Mark.parse(forged.text()).orElseThrow().number()).isEqualTo(1);
    }

    @Test
    void aFolderThatIsNotThereOrAHugeFileIsSaidToBeSo() throws Exception {
        assertThat(MarkFile.look(folder.resolve("weg"))).isInstanceOf(MarkFile.OutOfReach.class);
        Files.write(folder.resolve(MarkFile.NAME), new byte[100_000]);
        assertThat(MarkFile.look(folder)).isInstanceOf(MarkFile.Damaged.class);
    }
}
