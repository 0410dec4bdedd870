package io.github.komaseconnect.hook;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A mail of a hook mailbox, with its attachments in files. Everything in it is somebody else's word.
 *
 * @param sender address in From, lower case; empty when there is not exactly one
 * @param text the beginning of what it says
 */
public record ReceivedMail(String sender, String subject, Instant receivedAt, String text, List<Attached> attachments) {
    public ReceivedMail {
        attachments = List.copyOf(attachments);
    }

    /**
     * An attachment.
     *
     * @param name of the file, as the mail says
     */
    public record Attached(String name, Path file) {
        boolean endsWith(String extension) {
            return name.toLowerCase(Locale.ROOT).endsWith(extension);
        }
    }
}
