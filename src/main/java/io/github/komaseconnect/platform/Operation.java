package io.github.komaseconnect.platform;

/**
 * The operations of platform API v3.1 that are used, and whether a call whose outcome is unknown may simply be repeated.
 */
public enum Operation {
    LOGIN("Login", Repetition.HARMLESS),
    GET_ACCOUNT_PARTIES("GetAccountParties", Repetition.HARMLESS),
    GET_INBOX_DOCUMENTS("GetInboxDocuments", Repetition.HARMLESS),
    GET_INBOX_DOCUMENT("GetInboxDocument", Repetition.HARMLESS),
    SET_INBOX_DOCUMENT_STATUS("SetInboxDocumentStatus", Repetition.HARMLESS),
    SEND_DOCUMENT("SendDocument", Repetition.HARMFUL),
    GET_OUTBOX_DOCUMENTS("GetOutboxDocuments", Repetition.HARMLESS),
    GET_OUTBOX_DOCUMENT("GetOutboxDocument", Repetition.HARMLESS),
    GET_DOCUMENT_PDF("GetDocumentPdf", Repetition.HARMLESS),
    GET_PARTIES("GetParties", Repetition.HARMLESS);

    /** What doing it once more would mean after an attempt of which nobody knows how it ended. */
    public enum Repetition {
        /** The second call gives the same as the first would have. */
        HARMLESS,
        /** The customer might get the invoice twice. */
        HARMFUL
    }

    /** Namespace of every message element of v3.1. */
    public static final String NAMESPACE = "http://api.everbinding.nl/v3_1/";

    private final String element;
    private final Repetition repetition;

    Operation(String element, Repetition repetition) {
        this.element = element;
        this.repetition = repetition;
    }

    /** Local name of the request element, in {@link #NAMESPACE}. */
    public String element() {
        return element;
    }

    /** Value of the SOAPAction header. */
    public String soapAction() {
        return NAMESPACE + element;
    }

    /** Whether an unknown outcome is merely a lost answer, or a doubt. */
    public Repetition repetition() {
        return repetition;
    }

    /** Whether an answer's element belongs to this operation; eConnect itself spells one of them "Reponse". */
    boolean answeredBy(String localName) {
        return localName.equals(element + "Response") || localName.equals(element + "Reponse");
    }
}
