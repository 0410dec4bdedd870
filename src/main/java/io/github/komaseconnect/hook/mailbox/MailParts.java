package io.github.komaseconnect.hook.mailbox;

import io.github.komaseconnect.hook.ReceivedMail;
import io.github.komaseconnect.hook.ReceivedMail.Attached;
import io.github.komaseconnect.mailbox.NotUsableException;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Takes a mail apart, piece by piece into files; what is too large, too deep or too many is refused. */
final class MailParts {
    private static final int DEEPEST = 10;
    private static final int MOST_PARTS = 100;
    private static final int LONGEST_TEXT = 64 * 1024;

    private final Path folder;
    private final long maxSize;
    private final Clock clock;
    private final List<Attached> attachments = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int parts;
    private long bytes;

    private MailParts(Path folder, long maxSize, Clock clock) {
        this.folder = folder;
        this.maxSize = maxSize;
        this.clock = clock;
    }

    /**
     * Takes apart.
     *
     * @param folder for the attachments; the caller removes it
     * @throws MessagingException when the server or the mail is at fault, as {@link IOException}
     * @throws UncheckedIOException when a file cannot be written
     */
    static ReceivedMail of(Message message, Path folder, long maxSize, Clock clock)
            throws MessagingException, IOException, NotUsableException {
        if (message.getSize() > maxSize) {
            throw new NotUsableException("groter dan / larger than " + maxSize / 1024 / 1024 + " MB");
        }
        MailParts parts = new MailParts(folder, maxSize, clock);
        parts.take(message, 0);
        return new ReceivedMail(
                sender(message),
                Optional.ofNullable(message.getSubject()).orElse(""),
                parts.receivedAt(message),
                parts.text.toString(),
                parts.attachments);
    }

    private static String sender(Message message) throws MessagingException {
        Address[] from = Optional.ofNullable(message.getFrom()).orElse(new Address[0]);
        return from.length == 1 && from[0] instanceof InternetAddress address && address.getAddress() != null
                ? address.getAddress().toLowerCase(Locale.ROOT)
                : "";
    }

    private Instant receivedAt(Message message) throws MessagingException {
        Instant now = clock.instant();
        return Optional.ofNullable(message.getReceivedDate())
                .map(Date::toInstant)
                .filter(at -> at.isAfter(Instant.EPOCH) && at.isBefore(now))
                .orElse(now);
    }

    private void take(Part part, int depth) throws MessagingException, IOException, NotUsableException {
        if (++parts > MOST_PARTS || depth > DEEPEST) {
            throw new NotUsableException("te veel delen / too many parts");
        }
        String name = name(part);
        if (part.isMimeType("multipart/*")) {
            if (part.getContent() instanceof Multipart multipart) {
                for (int n = 0; n < multipart.getCount(); n++) {
                    take(multipart.getBodyPart(n), depth + 1);
                }
            }
        } else if (name.endsWith(".xml") || name.endsWith(".pdf")) {
            Path file = folder.resolve(parts + name.substring(name.length() - 4));
            save(part, file);
            attachments.add(new Attached(Optional.ofNullable(fileName(part)).orElse(name), file));
        } else if (part.isMimeType("text/plain") && text.length() < LONGEST_TEXT) {
            try (InputStream in = part.getInputStream()) {
                text.append(new String(in.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8))
                        .append('\n');
            }
        }
    }

    private static String fileName(Part part) throws MessagingException {
        String name = part.getFileName();
        try {
            return name == null ? null : MimeUtility.decodeText(name);
        } catch (UnsupportedEncodingException e) {
            return name;
        }
    }

    /** In small letters, with an extension that its type tells when its name does not. */
    private static String name(Part part) throws MessagingException {
        String name = Optional.ofNullable(fileName(part)).orElse("").toLowerCase(Locale.ROOT);
        if (name.endsWith(".xml") || name.endsWith(".pdf")) {
            return name;
        }
        boolean xml = part.isMimeType("application/xml") || part.isMimeType("text/xml");
        return xml ? name + ".xml" : part.isMimeType("application/pdf") ? name + ".pdf" : name;
    }

    private void save(Part part, Path file) throws MessagingException, IOException, NotUsableException {
        byte[] piece = new byte[64 * 1024];
        try (InputStream in = part.getInputStream();
                OutputStream out = opened(file)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                bytes += read;
                if (bytes > maxSize) {
                    throw new NotUsableException("groter dan / larger than " + maxSize / 1024 / 1024 + " MB");
                }
                write(out, piece, read);
            }
        }
    }

    private static OutputStream opened(Path file) {
        try {
            return Files.newOutputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(OutputStream out, byte[] piece, int length) {
        try {
            out.write(piece, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
