package io.github.komaseconnect.company;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How invoices are mailed ({@code mail.*}, or the company's own {@code company.<key>.mail.*}).
 *
 * @param attachments for relations that say nothing of it
 * @param replyTo where answers go; empty: to the sender
 * @param cc who is shown as getting a copy of every invoice mail
 * @param bcc who gets a copy without being shown, such as an archive
 * @param limit largest mail in bytes, as it goes over the line
 * @param perMinute at most so many invoice mails a minute; of a company: its own limit only
 * @param connections at most so many connections at the same time to one mail server
 * @param bounces the mailbox in which mails come back that could not be delivered; of a company: its own only
 */
public record Mailing(
        Attachments attachments,
        Optional<String> replyTo,
        List<String> cc,
        List<String> bcc,
        long limit,
        OptionalInt perMinute,
        int connections,
        Optional<Mailbox> bounces) {
    private static final long USUAL_LIMIT = 20L << 20;
    private static final int USUAL_CONNECTIONS = 3;

    public Mailing {
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
    }

    /** What counts when nothing is set. */
    public static Mailing usual() {
        return new Mailing(
                Attachments.PDF_AND_UBL,
                Optional.empty(),
                List.of(),
                List.of(),
                USUAL_LIMIT,
                OptionalInt.empty(),
                USUAL_CONNECTIONS,
                Optional.empty());
    }

    /** Who gets a copy, shown or not, as it stands on the envelope: lower case, the domain in ASCII where it can be. */
    public List<String> copies() {
        return Stream.concat(cc.stream(), bcc.stream())
                .map(Mailing::onTheEnvelope)
                .distinct()
                .toList();
    }

    /** An address as mail servers repeat it: lower case, the domain in ASCII where it can be. */
    public static String onTheEnvelope(String address) {
        String lower = address.strip().toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        try {
            return lower.substring(0, at + 1) + IDN.toASCII(lower.substring(at + 1));
        } catch (IllegalArgumentException noDomain) {
            return lower;
        }
    }
}
