package io.github.komaseconnect.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A transport without a network: logs in by itself and answers what was put in line for each operation. */
final class ScriptedTransport implements SoapTransport {
    private final Map<Operation, Deque<Wire>> line = new ConcurrentHashMap<>();
    private final List<String> sent = new ArrayList<>();
    private int logIns;

    /** What happens on the wire for one request. */
    interface Wire {
        TransportResult carry(SoapRequest request) throws IOException;
    }

    static Wire answer(int status, String body) {
        return request -> {
            Files.writeString(request.answer(), body);
            return new TransportResult.Answered(status);
        };
    }

    static Wire notWritten() {
        return request -> new TransportResult.NotWritten(new ConnectException("secret-in-text"));
    }

    static Wire broken() {
        return request -> new TransportResult.Broken(new SocketTimeoutException("secret-in-text"));
    }

    ScriptedTransport then(Operation operation, Wire wire) {
        line.computeIfAbsent(operation, o -> new ArrayDeque<>()).add(wire);
        return this;
    }

    ScriptedTransport then(Operation operation, int status, String body) {
        return then(operation, answer(status, body));
    }

    List<String> sent() {
        return sent;
    }

    int logIns() {
        return logIns;
    }

    @Override
    public TransportResult call(SoapRequest request) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            request.message().writeTo(bytes);
            sent.add(bytes.toString(StandardCharsets.UTF_8));
            Deque<Wire> next = line.getOrDefault(request.operation(), new ArrayDeque<>());
            if (request.operation() == Operation.LOGIN) {
                logIns++;
                if (next.isEmpty()) {
                    return answer(200, Sample.loggedIn("token-" + logIns)).carry(request);
                }
            }
            return next.remove().carry(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
