package io.github.komaseconnect.bounce;

import io.github.komaseconnect.ledger.Bounce;
import java.util.List;
import java.util.Optional;

/**
 * What a mail in a bounce mailbox says. Everything in it is somebody else's word.
 *
 * @param kind empty when it is no report of a mail server about a mail that did not arrive
 * @param recipients whom it is about, lower case; empty when it does not say
 * @param words of the server
 * @param messageIds of the one mail that it is about, with angle brackets: its Message-ID, and the one that we gave it
 */
public record ReturnedMail(
        String subject, Optional<Bounce.Kind> kind, List<String> recipients, String words, List<String> messageIds) {
    public ReturnedMail {
        recipients = List.copyOf(recipients);
        messageIds = List.copyOf(messageIds);
    }
}
