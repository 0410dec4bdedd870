package io.github.komaseconnect.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The calls about the caller. */
final class PsbPartyCalls {
    PsbPartyCalls() {}

    /** {@code GET /me}. */
    PsbCall me() {
        return request -> HttpAnswer.json(
                200, Json.object().put("name", request.caller().name()).toString());
    }

    /** {@code GET /me/party}. */
    PsbCall parties() {
        return request -> {
            SimulatedClient client = request.caller().client();
            ArrayNode parties = Json.array();
            for (SimulatedCompany company : client.companies()) {
                ObjectNode permissions = Json.object();
                for (PartyPermission permission : PartyPermission.values()) {
                    permissions.put(permission.wireName(), client.permissions().contains(permission));
                }
                parties.addObject()
                        .put("id", company.partyId())
                        .put("name", company.name())
                        .set("permissions", permissions);
            }
            return HttpAnswer.json(200, parties.toString());
        };
    }
}
