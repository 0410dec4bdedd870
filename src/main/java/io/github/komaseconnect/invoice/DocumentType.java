package io.github.komaseconnect.invoice;

/** The two documents that are sent and received; decided by the root element of the UBL document. */
public enum DocumentType {
    INVOICE("factuur", "invoice"),
    CREDIT_NOTE("creditnota", "credit note");

    private final String dutch;
    private final String english;

    DocumentType(String dutch, String english) {
        this.dutch = dutch;
        this.english = english;
    }

    /** The word a Dutch bookkeeper uses, in lower case. */
    public String dutch() {
        return dutch;
    }

    /** The English word, in lower case. */
    public String english() {
        return english;
    }
}
