package io.github.komaseconnect.mail;

import java.util.Optional;

/**
 * Subject and text of a mail, filled in.
 *
 * @param html the same once more as HTML; empty: text only
 */
record MailText(String subject, String body, Optional<String> html) {
    /** Text only. */
    MailText(String subject, String body) {
        this(subject, body, Optional.empty());
    }

    MailText with(Optional<String> page) {
        return new MailText(subject, body, page);
    }
}
