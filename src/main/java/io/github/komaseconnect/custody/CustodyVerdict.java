package io.github.komaseconnect.custody;

import io.github.komaseconnect.reason.Reason;

/** Whether a company's folders are this ledger's, so that anything may be done for the company. */
public sealed interface CustodyVerdict {
    /** They are: the company may be in hand. */
    record Ours() implements CustodyVerdict {}

    /** They are, or may be, not: nothing may be done for the company until a person says {@code adopt}. */
    record Stopped(Cause cause, Reason reason) implements CustodyVerdict {}

    /** The folders cannot be looked at now; the company waits, and is looked at again by itself. */
    record Waiting(Reason reason) implements CustodyVerdict {}

    /** Another node with the same ledger has the company: nothing is wrong, but it is not this one's any more. */
    record TakenOver() implements CustodyVerdict {}

    /** Why a company is stopped. */
    enum Cause {
        /** The mark is of another ledger: another installation, or a new ledger after the old one was lost. */
        FOREIGN,
        /** The mark, or a file, shows that this ledger has done more than it knows: a back-up was put back. */
        OLDER,
        /** The folder is another company's in this same ledger. */
        OTHER_COMPANY,
        /** A copy of this ledger, elsewhere, has the folder in use, or had when it was killed. */
        COPY,
        /** While it was in hand, somebody else began to use the folder. */
        SOMEBODY_ELSE,
        /** There is a file with the name of the mark that is none. */
        DAMAGED,
        /** The folders were used, but have no mark, and the ledger knows nothing of the company. */
        USED_BEFORE
    }
}
