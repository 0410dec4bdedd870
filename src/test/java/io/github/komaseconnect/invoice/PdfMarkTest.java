package io.github.komaseconnect.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdfMarkTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"0, true", "4, true", "1019, true", "1020, false", "5000, false"})
    void theMarkStandsWithinTheFirstBytes(int before, boolean pdf) throws IOException {
        byte[] content = (" ".repeat(before) + "%PDF-1.7 and more").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(PdfMark.isIn(content)).isEqualTo(pdf);
        assertThat(PdfMark.isIn(Files.write(folder.resolve("a"), content))).isEqualTo(pdf);
        assertThat(PdfMark.isInBase64(Base64.getMimeEncoder().encodeToString(content)))
                .isEqualTo(pdf);
    }

    @ParameterizedTest
    @CsvSource({"''", "%PDF", "%pdf-1.7", "<html>", "PK"})
    void somethingElseIsNoPdf(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);

        assertThat(PdfMark.isIn(bytes)).isFalse();
        assertThat(PdfMark.isInBase64(Base64.getEncoder().encodeToString(bytes)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "JVBERi0x, true",
        "' JVBE \r\n Ri0x\t', true",
        "JVBERi0xL, true",
        "JVBERi0xLjc!!!, true",
        "!!!!JVBERi0x, false",
        "JVBE, false"
    })
    void base64MayBeCutOffOrGoWrongBehindTheMark(String base64, boolean pdf) {
        assertThat(PdfMark.isInBase64(base64)).isEqualTo(pdf);
    }

    @Test
    void enoughBase64IsLookedAtForTheLatestMark() {
        String base64 = Base64.getMimeEncoder()
                .encodeToString((" ".repeat(1019) + "%PDF-").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(base64.length()).isLessThan(PdfMark.WITHIN_BASE64);
    }

    @Test
    void aFileThatCannotBeReadIsAnError() {
        assertThatThrownBy(() -> PdfMark.isIn(folder.resolve("gone"))).isInstanceOf(IOException.class);
    }
}
