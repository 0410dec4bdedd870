package io.github.komaseconnect.adoption;

import java.io.IOException;

/**
 * One thing that the ledger did not know, and what is done about it.
 *
 * @param label how people know it: an invoice number or a file name, with what helps to find it
 * @param change what is done about it; doing it twice does no harm
 */
public record Finding(Kind kind, String label, Change change) {
    /** What is recorded in the ledger, and kept in the archive, because of a finding. */
    @FunctionalInterface
    interface Change {
        /** For what is only told. */
        Change NONE = () -> {};

        /** Does it. */
        void carryOut() throws IOException;
    }

    /** What can be found, in the order in which it is told. */
    public enum Kind {
        SENT_AT_ECONNECT("door eConnect verzonden; geldt nu als verzonden", "sent by eConnect; now counts as sent"),
        SENT_FILE("ligt in de map sent; geldt nu als verzonden", "lies in the sent folder; now counts as sent"),
        PERHAPS_SENT(
                "misschien al verzonden; vastgehouden, geef resolve", "may have been sent already; held, use resolve"),
        LOOKED_UP_AGAIN(
                "wacht op verzending per Peppol; wordt eerst nog eens bij eConnect nagekeken",
                "waits to be sent by Peppol; is looked up at eConnect once more first"),
        REGISTERED_ANEW(
                "half overgenomen bestand in outbox; wordt opnieuw aangenomen",
                "a file half taken over in outbox; is accepted anew"),
        LEFT_IN_HELD(
                "ligt in de map held en blijft daar; verplaats het naar export om het te verzenden",
                "lies in the held folder and stays there; move it to export to send it"),
        ALSO_AT_ECONNECT(
                "staat bij eConnect nog eens of met een andere inhoud; kijk het na",
                "is at eConnect once more or with other content; look into it"),
        IMPORTED(
                "inkoopfactuur, al aan Komas gegeven; wordt niet nog eens opgehaald",
                "purchase invoice, given to Komas already; is not fetched again"),
        PERHAPS_IMPORTED(
                "inkoopfactuur, misschien al in Komas; vastgehouden, kijk in Komas en geef zo nodig retry",
                "purchase invoice that may be in Komas already; held, look in Komas and use retry if need be"),
        TO_BE_RECEIVED(
                "inkoopfactuur, nog niet opgehaald; komt vanzelf", "purchase invoice not fetched yet; comes by itself");

        private final String dutch;
        private final String english;

        Kind(String dutch, String english) {
            this.dutch = dutch;
            this.english = english;
        }

        /** What it means, in Dutch. */
        public String dutch() {
            return dutch;
        }

        /** What it means, in English. */
        public String english() {
            return english;
        }
    }
}
