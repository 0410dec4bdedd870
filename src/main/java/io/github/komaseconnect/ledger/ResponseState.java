package io.github.komaseconnect.ledger;

/** How far an answer to a supplier is. */
public enum ResponseState {
    /** To be sent, at once or later. */
    WAITING("wordt verzonden", "being sent"),
    /** An attempt is open. */
    ATTEMPTING("wordt verzonden", "being sent"),
    /** eConnect took it. */
    SENT("verzonden", "sent"),
    /** Refused for good, or given up: a person decides. */
    REFUSED("niet gelukt", "failed"),
    /** A person took it back. */
    WITHDRAWN("ingetrokken", "withdrawn");

    private final String dutch;
    private final String english;

    ResponseState(String dutch, String english) {
        this.dutch = dutch;
        this.english = english;
    }

    /** Whether something is still to be done by itself. */
    public boolean isOpen() {
        return this == WAITING || this == ATTEMPTING;
    }

    /** In Dutch. */
    public String dutch() {
        return dutch;
    }

    /** In English. */
    public String english() {
        return english;
    }
}
