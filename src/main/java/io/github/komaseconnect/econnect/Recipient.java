package io.github.komaseconnect.econnect;

/** What eConnect says of a receiver before anything is sent to it. */
public sealed interface Recipient {
    /**
     * It can be reached.
     *
     * @param receiver the identifier under which, such as {@code 0106:12345678}
     * @param channel by which way, as eConnect calls it; may be empty
     */
    record Reached(String receiver, String channel) implements Recipient {}

    /** None of its identifiers can be reached. */
    record Absent() implements Recipient {}

    /** A company with such an identifier is in eConnect's address book: a hint, which proves nothing. */
    record InAddressBook(String name) implements Recipient {}

    /** This gateway cannot tell: only sending shows it. */
    record Untold() implements Recipient {}
}
