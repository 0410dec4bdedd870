package io.github.komaseconnect.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The calls about hooks: of a party when the path has one, else of the caller's environment. */
final class PsbHookCalls {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Platform platform;

    PsbHookCalls(Platform platform) {
        this.platform = platform;
    }

    PsbCall list() {
        return request -> {
            ArrayNode hooks = Json.array();
            platform.hooks().list(place(request)).forEach(hook -> hooks.add(json(hook)));
            return HttpAnswer.json(200, hooks.toString());
        };
    }

    /** Makes the hook, or changes the one with its id. */
    PsbCall put() {
        return request -> {
            Hook hook = read(place(request), Json.read(request.http()));
            platform.hooks().put(hook);
            return HttpAnswer.json(200, json(hook).toString());
        };
    }

    PsbCall delete() {
        return request -> {
            if (!platform.hooks().delete(place(request), request.variable("hook"))) {
                throw PsbRefusal.unknown("There is no hook " + request.variable("hook") + ".");
            }
            return HttpAnswer.json(200, "");
        };
    }

    PsbCall ping() {
        return request -> {
            platform.psb().ping(request.company());
            return HttpAnswer.json(
                    200, Json.object().put("id", request.company().partyId()).toString());
        };
    }

    private static Hook.Place place(PsbRequest request) {
        return request.party()
                .map(Hook.Place::party)
                .orElseGet(
                        () -> Hook.Place.environment(request.caller().client().clientId()));
    }

    private static Hook read(Hook.Place place, JsonNode body) throws PsbRefusal {
        if (!body.isObject()) {
            throw PsbRefusal.invalid("The body must be a JSON object.");
        }
        String action = body.path("action").asText("");
        checkAction(action);
        List<String> topics = new ArrayList<>();
        for (JsonNode topic : body.path("topics")) {
            if (!topic.isTextual() || !HookTopic.isKnown(topic.textValue())) {
                throw PsbRefusal.invalid("There is no topic " + topic + ".");
            }
            topics.add(topic.textValue());
        }
        if (topics.isEmpty()) {
            throw PsbRefusal.invalid("A hook needs topics.");
        }
        String id = body.path("id").asText("");
        return new Hook(
                place,
                id.isEmpty() ? UUID.randomUUID().toString() : id,
                body.path("name").asText(""),
                action,
                topics,
                Optional.of(body.path("filter").asText("")).filter(text -> !text.isEmpty()),
                body.path("isActive").asBoolean(true));
    }

    /** eConnect wants https; the loopback address is allowed without, as nothing leaves this machine. */
    private static void checkAction(String action) throws PsbRefusal {
        if (action.matches("mailto:[^@\\s]+@[^@\\s]+")) {
            return;
        }
        try {
            URI address = URI.create(action);
            boolean local = "http".equals(address.getScheme()) && LOOPBACK.contains(address.getHost());
            if (address.getHost() != null && ("https".equals(address.getScheme()) || local)) {
                return;
            }
        } catch (IllegalArgumentException e) {
            throw PsbRefusal.invalid("The action is no address: " + e.getMessage());
        }
        throw PsbRefusal.invalid("An action is mailto:address or https://host/path#secret.");
    }

    private ObjectNode json(Hook hook) {
        String shown = platform.has(Quirk.HIDDEN_HOOK_SECRET) ? hook.action().replaceAll("#.*", "") : hook.action();
        ObjectNode json =
                Json.object().put("id", hook.id()).put("name", hook.name()).put("action", shown);
        ArrayNode topics = json.putArray("topics");
        hook.topics().forEach(topics::add);
        hook.filter().ifPresent(filter -> json.put("filter", filter));
        return json.put("isActive", hook.active());
    }
}
