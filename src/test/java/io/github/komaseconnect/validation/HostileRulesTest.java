package io.github.komaseconnect.validation;

import static io.github.komaseconnect.validation.RuleSamples.BIS;
import static io.github.komaseconnect.validation.RuleSamples.change;
import static io.github.komaseconnect.validation.RuleSamples.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.komaseconnect.invoice.rules.Verdict;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What others wrote can make the rules read no file, call no server, and fill no memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRulesTest {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String REFERENCE = "<cbc:BuyerReference>Kamers 12-18";

    private final RuleSamples samples = new RuleSamples();
    private final AtomicInteger calls = new AtomicInteger();
    private HttpServer server;

    @TempDir
    Path folder;

    @BeforeAll
    void listen() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    void stop() {
        server.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/x.xsd";
    }

    private void assertRefused(String text) throws Exception {
        assertThat(samples.verdict(folder, text)).isInstanceOf(Verdict.NotExamined.class);
        assertThat(calls).hasValue(0);
    }

    @Test
    void anExternalEntityIsNeitherReadNorCalled() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "geheim");
        for (String source : new String[] {secret.toUri().toString(), url()}) {
            String doctype = HEAD + "<!DOCTYPE Invoice [<!ENTITY x SYSTEM \"" + source + "\">]>\n";
            assertRefused(change(change(invoice(BIS), HEAD, doctype), REFERENCE, "<cbc:BuyerReference>&x;"));
        }
    }

    @Test
    void anExternalDtdIsNotCalled() throws Exception {
        assertRefused(change(invoice(BIS), HEAD, HEAD + "<!DOCTYPE Invoice SYSTEM \"" + url() + "\">\n"));
    }

    @Test
    void anEntityBombIsNotUnfolded() throws Exception {
        StringBuilder bomb = new StringBuilder(HEAD + "<!DOCTYPE Invoice [<!ENTITY a0 \"ha\">");
        for (int n = 1; n < 30; n++) {
            bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(n, n - 1, n - 1));
        }
        bomb.append("]>\n");
        assertRefused(change(change(invoice(BIS), HEAD, bomb.toString()), REFERENCE, "<cbc:BuyerReference>&a29;"));
    }

    @Test
    void aSchemaThatTheDocumentNamesIsNotFetched() throws Exception {
        String hinted = change(
                invoice(BIS),
                "<Invoice xmlns=",
                "<Invoice xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"urn:x " + url()
                        + "\" xsi:noNamespaceSchemaLocation=\"" + url() + "\" xmlns=");
        String included =
                change(invoice(BIS), HEAD, HEAD + "<?xml-stylesheet href=\"" + url() + "\" type=\"text/xsl\"?>\n");

        assertThat(samples.broken(folder, hinted)).isEmpty();
        assertThat(samples.broken(folder, included)).isEmpty();
        assertThat(calls).hasValue(0);
    }

    @Test
    void tooManyElementsOrTooMuchTextAreNotLookedAt() throws Exception {
        String lines = "<cbc:Note>x</cbc:Note>".repeat(DocumentTree.MOST_ELEMENTS);
        String text = "<cbc:Note>" + "x".repeat(9_000_000) + "</cbc:Note>";
        for (String much : new String[] {lines, text}) {
            assertThat(samples.verdict(
                            folder, change(invoice(BIS), "<cbc:InvoiceTypeCode>", much + "<cbc:InvoiceTypeCode>")))
                    .isInstanceOfSatisfying(
                            Verdict.NotExamined.class,
                            not -> assertThat(not.why().code()).isEqualTo("validation.too-large"));
        }
    }

    @Test
    void aLargeAttachmentIsLeftOutAndOneThatIsNotBase64IsFound() throws Exception {
        String before = "<cac:AccountingSupplierParty>";
        String content = "JVBERi0x".repeat(20_000);
        assertThat(samples.broken(folder, change(invoice(BIS), before, attachment(content) + before)))
                .isEmpty();
        assertThat(samples.broken(folder, change(invoice(BIS), before, attachment(content + "=") + before)))
                .isNotEmpty();
        assertThat(samples.broken(
                        folder, change(invoice(BIS), before, attachment("?" + content.substring(1)) + before)))
                .isNotEmpty();
        assertThat(samples.broken(folder, change(invoice(BIS), before, attachment("JVBERi0") + before)))
                .isNotEmpty();
    }

    private static String attachment(String content) {
        return "<cac:AdditionalDocumentReference><cbc:ID>bijlage</cbc:ID><cac:Attachment>"
                + "<cbc:EmbeddedDocumentBinaryObject mimeCode=\"application/pdf\" filename=\"f.pdf\">" + content
                + "</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>";
    }
}
