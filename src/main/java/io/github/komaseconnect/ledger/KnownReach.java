package io.github.komaseconnect.ledger;

import io.github.komaseconnect.invoice.DocumentType;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of whether a receiver can be reached over Peppol, for one kind of document.
 *
 * @param receiver e.g. {@code 0106:12345678}
 * @param verdict the last answer
 * @param channel by which it is reached, as eConnect calls it; may be empty
 * @param askedAt when that answer came
 * @param refused the answers "not registered" in a row, when the last ones were that
 * @param reachedAt when it could be reached last, as far as is known
 * @param dutch the last answer in words
 * @param english the same in English
 */
public record KnownReach(
        String company,
        String receiver,
        DocumentType type,
        Verdict verdict,
        String channel,
        Instant askedAt,
        Optional<Refusals> refused,
        Optional<Instant> reachedAt,
        String dutch,
        String english) {
    /** The same, with another moment at which it could be reached last. */
    public KnownReach reachedLastAt(Optional<Instant> at) {
        return new KnownReach(company, receiver, type, verdict, channel, askedAt, refused, at, dutch, english);
    }

    /** The four answers there are; never to be mixed up. */
    public enum Verdict {
        REACHABLE("te bereiken", "can be reached"),
        NOT_REGISTERED("staat niet in Peppol", "not registered on Peppol"),
        /** On Peppol, but not for this kind of document. */
        NOT_FOR_TYPE(
                "staat in Peppol, maar niet voor dit soort document", "on Peppol, but not for this kind of document"),
        /** No answer: says nothing of the receiver. */
        NOT_CHECKED("kon niet worden nagevraagd", "could not be checked");

        private final String dutch;
        private final String english;

        Verdict(String dutch, String english) {
            this.dutch = dutch;
            this.english = english;
        }

        /** In a Dutch sentence. */
        public String dutch() {
            return dutch;
        }

        /** In an English sentence. */
        public String english() {
            return english;
        }
    }

    /** A row of answers "not registered" with no other answer between them; {@code last} may be {@code first}. */
    public record Refusals(Instant first, Instant last) {}
}
