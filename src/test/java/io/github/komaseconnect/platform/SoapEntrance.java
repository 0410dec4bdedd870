package io.github.komaseconnect.platform;

import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.hostile.XmlEntrance;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Answers of eConnect's platform API as an entrance of XML. */
public final class SoapEntrance {
    private SoapEntrance() {}

    private static PlatformEConnect econnect(Operation operation, String answer, Path folder) {
        ScriptedTransport transport = new ScriptedTransport().then(operation, request -> {
            Files.write(request.answer(), answer.getBytes(StandardCharsets.UTF_8));
            return new TransportResult.Answered(200);
        });
        return new PlatformEConnect(
                Sample.company(), () -> Sample.KEYS, transport, Sample.CLOCK, Sample.TEMPLATES, Sample::bare, folder);
    }

    private static XmlEntrance.Fate fate(Reply<?> reply) {
        boolean refused = !(reply instanceof Reply.Done<?>);
        return new XmlEntrance.Fate(
                refused, refused ? Setback.of(reply).reason().toString() : reply.toString());
    }

    private static String body(String operation, String content) {
        String whole = Sample.response(operation, content);
        return whole.substring(whole.indexOf("<S:"));
    }

    /** A list. */
    public static XmlEntrance list() {
        return (attack, folder) -> fate(econnect(
                        Operation.GET_INBOX_DOCUMENTS,
                        attack.into(body("GetInboxDocuments", "<Results>@</Results>"), "S:Envelope"),
                        folder)
                .inbox(Optional.empty(), Optional.empty()));
    }

    /** A document with a DOCTYPE inside its envelope. */
    public static XmlEntrance document() {
        return (attack, folder) -> fate(econnect(
                        Operation.GET_INBOX_DOCUMENT,
                        Sample.response(
                                "GetInboxDocument",
                                "<Details><Payload>" + attack.invoice().replaceFirst("^<\\?xml[^>]*>", "")
                                        + "</Payload></Details>"),
                        folder)
                .inboxDocument("XCNIN1", folder.resolve("answer.xml"), folder.resolve("document.xml")));
    }

    /** A PDF. */
    public static XmlEntrance pdf() {
        return (attack, folder) -> fate(econnect(
                        Operation.GET_DOCUMENT_PDF,
                        attack.into(
                                body("GetDocumentPdf", "<Document><Contents>@JVBERi0xLjQ=</Contents></Document>"),
                                "S:Envelope"),
                        folder)
                .pdf("XCNIN1", folder.resolve("f.pdf")));
    }
}
