package io.github.komaseconnect.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two documents have one fingerprint when, and only when, they say the same. */
class UblFingerprintTest {
    private static final String DOCUMENT =
            "<I xmlns='urn:i' xmlns:cbc='urn:b'><cbc:ID schemeID='0106' x='1'>12</cbc:ID>"
                    + "<cbc:Note>caf\u00e9 de   Zon</cbc:Note><cbc:Note/></I>";

    @TempDir
    Path folder;

    private final UblFingerprint fingerprint = new UblFingerprint(new SafeXml());

    private String of(String document) throws IOException {
        return of(document, StandardCharsets.UTF_8);
    }

    private String of(String document, Charset charset) throws IOException {
        return fingerprint.of(Files.write(folder.resolve("x.xml"), document.getBytes(charset)));
    }

    @Test
    void prefixesSayNothing() throws IOException {
        assertThat(of(DOCUMENT.replace("cbc", "n1"))).isEqualTo(of(DOCUMENT));
        assertThat(of(DOCUMENT.replace("<I ", "<q:I ").replace("</I>", "</q:I>").replace("xmlns=", "xmlns:q=")))
                .isEqualTo(of(DOCUMENT));
    }

    @Test
    void encodingAndPrologSayNothing() throws IOException {
        String prolog = "<?xml version='1.0' encoding='windows-1252' standalone='yes'?>\n<?style sheet?>\n";

        assertThat(of(prolog + DOCUMENT, Charset.forName("windows-1252"))).isEqualTo(of(DOCUMENT));
        assertThat(of("\uFEFF" + DOCUMENT)).isEqualTo(of(DOCUMENT));
    }

    @Test
    void commentsIndentationAndEmptyTagsSayNothing() throws IOException {
        String other = DOCUMENT.replace("><cbc:Note>", ">\r\n  <!-- seen -->\n <cbc:Note>")
                .replace("<cbc:Note/>", "<cbc:Note></cbc:Note>\n");

        assertThat(of(other)).isEqualTo(of(DOCUMENT));
    }

    @Test
    void howATextIsWrittenSaysNothing() throws IOException {
        String other = DOCUMENT.replace("caf\u00e9 de", "caf&#233;<!-- --> <![CDATA[de]]>");

        assertThat(of(other)).isEqualTo(of(DOCUMENT));
    }

    @Test
    void inHowManyPiecesALongTextIsReadSaysNothing() throws IOException {
        String words = "regel \u20ac een\n".repeat(20_000);

        assertThat(of("<a>" + words + "</a>"))
                .isEqualTo(of("<a>" + words.replace("een", "e<!-- -->en") + "</a>"))
                .isNotEqualTo(of("<a>" + words.replaceFirst("een", "een ") + "</a>"));
    }

    @Test
    void theOrderOfAttributesSaysNothing() throws IOException {
        assertThat(of(DOCUMENT.replace("schemeID='0106' x='1'", "x=\"1\"   schemeID=\"0106\"")))
                .isEqualTo(of(DOCUMENT));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "12</, 13</",
                "0106, 0190",
                "schemeID, schemeid",
                "x='1', x=''",
                "x='1', ''",
                "urn:b, urn:c",
                "Note, Name",
                "de   Zon, de Zon",
                "caf\u00e9, cafe",
                "<cbc:Note/>, ''"
            })
    void everyChangeShows(String from, String to) throws IOException {
        String other = DOCUMENT.replace(from, to.equals("''") ? "" : to);

        assertThat(other).isNotEqualTo(DOCUMENT);
        assertThat(of(other)).isNotEqualTo(of(DOCUMENT));
    }

    @Test
    void theOrderOfElementsAndTheirNestingShow() throws IOException {
        String one = "<a><b>1</b><c>2</c></a>";

        assertThat(of("<a><c>2</c><b>1</b></a>")).isNotEqualTo(of(one));
        assertThat(of("<a><b>1<c>2</c></b></a>")).isNotEqualTo(of(one));
        assertThat(of("<a><b>12</b><c/></a>")).isNotEqualTo(of(one));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a x='1@|y=2'/>",
                "<a x='1' y='2'/>",
                "<a>&quot;b</a>",
                "<a>b</a>",
                "<a>&lt;|b&gt;</a>",
                "<a><b/></a>",
                "<a>@|x=1</a>",
                "<a x='1'/>",
                "<a x='1&quot;b'/>",
                "<a x='1'>b</a>"
            })
    void textCannotPassForMarkup(String document) throws IOException {
        for (String other : new String[] {
            "<a x='1@|y=2'/>",
            "<a x='1' y='2'/>",
            "<a>&quot;b</a>",
            "<a>b</a>",
            "<a>&lt;|b&gt;</a>",
            "<a><b/></a>",
            "<a>@|x=1</a>",
            "<a x='1'/>",
            "<a x='1&quot;b'/>",
            "<a x='1'>b</a>"
        }) {
            if (!other.equals(document)) {
                assertThat(of(other)).as(document + " and " + other).isNotEqualTo(of(document));
            }
        }
    }

    @Test
    void whatIsNotXmlHasNone() {
        assertThatThrownBy(() -> of("%PDF-1.7")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> of("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>")).isInstanceOf(IOException.class);
    }

    @Test
    void whatKomasWroteIsTheSameMendedAndWithItsPdf() throws IOException {
        String original = TestUbl.invoice(TestUbl.NUMBER + "<cbc:Note>Café</cbc:Note>" + TestUbl.SUPPLIER);
        Path windows = Files.write(folder.resolve("w.xml"), original.getBytes(Charset.forName("windows-1252")));
        Path mended = Files.writeString(folder.resolve("m.xml"), original);
        Path pdf = Files.writeString(folder.resolve("x.pdf"), "%PDF-1.7");
        Path with = folder.resolve("with.xml");
        new PdfEmbedding(new SafeXml()).embed(mended, pdf, "x", with);

        assertThat(fingerprint.ofOriginal(mended)).isEqualTo(fingerprint.of(mended));
        assertThat(fingerprint.ofOriginal(windows)).isEqualTo(fingerprint.of(mended));
        assertThat(fingerprint.ofOriginal(with)).isEqualTo(fingerprint.of(mended));
        assertThat(fingerprint.of(with)).isNotEqualTo(fingerprint.of(mended));
    }

    @Test
    void otherAttachmentsCount() throws IOException {
        String other = TestUbl.attachment("9", "urenstaat.pdf", "", TestUbl.base64("%PDF-1.7 hours"));
        Path without = Files.writeString(folder.resolve("m.xml"), TestUbl.smallest());
        Path with =
                Files.writeString(folder.resolve("w.xml"), TestUbl.invoice(TestUbl.NUMBER + other + TestUbl.SUPPLIER));
        Path otherText =
                Files.writeString(folder.resolve("o.xml"), TestUbl.smallest().replace("Acme", "Acne"));

        assertThat(fingerprint.ofOriginal(with)).isNotEqualTo(fingerprint.ofOriginal(without));
        assertThat(fingerprint.ofOriginal(otherText)).isNotEqualTo(fingerprint.ofOriginal(without));
    }
}
