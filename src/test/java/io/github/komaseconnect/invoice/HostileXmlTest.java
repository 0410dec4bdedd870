package io.github.komaseconnect.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.komaseconnect.relation.Language;
import io.github.komaseconnect.rendering.InvoicePdf;
import io.github.komaseconnect.rendering.PdfRendering;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A DOCTYPE is refused at every place where an invoice enters, and nothing that it points at is read. */
class HostileXmlTest {
    private static final String SECRET = "strictly-private-5519";

    @TempDir
    Path folder;

    private final SafeXml xml = new SafeXml();

    private Path write(String doctype, String number) throws IOException {
        return Files.writeString(
                folder.resolve("kwaad.xml"),
                "<?xml version=\"1.0\"?>\n" + doctype
                        + TestUbl.invoice("<cbc:ID>" + number + "</cbc:ID>" + TestUbl.SUPPLIER));
    }

    private void assertRefusedEverywhere(Path ubl) throws IOException {
        Path target = folder.resolve("uit.pdf");
        UblReading reading = new UblReader(xml).read(ubl);
        assertThat(reading).isInstanceOfSatisfying(UblReading.NotUsable.class, refused -> {
            assertThat(refused.reason().code()).isEqualTo("document.doctype");
            assertThat(refused.toString()).doesNotContain(SECRET);
        });
        assertThat(new EmbeddedPdf(xml).extract(ubl, target)).isInstanceOf(PdfExtraction.Unusable.class);
        assertThat(new InvoicePdf(xml).render(ubl, Language.NL, target)).isInstanceOf(PdfRendering.CannotRender.class);
        assertThatThrownBy(() -> UblBody.of(xml, ubl)).isInstanceOf(IOException.class);
        assertThat(target).doesNotExist();
    }

    @Test
    void refusesAnEntityBomb() throws IOException {
        StringBuilder doctype = new StringBuilder("<!DOCTYPE Invoice [<!ENTITY a0 \"aaaaaaaaaa\">");
        for (int i = 1; i < 12; i++) {
            doctype.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        assertRefusedEverywhere(write(doctype + "]>", "&a11;"));
    }

    @Test
    void readsNoLocalFile() throws IOException {
        Path secret = Files.writeString(folder.resolve("geheim.txt"), SECRET);
        assertRefusedEverywhere(write("<!DOCTYPE Invoice [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>", "&x;"));
    }

    @Test
    void callsNoServer() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(200);
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/x.dtd";
            assertRefusedEverywhere(write("<!DOCTYPE Invoice SYSTEM \"" + url + "\">", "F-1"));
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void knowsNoEntityOfItsOwn() throws IOException {
        assertThat(new UblReader(xml).read(write("", "&onbekend;"))).isInstanceOf(UblReading.NotUsable.class);
    }
}
