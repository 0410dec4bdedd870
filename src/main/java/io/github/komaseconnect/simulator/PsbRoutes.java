package io.github.komaseconnect.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which call of the PSB a method and path mean. */
final class PsbRoutes {
    static final String PREFIX = "/api/v1/";
    private static final List<Route> ROUTES = List.of(
            new Route("GET", "me", Operation.PSB_ME),
            new Route("GET", "me/party", Operation.PSB_PARTIES),
            new Route("GET", "hook", Operation.PSB_GET_HOOKS),
            new Route("PUT", "hook", Operation.PSB_PUT_HOOK),
            new Route("POST", "hook", Operation.PSB_PUT_HOOK),
            new Route("DELETE", "hook/{hook}", Operation.PSB_DELETE_HOOK),
            new Route("GET", "{party}/hook", Operation.PSB_GET_HOOKS),
            new Route("PUT", "{party}/hook", Operation.PSB_PUT_HOOK),
            new Route("POST", "{party}/hook", Operation.PSB_PUT_HOOK),
            new Route("GET", "{party}/hook/ping", Operation.PSB_PING_HOOKS),
            new Route("DELETE", "{party}/hook/{hook}", Operation.PSB_DELETE_HOOK),
            new Route("POST", "{party}/salesInvoice/queryRecipientParty", Operation.PSB_QUERY_RECIPIENT),
            new Route("POST", "{party}/salesInvoice/send", Operation.PSB_SEND),
            new Route("GET", "{party}/salesInvoice/{document}/status", Operation.PSB_STATUS),
            new Route(
                    "GET",
                    "{party}/salesInvoice/{document}/response/{response}/download",
                    Operation.PSB_RESPONSE_DOWNLOAD),
            new Route("GET", "{party}/purchaseInvoice/{document}/download", Operation.PSB_DOWNLOAD),
            new Route("GET", "{party}/purchaseInvoice/{document}/status", Operation.PSB_RECEIVED_STATUS),
            new Route("POST", "{party}/purchaseInvoice/{document}/response", Operation.PSB_RESPOND),
            new Route("DELETE", "{party}/purchaseInvoice/{document}", Operation.PSB_DELETE));

    private record Route(String method, List<String> segments, Operation operation) {
        Route(String method, String path, Operation operation) {
            this(method, List.of(path.split("/")), operation);
        }

        Optional<Map<String, String>> match(List<String> path) {
            if (path.size() != segments.size()) {
                return Optional.empty();
            }
            Map<String, String> variables = new HashMap<>();
            for (int i = 0; i < path.size(); i++) {
                String segment = segments.get(i);
                if (segment.startsWith("{")) {
                    variables.put(segment.substring(1, segment.length() - 1), path.get(i));
                } else if (!segment.equals(path.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(variables);
        }
    }

    private PsbRoutes() {}

    /** @param variables what stood in the path: {@code party}, {@code document}, {@code hook}, {@code response} */
    record Match(Operation operation, Map<String, String> variables) {
        Optional<String> variable(String name) {
            return Optional.ofNullable(variables.get(name));
        }
    }

    static Match match(HttpRequest request) throws PsbRefusal {
        List<String> path = Stream.of(request.path().substring(PREFIX.length()).split("/", -1))
                .map(PsbRoutes::decode)
                .toList();
        boolean known = false;
        for (Route route : ROUTES) {
            Optional<Map<String, String>> variables = route.match(path);
            known |= variables.isPresent();
            if (variables.isPresent() && route.method().equals(request.method())) {
                return new Match(route.operation(), variables.get());
            }
        }
        throw known ? PsbRefusal.wrongMethod() : PsbRefusal.unknown("There is nothing at " + request.path() + ".");
    }

    /** As in a path, where a plus sign is no space; what cannot be decoded stays as it is. */
    private static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }
}
