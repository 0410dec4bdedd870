package io.github.komaseconnect.hook;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.ledger.Ledger;
import java.time.Instant;
import java.util.Set;

/**
 * Takes what eConnect tells about some topics, such as what became of an invoice that was sent. What nobody takes yet is
 * kept, and offered as soon as somebody does.
 */
public interface HookTopics {
    /** The topics, as eConnect spells them. */
    Set<String> topics();

    /**
     * Takes one event, in the transaction in which it becomes done: both or neither. May be offered the same thing more than
     * once, and later things before earlier ones. Must not wait for anything.
     *
     * @param receivedAt when it came here
     */
    Taking take(Ledger.Books books, Company company, HookMessage message, Instant receivedAt);

    /** What became of it. */
    enum Taking {
        /** Done with. */
        TAKEN,
        /** To be offered again later: what it is about is not in the ledger yet. In the end it is given up. */
        LATER
    }
}
