package io.github.komaseconnect.relation;

/** What {@link IdentifierReader} does with a number that has probably lost its leading zeros in a spreadsheet. */
public enum LeadingZeros {
    /** Refused, with the number that was probably meant: it is a guess. */
    PROPOSED,
    /** Put back, and said; where the scheme has check digits, only when they are right then. */
    PADDED
}
