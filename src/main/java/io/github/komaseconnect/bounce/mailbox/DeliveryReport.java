package io.github.komaseconnect.bounce.mailbox;

import io.github.komaseconnect.bounce.ReturnedMail;
import io.github.komaseconnect.ledger.Bounce;
import io.github.komaseconnect.mail.MailComposer;
import io.github.komaseconnect.mailbox.NotUsableException;
import io.github.komaseconnect.reason.OneLine;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a mail that may be a report of a mail server: a delivery status notification (RFC 3464, RFC 6533), or one of the
 * older kind, from the mailer daemon. A reply of a person is none, whatever it quotes. Takes bounded memory and time,
 * whatever the mail is.
 */
final class DeliveryReport {
    /** So much of a mail is read: text, status and the headers of the original come first. */
    static final int MOST_BYTES = 512 * 1024;

    private static final int DEEPEST = 6;
    private static final int MOST_PARTS = 60;
    /** A part takes far more memory than its few bytes; each begins with such a line. */
    private static final int MOST_BOUNDARIES = 2_000;

    private static final int LONGEST_TEXT = 64 * 1024;
    private static final int LONGEST_STATUS = 128 * 1024;
    private static final int LONGEST_WORDS = 600;
    private static final int MOST_IDS = 50;

    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{3,400}>");
    /** A header of the original in the text, perhaps quoted or folded; its headers are a block of lines. */
    private static final String HEADER_IN_TEXT = "(?im)^[> \\t]*%s:[>\\s]*(<[^<>\\s]{3,400}>)";

    private static final Pattern IN_TEXT = Pattern.compile(HEADER_IN_TEXT.formatted("message-id"));
    private static final Pattern DELIVERY_ID_IN_TEXT =
            Pattern.compile(HEADER_IN_TEXT.formatted(MailComposer.DELIVERY_ID));
    private static final Pattern EMPTY_LINE = Pattern.compile("\\r?\\n[ \\t]*\\r?\\n");
    private static final Pattern DAEMON = Pattern.compile("(?i)(?:mailer-daemon|postmaster|mail-daemon|mdaemon)@.*");
    private static final Pattern DELAY =
            Pattern.compile("(?i)\\b(?:delay(?:ed)?|warning|vertraagd|vertraging|not yet)\\b");

    /** Ids of the mail that came back, as itself says them. */
    private final Set<String> ids = new LinkedHashSet<>();

    private final StringBuilder text = new StringBuilder();
    private Optional<StatusFields> status = Optional.empty();
    private int parts;

    private DeliveryReport() {}

    /**
     * Reads it.
     *
     * @param beginning at most {@link #MOST_BYTES}, from the first header on
     * @throws NotUsableException when it is made to be hard to read
     * @throws MessagingException when it is no mail, as {@link IOException}
     */
    static ReturnedMail read(byte[] beginning) throws MessagingException, IOException, NotUsableException {
        if (boundaries(beginning) > MOST_BOUNDARIES) {
            throw new NotUsableException("te veel delen / too many parts");
        }
        MimeMessage message =
                new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(beginning));
        DeliveryReport report = new DeliveryReport();
        report.take(message, 0);
        return report.told(message);
    }

    private static int boundaries(byte[] mail) {
        int found = 0;
        for (int n = 0; n + 2 < mail.length; n++) {
            if ((mail[n] == '\n' || mail[n] == '\r') && mail[n + 1] == '-' && mail[n + 2] == '-') {
                found++;
            }
        }
        return found;
    }

    private void take(Part part, int depth) throws MessagingException, IOException, NotUsableException {
        if (++parts > MOST_PARTS || depth > DEEPEST) {
            throw new NotUsableException("te veel delen / too many parts");
        }
        if (part.isMimeType("multipart/*")) {
            for (Part inner : inner(part)) {
                take(inner, depth + 1);
            }
        } else if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
            status = status.or(() -> Optional.of(new StatusFields(string(part, LONGEST_STATUS))));
        } else if (part.isMimeType("message/*") || part.isMimeType("text/rfc822-headers")) {
            original(part);
        } else if (part.isMimeType("text/plain") && text.length() < LONGEST_TEXT) {
            text.append(string(part, LONGEST_TEXT)).append('\n');
        }
    }

    private static List<Part> inner(Part part) throws IOException {
        List<Part> inner = new ArrayList<>();
        try {
            if (part.getContent() instanceof Multipart several) {
                for (int n = 0; n < Math.min(several.getCount(), MOST_PARTS + 1); n++) {
                    inner.add(several.getBodyPart(n));
                }
            }
        } catch (MessagingException cutOff) {
            // the beginning of a mail may end before the first of them
        }
        return inner;
    }

    /** The mail that came back, or its headers: what is inside it is not looked at. */
    private void original(Part part) throws MessagingException {
        if (!ids.isEmpty()) {
            return;
        }
        InternetHeaders headers = new InternetHeaders(
                new ByteArrayInputStream(string(part, LONGEST_STATUS).getBytes(StandardCharsets.UTF_8)), true);
        first(headers.getHeader("Message-ID")).ifPresent(ids::add);
        // where a server on the way gave it another Message-ID
        first(headers.getHeader(MailComposer.DELIVERY_ID)).ifPresent(ids::add);
    }

    private static String string(Part part, int longest) {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readNBytes(longest), StandardCharsets.UTF_8);
        } catch (MessagingException | IOException cutOff) {
            // the beginning of a mail may end in the middle of something
            return "";
        }
    }

    private static Optional<String> first(String[] values) {
        return all(values).findFirst();
    }

    private static Stream<String> all(String[] values) {
        return Arrays.stream(Optional.ofNullable(values).orElse(new String[0]))
                .flatMap(value -> MESSAGE_ID.matcher(value).results())
                .map(MatchResult::group)
                .limit(MOST_IDS);
    }

    /**
     * Which mail came back: what its own headers say, and only without those what it is an answer to. The other ids in its
     * References are of what that mail was an answer to, which did arrive.
     */
    private List<String> ids(MimeMessage message) throws MessagingException {
        if (ids.isEmpty()) {
            idsInText();
        }
        if (ids.isEmpty()) {
            first(message.getHeader("In-Reply-To"))
                    .or(() -> all(references(message)).reduce((former, last) -> last))
                    .ifPresent(ids::add);
        }
        return List.copyOf(ids);
    }

    private static String[] references(MimeMessage message) {
        try {
            return message.getHeader("References");
        } catch (MessagingException unreadable) {
            return new String[0];
        }
    }

    private void idsInText() {
        for (String block : EMPTY_LINE.split(text)) {
            for (Pattern header : List.of(IN_TEXT, DELIVERY_ID_IN_TEXT)) {
                Matcher id = header.matcher(block);
                if (id.find()) {
                    ids.add(id.group(1));
                }
            }
            if (!ids.isEmpty()) {
                return;
            }
        }
    }

    private ReturnedMail told(MimeMessage message) throws MessagingException {
        String subject = Optional.ofNullable(message.getSubject()).orElse("");
        if (status.isPresent()) {
            StatusFields said = status.get();
            return new ReturnedMail(
                    subject, said.kind(), said.recipients(), said.words().orElseGet(this::beginOfText), ids(message));
        }
        if (!isOfDaemon(message)) {
            return new ReturnedMail(subject, Optional.empty(), List.of(), "", List.of());
        }
        // of the older kind, which often has the original in its text
        Bounce.Kind kind = DELAY.matcher(subject).find() ? Bounce.Kind.DELAYED : Bounce.Kind.FAILED;
        return new ReturnedMail(subject, Optional.of(kind), failed(message), beginOfText(), ids(message));
    }

    private static boolean isOfDaemon(MimeMessage message) throws MessagingException {
        String[] from = Optional.ofNullable(message.getHeader("From")).orElse(new String[0]);
        return from.length == 1
                && Arrays.stream(InternetAddress.parseHeader(from[0], false))
                        .map(InternetAddress::getAddress)
                        .anyMatch(address -> address != null
                                && DAEMON.matcher(address.contains("@") ? address : address + "@")
                                        .matches());
    }

    private static List<String> failed(MimeMessage message) throws MessagingException {
        List<String> recipients = new ArrayList<>();
        for (String value :
                Optional.ofNullable(message.getHeader("X-Failed-Recipients")).orElse(new String[0])) {
            Arrays.stream(value.split("[,\\s]+"))
                    .filter(address -> address.contains("@"))
                    .limit(StatusFields.MOST_RECIPIENTS)
                    .map(address -> OneLine.of(address.toLowerCase(Locale.ROOT), StatusFields.LONGEST_ADDRESS))
                    .forEach(recipients::add);
        }
        return recipients;
    }

    private String beginOfText() {
        return OneLine.of(text.toString().strip().replaceAll("\\s+", " "), LONGEST_WORDS);
    }
}
