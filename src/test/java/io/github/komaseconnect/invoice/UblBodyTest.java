package io.github.komaseconnect.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UblBodyTest {
    private static final String ROOT = TestUbl.invoice("<!-- in -->\r\n" + TestUbl.NUMBER
            + "<cbc:Note>é € \uD83D\uDD27 &#128; &amp;\t</cbc:Note>" + TestUbl.SUPPLIER);

    @TempDir
    Path folder;

    private byte[] body(byte[] file) throws IOException {
        UblBody body = UblBody.of(new SafeXml(), Files.write(folder.resolve("in.xml"), file));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        body.writeTo(out);
        assertThat(body.length()).isEqualTo(out.size());
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\uFEFF",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n",
                "\uFEFF<?xml version=\"1.0\"?>\n<!-- <Invoice> é -->\n<?style x?>\n"
            })
    void keepsTheRootByteForByte(String before) throws IOException {
        byte[] file = (before + ROOT + "\r\n<!-- after -->\n").getBytes(StandardCharsets.UTF_8);
        assertThat(body(file)).isEqualTo(ROOT.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n\t ", "<!-- </Invoice> -->", "<?x </Invoice>?>\n"})
    void findsTheEndOfTheRootWhateverStandsBehindIt(String behind) throws IOException {
        byte[] file = (ROOT + behind).getBytes(StandardCharsets.UTF_8);
        assertThat(body(file)).isEqualTo(ROOT.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a/>", "<a></a >", "<x:a xmlns:x='u'><a/></x:a>", "<a><a></a></a>"})
    void keepsARootOfAnyShape(String root) throws IOException {
        assertThat(body((root + "\n").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(root.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE a><a></a>", "<a><b></a", "", "  ", "</a>", "<!-- <a></a> -->"})
    void whatHasNoWholeRootIsRefused(String text) {
        assertThatThrownBy(() -> body(text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(IOException.class);
    }

    @Test
    void keepsALongDocument() throws IOException {
        String root = TestUbl.invoice(("<cbc:Note>é\r\n\uD83D\uDD27</cbc:Note>").repeat(20_000));
        assertThat(body(("<?xml version=\"1.0\"?>\r\n" + root + "\n").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(root.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void transcodesUtf16(String encoding) throws IOException {
        assertThat(body(("\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + ROOT)
                        .getBytes(Charset.forName(encoding))))
                .isEqualTo(ROOT.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void transcodesWindows1252() throws IOException {
        String root = ROOT.replace("\uD83D\uDD27", "");
        byte[] file =
                ("<?xml version=\"1.0\" encoding=\"windows-1252\"?>" + root).getBytes(Charset.forName("windows-1252"));
        assertThat(body(file)).isEqualTo(root.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void digestsTheFileAsItIs() throws IOException {
        assertThat(UblDigest.sha256(Files.writeString(folder.resolve("abc"), "abc")))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
