package io.github.komaseconnect.simulator;

import java.util.Map;
import java.util.Optional;

/**
 * A request as it came over the wire.
 *
 * @param path without query
 * @param query decoded parameters
 * @param headers by name in lower case
 */
record HttpRequest(String method, String path, Map<String, String> query, Map<String, String> headers, Content body) {
    Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** The declared length of the body; empty when none, or no number, is declared. */
    Optional<Long> contentLength() {
        return header("content-length")
                .filter(length -> length.matches("[0-9]{1,15}"))
                .map(Long::parseLong);
    }

    HttpRequest withBody(Content content) {
        return new HttpRequest(method, path, query, headers, content);
    }
}
