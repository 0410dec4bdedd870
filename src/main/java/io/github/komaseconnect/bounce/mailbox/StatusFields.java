package io.github.komaseconnect.bounce.mailbox;

import io.github.komaseconnect.ledger.Bounce;
import io.github.komaseconnect.reason.OneLine;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The body of a {@code message/delivery-status} part: groups of fields, the first about the message, then one for each recipient. */
final class StatusFields {
    static final int MOST_RECIPIENTS = 20;
    static final int LONGEST_ADDRESS = 254;
    private static final int MOST_GROUPS = 200;
    private static final int LONGEST_WORDS = 600;

    private final List<InternetHeaders> failed = new ArrayList<>();
    private final List<InternetHeaders> delayed = new ArrayList<>();

    StatusFields(String body) {
        String unix = body.replace("\r\n", "\n").replace('\r', '\n');
        int groups = 0;
        for (String group : unix.split("\\n[ \\t]*\\n")) {
            if (groups++ == MOST_GROUPS) {
                break;
            }
            try {
                sort(new InternetHeaders(
                        new ByteArrayInputStream((group.strip() + "\r\n\r\n")
                                .replace("\n", "\r\n")
                                .replace("\r\r", "\r")
                                .getBytes(StandardCharsets.UTF_8)),
                        true));
            } catch (MessagingException noFields) {
                // what is no field says nothing
            }
        }
    }

    private void sort(InternetHeaders group) {
        String action = field(group, "Action").toLowerCase(Locale.ROOT);
        String code = field(group, "Status");
        if (action.startsWith("failed") || action.isEmpty() && code.startsWith("5.")) {
            failed.add(group);
        } else if (action.startsWith("delayed") || action.isEmpty() && code.startsWith("4.")) {
            delayed.add(group);
        }
    }

    /** Empty when no mail failed or is late: it was delivered, relayed or expanded. */
    Optional<Bounce.Kind> kind() {
        if (!failed.isEmpty()) {
            return Optional.of(Bounce.Kind.FAILED);
        }
        return delayed.isEmpty() ? Optional.empty() : Optional.of(Bounce.Kind.DELAYED);
    }

    private List<InternetHeaders> told() {
        return failed.isEmpty() ? delayed : failed;
    }

    /** Whom it is about, as we addressed them where the server says that. */
    List<String> recipients() {
        Set<String> recipients = new LinkedHashSet<>();
        for (InternetHeaders group : told()) {
            String asSent = address(field(group, "Original-Recipient"));
            String recipient = asSent.isEmpty() ? address(field(group, "Final-Recipient")) : asSent;
            if (!recipient.isEmpty() && recipients.size() < MOST_RECIPIENTS) {
                recipients.add(recipient);
            }
        }
        return List.copyOf(recipients);
    }

    /** What the server of a recipient said, else the status code. */
    Optional<String> words() {
        List<String> words = told().stream()
                .map(group -> {
                    String diagnostic = afterType(field(group, "Diagnostic-Code"));
                    return diagnostic.isEmpty() ? field(group, "Status") : diagnostic;
                })
                .filter(said -> !said.isEmpty())
                .distinct()
                .limit(MOST_RECIPIENTS)
                .toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(OneLine.of(String.join("; ", words), LONGEST_WORDS));
    }

    private static String field(InternetHeaders group, String name) {
        String value = group.getHeader(name, " ");
        return value == null ? "" : value.replaceAll("\\s+", " ").strip();
    }

    /** {@code rfc822; somebody@example.com}. */
    private static String address(String field) {
        String address = afterType(field);
        String bare =
                address.startsWith("<") && address.endsWith(">") ? address.substring(1, address.length() - 1) : address;
        return bare.contains("@") ? OneLine.of(bare.toLowerCase(Locale.ROOT).strip(), LONGEST_ADDRESS) : "";
    }

    private static String afterType(String field) {
        int semicolon = field.indexOf(';');
        return (semicolon < 0 ? field : field.substring(semicolon + 1)).strip();
    }
}
