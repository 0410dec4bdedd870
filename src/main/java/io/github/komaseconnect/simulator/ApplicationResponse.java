package io.github.komaseconnect.simulator;

import java.time.Instant;
import java.util.Map;

/** The buyer's answer as the UBL document that Peppol carries. */
final class ApplicationResponse {
    private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";

    private ApplicationResponse() {}

    static String of(String id, StoredDocument invoice, InvoiceResponse response, Instant now) {
        Markup out = new Markup()
                .text("cbc:CustomizationID", "urn:fdc:peppol.eu:poacc:trns:invoice_response:3")
                .text("cbc:ProfileID", "urn:fdc:peppol.eu:poacc:bis:invoice_response:3")
                .text("cbc:ID", id)
                .text("cbc:IssueDate", now.toString().substring(0, 10));
        if (!response.note().isEmpty()) {
            out.text("cbc:Note", response.note());
        }
        out.open("cac:DocumentResponse").open("cac:Response").text("cbc:ResponseCode", response.status());
        statuses(out, "OPStatusReason", response.reasons());
        statuses(out, "OPStatusAction", response.actions());
        out.close("cac:Response")
                .open("cac:DocumentReference")
                .text("cbc:ID", invoice.facts().number())
                .close("cac:DocumentReference")
                .close("cac:DocumentResponse");
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ApplicationResponse xmlns=\"" + UBL
                + "ApplicationResponse-2\" xmlns:cac=\"" + UBL + "CommonAggregateComponents-2\" xmlns:cbc=\"" + UBL
                + "CommonBasicComponents-2\">" + out + "</ApplicationResponse>";
    }

    private static void statuses(Markup out, String list, Map<String, String> texts) {
        texts.forEach((code, text) -> out.open("cac:Status")
                .raw("<cbc:StatusReasonCode listID=\"" + list + "\">" + code + "</cbc:StatusReasonCode>")
                .text("cbc:StatusReason", text)
                .close("cac:Status"));
    }
}
