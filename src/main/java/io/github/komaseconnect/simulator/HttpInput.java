package io.github.komaseconnect.simulator;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads requests off a connection. */
final class HttpInput {
    private static final int LONGEST_LINE = 16 * 1024;
    private static final int MOST_HEADERS = 100;
    private static final int IN_MEMORY = 64 * 1024;

    private final InputStream in;
    private final Spool spool;

    HttpInput(InputStream in, Spool spool) {
        this.in = in;
        this.spool = spool;
    }

    /** Not HTTP/1.1 as anybody speaks it. */
    static final class Malformed extends IOException {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    /** The next request without its body; empty when the client ended the connection. */
    Optional<HttpRequest> head() throws IOException {
        Optional<String> first = line();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        String[] words = first.get().split(" ");
        if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
            throw new Malformed("request line: " + first.get());
        }
        Map<String, String> headers = headers();
        int question = words[1].indexOf('?');
        String path = question < 0 ? words[1] : words[1].substring(0, question);
        Map<String, String> query = question < 0 ? Map.of() : query(words[1].substring(question + 1));
        return Optional.of(new HttpRequest(words[0], path, query, headers, new MemoryContent(new byte[0])));
    }

    /** The body of a request; a large one goes to the spool. */
    Content body(HttpRequest head) throws IOException {
        if (head.header("transfer-encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
            return chunked();
        }
        long length = head.contentLength().orElse(0L);
        if (length > IN_MEMORY) {
            return spool.store(in, length);
        }
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length) {
            throw new EOFException("the body is shorter than its Content-Length");
        }
        return new MemoryContent(bytes);
    }

    /** A body in chunks, gathered beside the spool as its length is not known. */
    private Content chunked() throws IOException {
        Path gathered = Files.createTempFile("econnect-simulator-", ".chunks");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(gathered))) {
                for (int size = chunkSize(); size > 0; size = chunkSize()) {
                    for (int left = size; left > 0; ) {
                        byte[] bytes = in.readNBytes(Math.min(left, IN_MEMORY));
                        if (bytes.length == 0) {
                            throw new EOFException("the body ended within a chunk");
                        }
                        out.write(bytes);
                        left -= bytes.length;
                    }
                    require(line());
                }
            }
            headers();
            try (InputStream whole = Files.newInputStream(gathered)) {
                return spool.store(whole, Files.size(gathered));
            }
        } finally {
            Files.delete(gathered);
        }
    }

    private int chunkSize() throws IOException {
        String size = require(line()).split(";")[0].strip();
        if (!size.matches("[0-9a-fA-F]{1,7}")) {
            throw new Malformed("chunk size: " + size);
        }
        return Integer.parseInt(size, 16);
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = require(line()); !line.isEmpty(); line = require(line())) {
            int colon = line.indexOf(':');
            if (colon < 1 || headers.size() == MOST_HEADERS) {
                throw new Malformed("header: " + line);
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static String require(Optional<String> line) throws IOException {
        return line.orElseThrow(() -> new EOFException("the request ended in its headers"));
    }

    private Optional<String> line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return Optional.empty();
            }
            if (line.length() == LONGEST_LINE) {
                throw new Malformed("a line is too long");
            }
            line.append((char) c);
        }
        int end = line.length();
        return Optional.of(end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString());
    }

    private static Map<String, String> query(String text) throws IOException {
        Map<String, String> parameters = new HashMap<>();
        try {
            for (String pair : text.split("&")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.put(
                        URLDecoder.decode(name, StandardCharsets.UTF_8),
                        URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        } catch (IllegalArgumentException e) {
            throw new Malformed("query: " + text);
        }
        return parameters;
    }
}
