package io.github.komaseconnect.relation;

import io.github.komaseconnect.reason.Reason;

/** What the policy of the company and its relation allows for an invoice that cannot go over Peppol. */
public sealed interface Alternative {
    /** It may go this way in its place; why is part of the destination. */
    record Instead(Destination destination) implements Alternative {}

    /** It may not go any other way: it is held for this reason, which says what to do. */
    record Not(Reason reason) implements Alternative {}
}
