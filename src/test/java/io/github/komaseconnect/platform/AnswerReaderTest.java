package io.github.komaseconnect.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.komaseconnect.invoice.SafeXml;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {
    @TempDir
    Path tmp;

    private final AnswerReader answers = new AnswerReader(new SafeXml(SafeXml.Bounds.MESSAGE));

    @Test
    void readsTheElementInTheBody() throws Exception {
        Element response =
                read(Sample.response("Login", "\n <SecurityToken>\n abc &amp; <![CDATA[d]]>\n</SecurityToken>\n"));
        assertThat(response.name()).isEqualTo("LoginResponse");
        assertThat(response.text("SecurityToken")).contains("abc & d");
    }

    @Test
    void anEmptyOrNilElementHasNoText() throws Exception {
        Element response = read(Sample.response(
                "X", "<A/><B xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"/><C> </C>"));
        assertThat(response.text("A")).isEmpty();
        assertThat(response.text("B")).isEmpty();
        assertThat(response.text("C")).isEmpty();
        assertThat(response.text("D", "E")).isEmpty();
    }

    @Test
    void documentsAndFilesAreNotHeldInMemory() throws Exception {
        Element response = read(Sample.response(
                "GetInboxDocument",
                "<Details><Payload><Invoice><Payload>x</Payload>" + "y".repeat(5_000_000)
                        + "</Invoice></Payload><Subject>s</Subject></Details>"));
        Element details = response.child("Details").orElseThrow();
        assertThat(details.child("Payload").orElseThrow().children()).isEmpty();
        assertThat(details.text("Subject")).contains("s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "ISO-8859-1"})
    void readsEveryEncodingThatTheAnswerDeclares(String encoding) throws Exception {
        String xml = Sample.response("X", "<Name>Café</Name>").replace("utf-8", encoding);
        Path file = Files.write(tmp.resolve("answer"), xml.getBytes(Charset.forName(encoding)));
        assertThat(answers.read(file).text("Name")).contains("Café");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "Service Unavailable",
                "<html><body>Sign in to the network<br></body></html>",
                "<html><body><p>Sign in</p></body></html>",
                "{\"error\":\"no\"}",
            })
    void whatIsNoSoapMessageIsUnusable(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(UnusableAnswerException.class);
    }

    @Test
    void everyTruncationIsUnusable() {
        String whole = Sample.response("SendDocument", "<ExternalId>XC1</ExternalId>");
        for (int length = 0; length < whole.length(); length++) {
            String half = whole.substring(0, length);
            assertThatThrownBy(() -> read(half)).as(half).isInstanceOf(UnusableAnswerException.class);
        }
    }

    @Test
    void anEmptyBodyIsUnusable() {
        assertThatThrownBy(() -> read(Sample.envelope(""))).hasMessageContaining("empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE S:Envelope SYSTEM \"http://127.0.0.1:1/x.dtd\">",
                "<!DOCTYPE S:Envelope [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>",
                "<!DOCTYPE S:Envelope [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
            })
    void aDoctypeIsUnusable(String doctype) {
        String xml = Sample.response("X", "<Name>n</Name>").replace("?>\n", "?>\n" + doctype);
        assertThatThrownBy(() -> read(xml)).isInstanceOf(UnusableAnswerException.class);
    }

    @Test
    void anUndeclaredEntityIsUnusable() {
        assertThatThrownBy(() -> read(Sample.response("X", "<Name>&b;</Name>")))
                .isInstanceOf(UnusableAnswerException.class);
    }

    @Test
    void bytesThatDoNotFitTheEncodingAreUnusable() throws Exception {
        Path file = Files.write(
                tmp.resolve("answer"), Sample.response("X", "<Name>Café</Name>").getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> answers.read(file)).isInstanceOf(UnusableAnswerException.class);
    }

    @Test
    void tooDeepTooManyAndTooMuchAreUnusable() {
        String deep = "<a>".repeat(5000) + "</a>".repeat(5000);
        assertThatThrownBy(() -> read(Sample.response("X", deep))).isInstanceOf(UnusableAnswerException.class);
        assertThatThrownBy(() -> read(Sample.response("X", "<a/>".repeat(100_001))))
                .hasMessageContaining("elements");
        assertThatThrownBy(() -> read(Sample.response("X", "<a>" + "b".repeat(4_000_001) + "</a>")))
                .hasMessageContaining("text");
    }

    private Element read(String text) throws Exception {
        return answers.read(Files.writeString(tmp.resolve("answer.xml"), text));
    }
}
