package io.github.komaseconnect.simulator;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;

/** Decides who may make a call of the PSB. */
final class PsbAccess {
    private static final Map<Operation, PartyPermission> NEEDED = Map.ofEntries(
            entry(Operation.PSB_QUERY_RECIPIENT, PartyPermission.CAN_SEND_DOCUMENT),
            entry(Operation.PSB_SEND, PartyPermission.CAN_SEND_DOCUMENT),
            entry(Operation.PSB_STATUS, PartyPermission.CAN_SEND_DOCUMENT),
            entry(Operation.PSB_RESPONSE_DOWNLOAD, PartyPermission.CAN_SEND_DOCUMENT),
            entry(Operation.PSB_DOWNLOAD, PartyPermission.CAN_RECEIVE_DOCUMENT),
            entry(Operation.PSB_RECEIVED_STATUS, PartyPermission.CAN_RECEIVE_DOCUMENT),
            entry(Operation.PSB_DELETE, PartyPermission.CAN_REMOVE_DOCUMENT),
            entry(Operation.PSB_RESPOND, PartyPermission.CAN_CHANGE_DOCUMENT_STATUS),
            entry(Operation.PSB_GET_HOOKS, PartyPermission.CAN_MANAGE_HOOK),
            entry(Operation.PSB_PUT_HOOK, PartyPermission.CAN_MANAGE_HOOK),
            entry(Operation.PSB_DELETE_HOOK, PartyPermission.CAN_MANAGE_HOOK),
            entry(Operation.PSB_PING_HOOKS, PartyPermission.CAN_MANAGE_HOOK));
    private static final String BEARER = "Bearer ";

    private final Platform platform;

    PsbAccess(Platform platform) {
        this.platform = platform;
    }

    /** The request with who makes it and for whom; a refusal when they may not. */
    PsbRequest check(PsbRoutes.Match match, HttpRequest http, Optional<PsbRequest.Upload> upload) throws PsbRefusal {
        String token = http.header("authorization")
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()))
                .orElseThrow(() -> PsbRefusal.notAuthenticated("There is no Bearer token."));
        PsbClients.Caller caller = platform.clients().of(token);
        SimulatedClient client = caller.client();
        if (client.subscriptionKey().isPresent()
                && !http.header("subscription-key").equals(client.subscriptionKey())) {
            throw PsbRefusal.notAuthenticated("The header Subscription-Key is missing or wrong.");
        }
        Optional<String> partyId = match.variable("party");
        Optional<SimulatedCompany> party =
                partyId.flatMap(platform.directory()::find).filter(client::has);
        if (partyId.isPresent() && party.isEmpty()) {
            throw PsbRefusal.noPermission("You have no permission for the party " + partyId.get() + ".");
        }
        PartyPermission needed = NEEDED.get(match.operation());
        if (needed != null && !client.permissions().contains(needed)) {
            throw PsbRefusal.noPermission("You do not have the permission " + needed.wireName() + ".");
        }
        return new PsbRequest(match, http, caller, party, upload);
    }
}
