package io.github.komaseconnect.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.komaseconnect.invoice.TestUbl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document whose texts try to be more than text. */
class HostileContentTest {
    @TempDir
    Path folder;

    @Test
    void everyTextStaysTextAndNothingIsFetched() throws Exception {
        Path secret = Files.writeString(folder.resolve("geheim.txt"), "GEHEIM-4711");
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(200);
            String url = "http://127.0.0.1:" + server.getLocalPort();
            String attack = escaped("</style><style>@import url(" + url + "/a.css); body { background: url(" + url
                    + "/b.png) } </style><script>app.alert(1)</script><img src='" + url
                    + "/c.png'/><a href='javascript:x'>x</a>"
                    + "<iframe src='" + secret.toUri() + "'></iframe><object data='" + secret.toUri() + "'/>"
                    + "<img class=\"code\" src=\"" + secret.toUri() + "\"/>");
            String link = "<cac:AdditionalDocumentReference><cbc:ID>" + attack + "</cbc:ID><cac:Attachment>"
                    + "<cac:ExternalReference><cbc:URI>" + url + "/d.pdf</cbc:URI></cac:ExternalReference>"
                    + "</cac:Attachment></cac:AdditionalDocumentReference>";
            String ubl = TestUbl.invoice(TestUbl.NUMBER + "<cbc:Note>" + attack + "</cbc:Note>"
                    + "<cbc:DocumentCurrencyCode>" + attack + "</cbc:DocumentCurrencyCode>" + link
                    + TestUbl.SUPPLIER.replace("Acme", attack) + Rendering.means("30", attack)
                    + Rendering.payable(attack));

            Path pdf = Rendering.render(folder, ubl);

            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
            assertIsPlain(pdf);
        }
    }

    private static void assertIsPlain(Path pdf) throws IOException {
        try (PDDocument document = Rendering.open(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("<script>app.alert(1)</script>")
                    .doesNotContain("GEHEIM-4711");
            assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(document.getDocumentCatalog().getNames().getJavaScript()).isNull();
            for (PDPage page : document.getPages()) {
                assertThat(page.getAnnotations()).isEmpty();
                assertThat(page.getResources().getXObjectNames()).isEmpty();
            }
        }
        assertThat(new String(Files.readAllBytes(pdf), StandardCharsets.ISO_8859_1))
                .doesNotContain("/JavaScript")
                .doesNotContain("/Launch");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
