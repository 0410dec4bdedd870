package io.github.komaseconnect.simulator;

import java.util.Arrays;
import java.util.Optional;

/** The calls that the simulator knows: those of the platform API, and those of the PSB. */
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
    GET_PARTY("GetParty"),
    /** PSB: credentials in, access token out. */
    PSB_TOKEN(Api.PSB, "psb-token"),
    /** PSB: who the token stands for. */
    PSB_ME(Api.PSB, "psb-me"),
    /** PSB: the parties of the client, with its permissions. */
    PSB_PARTIES(Api.PSB, "psb-parties"),
    /** PSB: whether, and by what id, a receiver can be reached. */
    PSB_QUERY_RECIPIENT(Api.PSB, "psb-query-recipient"),
    /** PSB: sends a document. */
    PSB_SEND(Api.PSB, "psb-send"),
    /** PSB: what became of a sent document. */
    PSB_STATUS(Api.PSB, "psb-status"),
    /** PSB: the buyer's answer to a sent document, as a UBL ApplicationResponse. */
    PSB_RESPONSE_DOWNLOAD(Api.PSB, "psb-response-download"),
    /** PSB: a received document. */
    PSB_DOWNLOAD(Api.PSB, "psb-download"),
    /** PSB: what was told about a received document. */
    PSB_RECEIVED_STATUS(Api.PSB, "psb-received-status"),
    /** PSB: removes a received document. */
    PSB_DELETE(Api.PSB, "psb-delete"),
    /** PSB: answers the supplier of a received document. */
    PSB_RESPOND(Api.PSB, "psb-respond"),
    /** PSB: lists hooks, of the environment or of a party. */
    PSB_GET_HOOKS(Api.PSB, "psb-get-hooks"),
    /** PSB: makes or changes a hook. */
    PSB_PUT_HOOK(Api.PSB, "psb-put-hook"),
    /** PSB: removes a hook. */
    PSB_DELETE_HOOK(Api.PSB, "psb-delete-hook"),
    /** PSB: has every hook of a party told something. */
    PSB_PING_HOOKS(Api.PSB, "psb-ping-hooks");

    /** Which of eConnect's two APIs. */
    private enum Api {
        PLATFORM,
        PSB
    }

    private final Api api;
    private final String word;
    private final String responseName;

    Operation(String soapName) {
        this(soapName, soapName + "Response");
    }

    /** eConnect spells one response element without its second s; so does the simulator. */
    Operation(String soapName, String responseName) {
        this.api = Api.PLATFORM;
        this.word = soapName;
        this.responseName = responseName;
    }

    Operation(Api api, String word) {
        this.api = api;
        this.word = word;
        this.responseName = "";
    }

    /** The name in the SOAPAction header and of the request element; for the PSB a word of the simulator's own. */
    public String soapName() {
        return word;
    }

    /** The name of the response element. */
    String responseName() {
        return responseName;
    }

    /** The operation of the platform API with this name, exactly as it stands in a SOAPAction header. */
    public static Optional<Operation> named(String soapName) {
        return withWord(soapName).filter(operation -> operation.api == Api.PLATFORM);
    }

    /** The operation of either API that a person names so. */
    static Optional<Operation> withWord(String word) {
        return Arrays.stream(values())
                .filter(operation -> operation.word.equals(word))
                .findFirst();
    }
}
