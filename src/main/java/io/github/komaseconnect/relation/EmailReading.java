package io.github.komaseconnect.relation;

import io.github.komaseconnect.reason.Reason;
import java.util.List;

/** What came of reading the e-mail addresses of a relation. */
public sealed interface EmailReading {
    /** Every address can be used; none when nothing was filled in. */
    record Addresses(List<String> addresses) implements EmailReading {
        public Addresses {
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * One of the addresses at least cannot be used, and then none is: a mail goes to all recipients or to nobody.
     *
     * @param addresses those that could be read, for finding the relation
     */
    record Refused(Reason reason, List<String> addresses) implements EmailReading {
        public Refused {
            addresses = List.copyOf(addresses);
        }
    }

    /** The addresses that could be read, usable or not as a whole. */
    List<String> addresses();
}
