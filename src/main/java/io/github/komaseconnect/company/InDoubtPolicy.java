package io.github.komaseconnect.company;

/**
 * What becomes of an invoice by e-mail or print of which nobody knows whether it went out
 * ({@code company.<key>.in-doubt}). By Peppol it is always looked up at eConnect.
 */
public enum InDoubtPolicy {
    /** It is held until a person says by {@code resolve} what is true. */
    HOLD,
    /** It is sent once more: better twice than not at all. A mail gets the Message-ID it had. */
    RESEND
}
