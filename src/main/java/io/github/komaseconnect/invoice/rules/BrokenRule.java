package io.github.komaseconnect.invoice.rules;

/**
 * One official rule that a document breaks.
 *
 * @param id of the rule, as the standard names it ({@code BR-CO-10}); {@link #STRUCTURE} or {@link #UNNAMED} where the
 *     standard has no name for it
 * @param where in the document, in a bookkeeper's words
 * @param what is wrong
 * @param advice what to change, and where; empty when nobody wrote any for this rule
 */
public record BrokenRule(String id, Phrase where, Phrase what, Phrase advice) {
    /** The document is not built as UBL prescribes: there are no rules with a name for that. */
    public static final String STRUCTURE = "XSD";

    /** A rule without a name, or one that could not be worked out on this document. */
    public static final String UNNAMED = "-";
}
