package io.github.komaseconnect.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.invoice.EmbeddedFile;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentNameTest {
    private static EmbeddedFile file(String name, String mime) {
        return new EmbeddedFile(1, "ref", "", name, mime);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "werkbon.pdf | application/pdf | werkbon.pdf",
                "Werkbon 12.PDF | | Werkbon 12.pdf",
                "uren.xlsx | | uren.xlsx",
                "brief.xml | text/xml | brief.xml.txt",
                "factuur.XML | application/xml | factuur.XML.txt",
                "setup.exe | application/octet-stream | setup.exe.txt",
                "factuur.pdf.exe | application/pdf | factuur.pdf.exe.pdf",
                "macro.docm | | macro.docm.txt",
                "..\\..\\Startup\\start.bat | | start.bat.txt",
                "/etc/cron.d/job | | job.txt",
                "../../import/F1.xml | | F1.xml.txt",
                "con.pdf | | _con.pdf",
                ".htaccess | | htaccess.txt",
                "tekening | image/png | tekening.png",
                "tekening | image/jpeg; name=x | tekening.jpg",
                "bijlage nr.12 | application/pdf | bijlage nr.12.pdf",
                "x.xml. | | x.xml.txt",
                "x.pdf:stream.exe | | x.pdf-stream.exe.txt",
                "… | | naamloos.txt"
            })
    void isSafeAndNeverOneThatKomasReadsOrAComputerRuns(String name, String mime, String expected) {
        assertThat(new AttachmentName().next(file(name, mime == null ? "" : mime)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"exe", "com", "bat", "cmd", "scr", "ps1", "vbs", "js", "hta", "lnk", "msi", "jar", "url", "xml"})
    void whatRunsGetsAnotherEnd(String extension) {
        assertThat(new AttachmentName().next(file("a." + extension, ""))).endsWith(".txt");
        assertThat(new AttachmentName().next(file("a." + extension.toUpperCase(Locale.ROOT) + " .", "text/xml")))
                .endsWith(".txt");
    }

    @Test
    void doublesAreNumberedWhateverTheirCapitals() {
        AttachmentName names = new AttachmentName();

        assertThat(names.next(file("Foto.jpg", ""))).isEqualTo("Foto.jpg");
        assertThat(names.next(file("foto.JPG", ""))).isEqualTo("foto-2.jpg");
        assertThat(names.next(file("FOTO.jpg", ""))).isEqualTo("FOTO-3.jpg");
    }

    @Test
    void withoutANameTheDescriptionTellsAndThenTheId() {
        assertThat(new AttachmentName().next(new EmbeddedFile(1, "12", "Urenstaat week 40", "", "application/pdf")))
                .isEqualTo("Urenstaat week 40.pdf");
        assertThat(new AttachmentName().next(new EmbeddedFile(1, "12", "", "", "application/pdf")))
                .isEqualTo("12.pdf");
        assertThat(new AttachmentName().next(new EmbeddedFile(1, "", "", "", "")))
                .isEqualTo("naamloos.txt");
    }

    @Test
    void aLongNameIsCut() {
        assertThat(new AttachmentName().next(file("x".repeat(900) + ".pdf", "")))
                .hasSizeLessThan(60)
                .endsWith("x.pdf");
    }
}
