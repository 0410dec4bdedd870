package io.github.komaseconnect.simulator;

import java.util.Arrays;
import java.util.Optional;

/** The calls of the platform API that the simulator knows. */
public enum Operation {
    /** Connection keys in, security token out. */
    LOGIN("Login"),
    /** The Company IDs of the account. */
    GET_ACCOUNT_PARTIES("GetAccountParties", "GetAccountPartiesReponse"),
    /** A page of the inbox, metadata only. */
    GET_INBOX_DOCUMENTS("GetInboxDocuments"),
    /** A received document with its UBL; marks it as downloaded. */
    GET_INBOX_DOCUMENT("GetInboxDocument"),
    /** Sets the status of a received document, by code. */
    SET_INBOX_DOCUMENT_STATUS("SetInboxDocumentStatus"),
    /** The status of a received document. */
    GET_INBOX_DOCUMENT_STATUS("GetInboxDocumentStatus"),
    /** Sends a document. */
    SEND_DOCUMENT("SendDocument"),
    /** A page of the outbox, metadata only. */
    GET_OUTBOX_DOCUMENTS("GetOutboxDocuments"),
    /** A sent document with its UBL. */
    GET_OUTBOX_DOCUMENT("GetOutboxDocument"),
    /** The status of a sent document. */
    GET_OUTBOX_DOCUMENT_STATUS("GetOutboxDocumentStatus"),
    /** The PDF of a document. */
    GET_DOCUMENT_PDF("GetDocumentPdf"),
    /** Searches the parties that eConnect knows. */
    GET_PARTIES("GetParties"),
    /** One party that eConnect knows. */
    GET_PARTY("GetParty");

    private final String soapName;
    private final String responseName;

    Operation(String soapName) {
        this(soapName, soapName + "Response");
    }

    /** eConnect spells one response element without its second s; so does the simulator. */
    Operation(String soapName, String responseName) {
        this.soapName = soapName;
        this.responseName = responseName;
    }

    /** The name in the SOAPAction header and of the request element. */
    public String soapName() {
        return soapName;
    }

    /** The name of the response element. */
    String responseName() {
        return responseName;
    }

    /** The operation with this name, exactly as it stands in a SOAPAction header. */
    public static Optional<Operation> named(String soapName) {
        return Arrays.stream(values())
                .filter(operation -> operation.soapName.equals(soapName))
                .findFirst();
    }
}
