package io.github.komaseconnect.ledger;

/** The database of the ledger cannot be used now; whatever was being recorded was not. */
public class LedgerUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what failed, without secrets. */
    public LedgerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
