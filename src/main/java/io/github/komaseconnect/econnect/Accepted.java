package io.github.komaseconnect.econnect;

/**
 * eConnect has a document that was to be sent.
 *
 * @param externalId eConnect's id of it
 * @param first whether it was this call that brought it
 */
public record Accepted(String externalId, First first) {
    /** Whether eConnect had it already. */
    public enum First {
        /** This call brought it. */
        NOW,
        /** An earlier one had, of which no answer came: eConnect recognised the document's id. */
        BEFORE
    }

    /** Brought by this call. */
    public static Accepted now(String externalId) {
        return new Accepted(externalId, First.NOW);
    }

    /** Brought by an earlier one. */
    public static Accepted before(String externalId) {
        return new Accepted(externalId, First.BEFORE);
    }
}
