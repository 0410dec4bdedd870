package io.github.komaseconnect.platform;

import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.OutgoingDocument;
import io.github.komaseconnect.invoice.DocumentType;
import java.nio.file.Path;
import java.util.Map;

/** Sends a large document and fetches a large one and a large PDF; {@link LargeDocumentTest} starts it in a small JVM. */
final class LargeDocumentRun {
    private LargeDocumentRun() {}

    /** @param args URL of the server, home folder */
    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[1]);
        try (PlatformRoute route = new PlatformRoute(args[0], Map.of())) {
            EConnect econnect = new PlatformEConnectFactory(
                            route.transport(), Sample.CLOCK, Sample.TEMPLATES, Sample::bare, home.resolve("tmp"))
                    .forCompany(Sample.company(), () -> Sample.KEYS);
            System.out.println(Sample.code(econnect.send(new OutgoingDocument(
                    home.resolve("ubl.xml"),
                    DocumentType.INVOICE,
                    "1",
                    "0106:12345678",
                    "6f0d3f5e-6e5f-4b55-9d3c-2f6f3f0b7c11",
                    home.resolve("message.xml"),
                    home.resolve("answer.xml")))));
            System.out.println(Sample.code(econnect.inboxDocument(
                    "XCNIN1", home.resolve("inbox-answer.xml"), home.resolve("inbox-document.xml"))));
            System.out.println(Sample.code(econnect.pdf("XCNIN1", home.resolve("inbox.pdf"))));
        }
    }
}
