package io.github.komaseconnect.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code POST …/salesInvoice/queryRecipientParty}: the first of the ids that can be reached. */
final class RecipientCall implements PsbCall {
    private final Platform platform;

    RecipientCall(Platform platform) {
        this.platform = platform;
    }

    @Override
    public HttpAnswer answer(PsbRequest request) throws PsbRefusal {
        List<String> ids = ids(Json.read(request.http()));
        Optional<String> type =
                request.http().parameter("preferredDocumentTypeId").filter(text -> !text.isEmpty());
        for (String id : ids) {
            Optional<String> canonical = ReceiverId.canonical(id).filter(known -> reaches(known, type));
            if (canonical.isPresent()) {
                return HttpAnswer.json(
                        200,
                        Json.object()
                                .put("id", ReceiverId.partyId(canonical.get()))
                                .put("channel", "peppol")
                                .put("description", "Reachable over Peppol")
                                .toString());
            }
        }
        throw PsbRefusal.unknown("None of the parties can be reached"
                + type.map(id -> " for the document type " + id).orElse("") + ".");
    }

    private boolean reaches(String canonical, Optional<String> type) {
        boolean registered = platform.directory().find(canonical).isPresent()
                || platform.reach().reaches(canonical);
        return registered
                && type.map(id -> platform.reach().accepts(canonical, id)).orElse(true);
    }

    private static List<String> ids(JsonNode body) throws PsbRefusal {
        if (!body.isArray() || body.isEmpty()) {
            throw PsbRefusal.invalid("The body must be a JSON array of party ids.");
        }
        List<String> ids = new ArrayList<>();
        for (JsonNode id : body) {
            if (!id.isTextual() || !id.textValue().contains(":")) {
                throw PsbRefusal.invalid("A party id is a text {scheme}:{id}, not " + id + ".");
            }
            ids.add(id.textValue());
        }
        return ids;
    }
}
