package io.github.komaseconnect.mail;

import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.ParameterList;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * An attachment that arrives byte for byte: always base64, since a text-like part would get other line ends on its way.
 * The file is read while the message is written, never held in memory.
 */
final class FilePart {
    private static final int LONGEST_NAME = 100;
    /** Percent-encoded these fit a line of a mail (998), and a file system's limit (255) with an ending. */
    private static final int MOST_BYTES = 200;

    private static final Pattern UNSAFE = Pattern.compile("[<>:\"/\\\\|?*]");

    private FilePart() {}

    /** @param contentType such as {@code application/pdf} */
    static MimeBodyPart of(Path file, String fileName, String contentType) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new FileSource(file, fileName, contentType)));
        ContentType type = new ContentType(contentType);
        type.setParameterList(named("name", fileName));
        part.setHeader("Content-Type", type.toString());
        ContentDisposition disposition = new ContentDisposition(MimeBodyPart.ATTACHMENT);
        disposition.setParameterList(named("filename", fileName));
        part.setHeader("Content-Disposition", disposition.toString());
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    /** A file name that every system accepts, for mail headers and folders alike; never empty. */
    static String safeName(String baseName) {
        String line = UNSAFE.matcher(HeaderText.clean(baseName)).replaceAll("_");
        int length = LONGEST_NAME;
        while (HeaderText.cut(line, length).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            length--;
        }
        String name = HeaderText.cut(line, length).replaceAll("[. ]+$", "").replaceAll("^[. ]+", "");
        return name.isEmpty() ? "document" : name;
    }

    /** RFC 2231, in UTF-8 whatever the machine's own character set is. */
    private static ParameterList named(String parameter, String fileName) {
        ParameterList list = new ParameterList();
        list.set(parameter, fileName, StandardCharsets.UTF_8.name());
        return list;
    }

    private record FileSource(Path file, String name, String contentType) implements DataSource {
        @Override
        public InputStream getInputStream() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            throw new IOException("attachments are only read");
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        public String getName() {
            return name;
        }
    }
}
