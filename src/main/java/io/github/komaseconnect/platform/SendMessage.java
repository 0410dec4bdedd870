package io.github.komaseconnect.platform;

import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.econnect.OutgoingDocument;
import io.github.komaseconnect.folder.SureFile;
import io.github.komaseconnect.invoice.DocumentType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The SendDocument message of one document. It stands in the archive, with {@code ***} in place of the security token,
 * before it goes out; what goes out are the very bytes of that file with the token put in on the way. So a token never
 * reaches a disk, and a large document is written once.
 */
final class SendMessage {
    private static final Secret MASK = new Secret("***");
    private static final byte[] TOKEN_END = "</SecurityToken>".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PAYLOAD = "<Payload>".getBytes(StandardCharsets.UTF_8);
    private static final int PLACEHOLDER = 1;
    /** A message with a document of this size at most is kept in memory while it goes out. */
    private static final int SMALL = 256 * 1024;

    private final Envelope envelope;
    private final String companyId;
    private final OutgoingDocument document;
    private final String templateId;
    /** The message without its document and its token. */
    private final byte[] masked;

    /** The whole archived copy of a small document, once it is written. */
    private Optional<byte[]> inMemory = Optional.empty();

    SendMessage(Envelope envelope, String companyId, OutgoingDocument document, String templateId) {
        this.envelope = envelope;
        this.companyId = companyId;
        this.document = document;
        this.templateId = templateId;
        this.masked = frame(MASK);
    }

    /**
     * Writes the archived copy; it is there as a whole or not at all, and survives the end of the program. Whoever records
     * the outcome sees to it that it survives a loss of power too.
     */
    void archive(DocumentBody body) throws IOException {
        if (body.length() <= SMALL) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream(masked.length + (int) body.length());
            write(body, whole);
            byte[] bytes = whole.toByteArray();
            SureFile.writeSoft(document.archived(), out -> out.write(bytes));
            requireWhole(bytes.length, body);
            inMemory = Optional.of(bytes);
        } else {
            SureFile.writeSoft(document.archived(), out -> write(body, out));
            requireWhole(Files.size(document.archived()), body);
        }
    }

    private void write(DocumentBody body, OutputStream out) throws IOException {
        int payload = indexAfter(PAYLOAD, masked);
        out.write(masked, 0, payload);
        body.writeTo(out);
        int rest = payload + PLACEHOLDER;
        out.write(masked, rest, masked.length - rest);
    }

    private void requireWhole(long written, DocumentBody body) throws IOException {
        if (written != masked.length - PLACEHOLDER + body.length()) {
            throw new IOException("The document changed while it was being read: " + document.ubl());
        }
    }

    /** The message to go out; {@link #archive} comes first. */
    SoapMessage with(Secret token) throws IOException {
        byte[] frame = frame(token);
        byte[] head = Arrays.copyOf(frame, indexAfter(TOKEN_END, frame));
        int rest = indexAfter(TOKEN_END, masked);
        if (inMemory.isPresent()) {
            return SoapMessage.of(head, inMemory.get(), rest);
        }
        Path archived = document.archived();
        return SoapMessage.of(head, archived, rest, Files.size(archived));
    }

    /** The message with one character in place of the document; the tags sought in it cannot occur in any text. */
    private byte[] frame(Secret token) {
        return envelope.around(Operation.SEND_DOCUMENT, Optional.of(token), send -> send.group(
                        "Via", via -> via.text("ReferenceId", companyId))
                // never an EmailAddress: eConnect would mail the invoice by itself
                .group("To", to -> to.text("ReferenceId", document.receiver()))
                .text("Subject", subject())
                .text("Payload", "-")
                .text("TemplateId", templateId));
    }

    private String subject() {
        return (document.type() == DocumentType.CREDIT_NOTE ? "Creditnota " : "Factuur ") + document.number();
    }

    private static int indexAfter(byte[] sought, byte[] bytes) {
        for (int at = 0; at <= bytes.length - sought.length; at++) {
            if (Arrays.equals(bytes, at, at + sought.length, sought, 0, sought.length)) {
                return at + sought.length;
            }
        }
        throw new IllegalStateException("The message lacks " + new String(sought, StandardCharsets.UTF_8));
    }
}
