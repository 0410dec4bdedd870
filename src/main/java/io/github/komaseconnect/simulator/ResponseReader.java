package io.github.komaseconnect.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads an Invoice Response and checks it by its code lists. */
final class ResponseReader {
    private static final Set<String> FIELDS = Set.of("status", "reasons", "actions", "note");

    ResponseReader() {}

    /** @param acknowledged whether the supplier has had an answer before; the first must be AB */
    InvoiceResponse read(JsonNode body, boolean acknowledged) throws PsbRefusal {
        if (!body.isObject()) {
            throw PsbRefusal.invalid("The body must be a JSON object.");
        }
        for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!FIELDS.contains(name)) {
                throw PsbRefusal.invalid("There is no field " + name + ".");
            }
        }
        String status = body.path("status").asText("");
        if (!InvoiceResponse.STATUSES.contains(status)) {
            throw PsbRefusal.invalid("There is no status " + body.path("status") + ".");
        }
        if (!acknowledged && !status.equals("AB")) {
            throw PsbRefusal.invalid("The first response to an invoice must be AB, not " + status + ".");
        }
        Map<String, String> reasons = texts(body, "reasons", InvoiceResponse.REASONS);
        Map<String, String> actions = texts(body, "actions", InvoiceResponse.ACTIONS);
        if (reasons.isEmpty() && InvoiceResponse.TO_BE_EXPLAINED.contains(status)) {
            throw PsbRefusal.invalid("The status " + status + " needs reasons.");
        }
        JsonNode note = body.path("note");
        if (!note.isMissingNode() && !note.isNull() && !note.isTextual()) {
            throw PsbRefusal.invalid("The note must be a text.");
        }
        return new InvoiceResponse(status, reasons, actions, note.isTextual() ? note.textValue() : "");
    }

    private static Map<String, String> texts(JsonNode body, String field, Set<String> codes) throws PsbRefusal {
        JsonNode node = body.path(field);
        Map<String, String> texts = new LinkedHashMap<>();
        if (node.isMissingNode() || node.isNull()) {
            return texts;
        }
        if (!node.isObject()) {
            throw PsbRefusal.invalid("The field " + field + " must be an object of texts by code.");
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!codes.contains(entry.getKey())) {
                throw PsbRefusal.invalid("There is no code " + entry.getKey() + " among the " + field + ".");
            }
            if (!entry.getValue().isTextual()) {
                throw PsbRefusal.invalid("The text of " + entry.getKey() + " is no text.");
            }
            texts.put(entry.getKey(), entry.getValue().textValue());
        }
        return texts;
    }
}
