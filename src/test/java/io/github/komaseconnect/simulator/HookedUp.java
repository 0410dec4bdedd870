package io.github.komaseconnect.simulator;

import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A listener for hooks that keeps what it is told, and answers what a test wants. */
final class HookedUp implements Closeable {
    private final HttpServer server;
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger answer = new AtomicInteger(204);

    record Told(String signature, byte[] body) {
        String text() {
            return new String(body, java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    HookedUp() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String signature = exchange.getRequestHeaders().getFirst("X-EConnect-Signature");
            told.add(new Told(
                    signature == null ? "" : signature,
                    exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(answer.get(), -1);
            exchange.close();
        });
        server.start();
    }

    String action(String secret) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks/econnect/acme#" + secret;
    }

    void answerWith(int status) {
        answer.set(status);
    }

    List<Told> told() {
        return List.copyOf(told);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
