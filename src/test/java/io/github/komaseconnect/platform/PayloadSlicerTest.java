package io.github.komaseconnect.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.komaseconnect.invoice.SafeXml;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadSlicerTest {
    private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    @TempDir
    Path tmp;

    static Stream<String> documents() {
        return Stream.of(
                "<Invoice xmlns=\"urn:i\"/>",
                "<Invoice xmlns=\"urn:i\"></Invoice  >",
                "<Invoice\r\n\txmlns = 'urn:i'\n><a  b='1'  />\r\n</Invoice>",
                "<ubl:Invoice xmlns:ubl=\"urn:i\"><ubl:ID>Café € 😀 &amp; &#233;&lt;</ubl:ID></ubl:Invoice>",
                "<Invoice xmlns=\"urn:i\"><!-- </Invoice> --><?pi </Invoice>?><![CDATA[</Invoice>]]></Invoice>",
                "<Invoice xmlns=\"urn:i\"><Payload><Invoice/></Payload></Invoice>",
                "<Rechnüng xmlns=\"urn:i\"><Straße größe=\"1\"/></Rechnüng>",
                "<Invoice xmlns=\"urn:i\">" + "é".repeat(50_000) + "</Invoice>");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void theDocumentIsCutOutByteForByte(String document) throws Exception {
        assertThat(slice(answer(" \n<!-- not <this/> -->" + document + "\n ").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(PROLOG + document);
    }

    @Test
    void aByteOrderMarkShiftsNothing() throws Exception {
        byte[] plain = answer("<Invoice xmlns=\"urn:i\">é</Invoice>").getBytes(StandardCharsets.UTF_8);
        byte[] marked = new byte[plain.length + 3];
        System.arraycopy(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, 0, marked, 0, 3);
        System.arraycopy(plain, 0, marked, 3, plain.length);
        assertThat(slice(marked)).isEqualTo(PROLOG + "<Invoice xmlns=\"urn:i\">é</Invoice>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "ISO-8859-1", "windows-1252"})
    void anAnswerInAnotherEncodingIsTranscoded(String encoding) throws Exception {
        String answer = answer("<Invoice xmlns=\"urn:i\">Café</Invoice>").replace("utf-8", encoding);
        assertThat(slice(answer.getBytes(Charset.forName(encoding))))
                .isEqualTo(PROLOG + "<Invoice xmlns=\"urn:i\">Café</Invoice>");
    }

    @Test
    void whatTheDocumentInheritsIsDeclaredOnItsRoot() throws Exception {
        String answer = answer("<ubl:Invoice a='1'><cbc:ID x:y='z'/></ubl:Invoice>")
                .replace(
                        "<Payload>",
                        "<Payload xmlns:ubl=\"urn:i?a&amp;b\" xmlns:cbc=\"urn:c\" xmlns:x=\"urn:x\" xmlns:unused=\"urn:u\">");
        assertThat(slice(answer.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(
                        PROLOG + "<ubl:Invoice xmlns:cbc=\"urn:c\" xmlns:ubl=\"urn:i?a&amp;b\" xmlns:x=\"urn:x\" a='1'>"
                                + "<cbc:ID x:y='z'/></ubl:Invoice>");
    }

    @Test
    void whatTheDocumentRedeclaresIsLeftAlone() throws Exception {
        String document = "<Invoice xmlns=\"urn:i\" xmlns:cbc=\"urn:own\"><cbc:ID/></Invoice>";
        String answer = answer(document).replace("<Payload>", "<Payload xmlns:cbc=\"urn:other\">");
        assertThat(slice(answer.getBytes(StandardCharsets.UTF_8))).isEqualTo(PROLOG + document);
    }

    @Test
    void aPrefixDeclaredDeepInsideOnlyCountsThere() throws Exception {
        String document = "<Invoice xmlns=\"urn:i\"><c:A xmlns:c=\"urn:own\"/><c:B/></Invoice>";
        String answer = answer(document).replace("<Payload>", "<Payload xmlns:c=\"urn:outer\">");
        assertThat(slice(answer.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(PROLOG + document.replace("<Invoice", "<Invoice xmlns:c=\"urn:outer\""));
    }

    @Test
    void theTypeOfAnElementUsesItsPrefixToo() throws Exception {
        String document = "<Invoice xmlns=\"urn:i\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                + "xsi:type=\"t:InvoiceType\"/>";
        String answer = answer(document).replace("<Payload>", "<Payload xmlns:t=\"urn:t\">");
        assertThat(slice(answer.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(PROLOG + document.replace("<Invoice", "<Invoice xmlns:t=\"urn:t\""));
    }

    @Test
    void theInnermostDeclarationAroundCounts() throws Exception {
        String answer = answer("<p:Invoice/>")
                .replace("<Details>", "<Details xmlns:p=\"urn:outer\">")
                .replace("<Payload>", "<Payload xmlns:p=\"urn:inner\">");
        assertThat(slice(answer.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(PROLOG + "<p:Invoice xmlns:p=\"urn:inner\"/>");
    }

    @Test
    void anInheritedDefaultNamespaceIsKept() throws Exception {
        assertThat(slice(answer("<Invoice><ID/></Invoice>").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(PROLOG + "<Invoice xmlns=\"http://api.everbinding.nl/v3_1/\"><ID/></Invoice>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "just text", "<!-- nothing -->"})
    void anEmptyPayloadGivesNothing(String content) throws Exception {
        Path answer = Files.writeString(tmp.resolve("answer"), answer(content));
        Path document = tmp.resolve("document.xml");
        assertThat(slicer().slice(answer, document)).isFalse();
        assertThat(document).doesNotExist();
    }

    @Test
    void aBrokenDocumentGivesNothing() throws Exception {
        Path answer = Files.writeString(tmp.resolve("answer"), answer("<Invoice xmlns=\"urn:i\"><ID></Invoice>"));
        Path document = tmp.resolve("document.xml");
        assertThatThrownBy(() -> slicer().slice(answer, document)).isInstanceOf(UnusableAnswerException.class);
        assertThat(document).doesNotExist();
    }

    @Test
    void whateverItsLengthTheDocumentIsCutOutRight() throws Exception {
        // the parser's buffers end somewhere within each of these
        for (int length = 3950; length < 4050; length++) {
            byte[] text = new byte[length];
            Arrays.fill(text, (byte) 'x');
            String document = "<I xmlns=\"urn:i\"><a>" + new String(text, StandardCharsets.US_ASCII) + "</a>\r\n</I\n>";
            assertThat(slice(answer(document).getBytes(StandardCharsets.UTF_8))).isEqualTo(PROLOG + document);
        }
    }

    private PayloadSlicer slicer() {
        return new PayloadSlicer(new SafeXml(SafeXml.Bounds.MESSAGE), tmp);
    }

    private String slice(byte[] answer) throws Exception {
        Path document = tmp.resolve("document.xml");
        assertThat(slicer().slice(Files.write(tmp.resolve("answer"), answer), document))
                .isTrue();
        return Files.readString(document);
    }

    private static String answer(String payload) {
        return Sample.response(
                "GetInboxDocument",
                "<Details><ExternalId>XCNIN1</ExternalId><Subject>Café</Subject><Payload>" + payload
                        + "</Payload></Details><Statuses/>");
    }
}
