package io.github.komaseconnect.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.komaseconnect.delivery.AttemptOutcome;
import io.github.komaseconnect.delivery.AttemptOutcome.Blocked;
import io.github.komaseconnect.delivery.AttemptOutcome.Delivered;
import io.github.komaseconnect.delivery.AttemptOutcome.Rejected;
import io.github.komaseconnect.delivery.AttemptOutcome.Temporary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintSpoolTest {
    @TempDir
    Path folder;

    private final PrintSpool printSpool = new PrintSpool();
    private Path spool;
    private Path pdf;

    @BeforeEach
    void prepare() throws IOException {
        spool = Files.createDirectory(folder.resolve("print-spool"));
        pdf = Files.writeString(folder.resolve("factuur.pdf"), "%PDF-1.7\nfactuur 42\n");
    }

    private AttemptOutcome put(String name) {
        return printSpool.put(spool, name, pdf);
    }

    private List<String> spooled() throws IOException {
        try (Stream<Path> files = Files.list(spool)) {
            return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"factuur_2026-0042_17", "factuur_2026-0042_17.pdf", "factuur_2026-0042_17.PDF"})
    void putsAnExactCopyReady(String name) throws IOException {
        assertThat(put(name)).isEqualTo(new Delivered("factuur_2026-0042_17.pdf"));
        assertThat(spooled()).containsExactly("factuur_2026-0042_17.pdf");
        assertThat(Files.mismatch(pdf, spool.resolve("factuur_2026-0042_17.pdf")))
                .isEqualTo(-1);
        assertThat(pdf).exists();
    }

    @Test
    void theSameAgainIsDoneAlready() throws IOException {
        put("a");
        assertThat(put("a")).isEqualTo(new Delivered("a.pdf"));
        assertThat(spooled()).containsExactly("a.pdf");
    }

    @Test
    void anotherFileIsNeverOverwritten() throws IOException {
        Files.writeString(spool.resolve("a.pdf"), "%PDF-1.7\nother");
        assertThat(put("a")).isEqualTo(new Delivered("a_2.pdf"));
        assertThat(put("a")).isEqualTo(new Delivered("a_2.pdf"));
        assertThat(spool.resolve("a.pdf")).hasContent("%PDF-1.7\nother");
        assertThat(spooled()).containsExactly("a.pdf", "a_2.pdf");
    }

    @Test
    void aFolderOfThatNameIsNotTakenForIt() throws IOException {
        Files.createDirectory(spool.resolve("a.pdf"));
        assertThat(put("a")).isEqualTo(new Delivered("a_2.pdf"));
    }

    @Test
    void whatACrashLeftHalfWayIsOverwritten() throws IOException {
        Files.writeString(spool.resolve(".a.pdf.tmp-print"), "%PDF-1.7\nhalf of something much longer than the whole");
        assertThat(put("a")).isEqualTo(new Delivered("a.pdf"));
        assertThat(spooled()).containsExactly("a.pdf");
        assertThat(Files.mismatch(pdf, spool.resolve("a.pdf"))).isEqualTo(-1);
    }

    @Test
    void whatIsNoPdfIsNotPrinted() throws IOException {
        pdf = Files.writeString(folder.resolve("fout.pdf"), "<html/>");
        AttemptOutcome outcome = put("a");
        assertThat(((Rejected) outcome).reason().code()).isEqualTo("print.not-a-pdf");
        assertThat(((Rejected) outcome).reason().dutch()).contains("fout.pdf");
        assertThat(spooled()).isEmpty();
    }

    @Test
    void anUnreadablePdfIsTriedAgain() throws IOException {
        pdf = folder.resolve("weg.pdf");
        assertThat(((Temporary) put("a")).reason().code()).isEqualTo("print.pdf-unreadable");
        assertThat(spooled()).isEmpty();
    }

    @Test
    void aFolderThatIsGoneBlocksAndIsNotMadeAnew() throws IOException {
        Files.delete(spool);
        assertThat(((Blocked) put("a")).reason().code()).isEqualTo("print.folder-gone");
        assertThat(spool).doesNotExist();
    }

    @Test
    void aFolderThatTakesNothingBlocks() throws IOException {
        // a folder in the place of the temporary file refuses writing whoever runs the test, root included
        Files.createDirectories(spool.resolve(".a.pdf.tmp-print").resolve("x"));
        assertThat(((Blocked) put("a")).reason().code()).isEqualTo("print.folder-unwritable");
        assertThat(spool.resolve("a.pdf")).doesNotExist();
    }

    @Test
    void aFullDiskBlocksAndLeavesNothing() {
        Path full = Path.of("/dev/full");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(full), "needs /dev/full");
        assertThatThrownBy(() -> {
                    Files.createSymbolicLink(spool.resolve(".a.pdf.tmp-print"), full);
                    SpoolFile.write(pdf, spool.resolve("a.pdf"));
                })
                .isInstanceOf(IOException.class);
        assertThat(((Blocked) printSpool.put(linkedToFull(full), "b", pdf))
                        .reason()
                        .code())
                .isEqualTo("print.folder-unwritable");
        assertThat(spool).isEmptyDirectory();
    }

    private Path linkedToFull(Path full) {
        try {
            Files.createSymbolicLink(spool.resolve(".b.pdf.tmp-print"), full);
            return spool;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".pdf", "../a", "a/b", "a\\b", "C:a", ".hidden", "a\nb", "a?"})
    void onlyPlainNamesAreTaken(String name) {
        assertThatThrownBy(() -> put(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theMarkMayComeALittleLater() throws IOException {
        pdf = Files.writeString(folder.resolve("later.pdf"), "\r\n\r\n%PDF-1.4\n");
        assertThat(put("a")).isInstanceOf(Delivered.class);
    }
}
