package io.github.komaseconnect.simulator;

import java.util.List;
import java.util.stream.Stream;

/**
 * An answer, its body in parts.
 *
 * @param headers complete lines, without Content-Length
 */
record HttpAnswer(int status, List<String> headers, List<Content> body) {
    HttpAnswer {
        headers = List.copyOf(headers);
        body = List.copyOf(body);
    }

    static HttpAnswer xml(int status, List<Content> body) {
        return new HttpAnswer(status, List.of("Content-Type: text/xml; charset=utf-8"), body);
    }

    static HttpAnswer json(int status, String json) {
        return new HttpAnswer(
                status, List.of("Content-Type: application/json; charset=utf-8"), List.of(MemoryContent.of(json)));
    }

    HttpAnswer withHeader(String line) {
        return new HttpAnswer(
                status, Stream.concat(headers.stream(), Stream.of(line)).toList(), body);
    }

    static HttpAnswer text(int status, String text) {
        return new HttpAnswer(
                status, List.of("Content-Type: text/plain; charset=utf-8"), List.of(MemoryContent.of(text)));
    }

    long length() {
        return body.stream().mapToLong(Content::size).sum();
    }

    String reasonPhrase() {
        return switch (status) {
            case 200 -> "OK";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 409 -> "Conflict";
            case 411 -> "Length Required";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> "Status " + status;
        };
    }
}
