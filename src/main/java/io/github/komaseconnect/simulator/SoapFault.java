package io.github.komaseconnect.simulator;

/**
 * A call that eConnect refuses. The codes that begin with {@code ERRSIM} are the simulator's own: eConnect does not
 * publish what it says in those cases.
 */
final class SoapFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    SoapFault(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }

    /** As it stands on the wire: {@code <message> [<code>]}. */
    String faultString() {
        return getMessage() + " [" + code + "]";
    }

    static SoapFault tokenExpired() {
        return new SoapFault("DEFAULT_ERROR_CODE999", "The security token has expired.");
    }

    static SoapFault wrongKey() {
        return new SoapFault("ERRIAU6000007", "Invalid consumer key or no such app available in registry.");
    }

    static SoapFault namespaceNotSupported() {
        return new SoapFault("ERRCDO4000041", "The namespace used for the API is not supported.");
    }

    static SoapFault invalidXml(String detail) {
        return new SoapFault("ERRIER8000006", "The XML is not valid, please check after some time: " + detail);
    }

    static SoapFault notReachable(String receiver) {
        return new SoapFault(
                "ERRSND4000001",
                "The receiver " + receiver
                        + " is not reachable in any of the networks and no e-mail address has been given.");
    }

    static SoapFault noPermission(String companyId) {
        return new SoapFault("ERRGRP3000006", "You have no permission to send via this Company ID: " + companyId + ".");
    }

    static SoapFault rulesBroken(String rules) {
        return new SoapFault("ERRXSL4000001", "The document breaks fatal validation rules: " + rules);
    }

    static SoapFault pdfBeingMade() {
        return new SoapFault(
                "ERRDMN8000003", "The PDF of this document is still being generated, please try again later.");
    }

    static SoapFault unknownOperation(String name) {
        return new SoapFault("ERRSIM9000001", "Unknown operation: " + name + ".");
    }

    static SoapFault noToken() {
        return new SoapFault("ERRSIM9000002", "The header Authentication with a SecurityToken is missing.");
    }

    static SoapFault unknownDocument(String externalId) {
        return new SoapFault("ERRSIM9000003", "There is no document " + externalId + " in this box.");
    }

    static SoapFault unknownPage() {
        return new SoapFault("ERRSIM9000004", "StartPage is not a NextPage of this same search.");
    }

    static SoapFault statusNotAllowed(String status) {
        return new SoapFault(
                "ERRSIM9000005", "Status " + status + " does not exist or can only be set by the platform.");
    }

    static SoapFault unknownTemplate(String templateId) {
        return new SoapFault("ERRSIM9000006", "There is no template " + templateId + ".");
    }

    static SoapFault unknownParty(String referenceId) {
        return new SoapFault("ERRSIM9000007", "There is no party " + referenceId + ".");
    }

    static SoapFault unknownGroup(String groupId) {
        return new SoapFault("ERRSIM9000008", "There is no group " + groupId + ".");
    }
}
