package io.github.komaseconnect.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/**
 * What is sent, of known length, so that it does not go in chunks; a document straight from its file, however large. It
 * cannot be read or printed: a token request holds secrets.
 */
public final class RequestBody extends AbstractHttpEntity {
    private final byte[] before;
    private final Optional<Path> file;
    private final byte[] after;
    private final long length;

    private RequestBody(String contentType, byte[] before, Optional<Path> file, byte[] after) throws IOException {
        super(ContentType.parse(contentType), null);
        this.before = before;
        this.file = file;
        this.after = after;
        this.length = before.length + after.length + (file.isPresent() ? Files.size(file.get()) : 0);
    }

    /** A file as the part {@code file} of a form, its content untouched. */
    public static RequestBody form(Path file, String fileName) throws IOException {
        String boundary = "komas-econnect-" + UUID.randomUUID();
        String before = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/xml\r\n\r\n";
        String after = "\r\n--" + boundary + "--\r\n";
        return new RequestBody(
                "multipart/form-data; boundary=" + boundary, ascii(before), Optional.of(file), ascii(after));
    }

    /** A text of a few kilobytes at most. */
    public static RequestBody text(String contentType, byte[] text) {
        try {
            return new RequestBody(contentType, text, Optional.empty(), new byte[0]);
        } catch (IOException e) {
            throw new IllegalStateException("no file is looked at", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public long getContentLength() {
        return length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(before);
        if (file.isPresent()) {
            Files.copy(file.get(), out);
        }
        out.write(after);
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public InputStream getContent() {
        throw new UnsupportedOperationException("What is sent can only be written");
    }

    @Override
    public void close() {
        // nothing is held open between two writes
    }

    @Override
    public String toString() {
        return "request of " + length + " bytes";
    }
}
