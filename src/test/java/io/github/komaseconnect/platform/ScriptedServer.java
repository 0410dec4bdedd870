package io.github.komaseconnect.platform;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP server on a bare socket, so that a test decides over every byte and over when the connection ends. */
final class ScriptedServer implements AutoCloseable {
    /** Plays the server's part for one request; it may answer, break off, or do nothing. */
    interface Part {
        void play(Call call) throws IOException;
    }

    /** What came: the bytes of the head decide, so header names are kept as sent. */
    record Received(String requestLine, Map<String, String> headers, String body, int connection) {
        String operation() {
            return header("SOAPAction").replaceFirst("^.*/", "");
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    private final ServerSocket socket;
    private final Part part;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    ScriptedServer(Part part) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), part);
    }

    ScriptedServer(ServerSocket socket, Part part) {
        this.socket = socket;
        this.part = part;
        Thread acceptor = new Thread(this::accept, "scripted-server");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    /** Plays one part after the other, the last one for ever. */
    static Part inTurn(Part... parts) {
        AtomicInteger next = new AtomicInteger();
        return call -> parts[Math.min(next.getAndIncrement(), parts.length - 1)].play(call);
    }

    static Part answering(int status, String body) {
        return call -> call.answer(status, body);
    }

    int port() {
        return socket.getLocalPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/soap/v3.1";
    }

    List<Received> received() {
        return received;
    }

    long received(String operation) {
        return received.stream().filter(r -> r.operation().equals(operation)).count();
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                int number = connections.incrementAndGet();
                Thread thread = new Thread(() -> serve(connection, number), "scripted-connection-" + number);
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection, int number) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            while (!connection.isClosed()) {
                Received request = read(in, number);
                if (request == null) {
                    return;
                }
                received.add(request);
                part.play(new Call(request, connection));
            }
        } catch (IOException e) {
            // the client went away, or the part ended the connection
        }
    }

    private static Received read(InputStream in, int number) throws IOException {
        String requestLine = line(in);
        if (requestLine == null) {
            return null;
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).trim());
        }
        long length = Long.parseLong(headers.getOrDefault("Content-Length", "0"));
        if (length > 10_000_000) {
            in.skipNBytes(length);
            return new Received(requestLine, headers, "(" + length + " bytes)", number);
        }
        return new Received(
                requestLine, headers, new String(in.readNBytes((int) length), StandardCharsets.UTF_8), number);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return null;
            }
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    /** From now on connections are refused. */
    void vanish() throws IOException {
        socket.close();
        for (Socket connection : new ArrayList<>(open)) {
            connection.close();
        }
    }

    @Override
    public void close() throws IOException {
        vanish();
    }

    /** One request and the connection it came by. */
    record Call(Received request, Socket connection) {
        void answer(int status, String body) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            head(status, "text/xml; charset=utf-8", bytes.length);
            connection.getOutputStream().write(bytes);
            connection.getOutputStream().flush();
        }

        /** Status line and headers only; the body is for the test to write, or not. */
        void head(int status, String contentType, long length) throws IOException {
            raw(String.format(
                    Locale.ROOT,
                    "HTTP/1.1 %d Scripted\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n",
                    status,
                    contentType,
                    length));
        }

        void raw(String text) throws IOException {
            OutputStream out = connection.getOutputStream();
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        void reset() throws IOException {
            connection.setSoLinger(true, 0);
            connection.close();
        }

        void close() throws IOException {
            connection.close();
        }
    }
}
