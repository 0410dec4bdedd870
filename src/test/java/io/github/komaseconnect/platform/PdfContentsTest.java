package io.github.komaseconnect.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.komaseconnect.invoice.SafeXml;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfContentsTest {
    @TempDir
    Path tmp;

    @Test
    void aLargePdfIsDecodedWithItsLineBreaks() throws Exception {
        byte[] pdf = new byte[1_000_003];
        new Random(1).nextBytes(pdf);
        System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 0, pdf, 0, 8);
        String base64 = "\n  " + Base64.getMimeEncoder().encodeToString(pdf) + "\n";

        assertThat(write(base64)).isEqualTo(PdfContents.Found.PDF);
        assertThat(tmp.resolve("invoice.pdf")).hasBinaryContent(pdf);
    }

    @Test
    void somethingElseIsNotWritten() throws Exception {
        assertThat(write(Base64.getEncoder().encodeToString("<html>".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(PdfContents.Found.SOMETHING_ELSE);
        assertThat(tmp.resolve("invoice.pdf")).doesNotExist();
    }

    @Test
    void nothingIsNotWritten() throws Exception {
        assertThat(write("")).isEqualTo(PdfContents.Found.NOTHING);
        assertThat(tmp.resolve("invoice.pdf")).doesNotExist();
    }

    @Test
    void brokenBase64IsNotWritten() {
        assertThatThrownBy(() -> write("JVBERi0*")).isInstanceOf(UnusableAnswerException.class);
        assertThat(tmp.resolve("invoice.pdf")).doesNotExist();
    }

    private PdfContents.Found write(String base64) throws Exception {
        Path answer = Files.writeString(
                tmp.resolve("answer"),
                Sample.response(
                        "GetDocumentPdf", "<File><Name>x.pdf</Name><Contents>" + base64 + "</Contents></File>"));
        return new PdfContents(new SafeXml(SafeXml.Bounds.MESSAGE)).write(answer, tmp.resolve("invoice.pdf"));
    }
}
