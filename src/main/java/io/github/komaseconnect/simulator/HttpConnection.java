package io.github.komaseconnect.simulator;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** One connection of a client, request after request until one side ends it. */
final class HttpConnection implements Runnable {
    private static final int IDLE_MILLIS = 60_000;
    private static final int LINGER_MILLIS = 2_000;
    private static final int BUFFER = 16 * 1024;

    private final Socket socket;
    private final HttpHandler handler;
    private final Spool spool;
    private final Clock clock;

    HttpConnection(Socket socket, HttpHandler handler, Spool spool, Clock clock) {
        this.clock = clock;
        this.socket = socket;
        this.handler = handler;
        this.spool = spool;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(IDLE_MILLIS);
            InputStream in = new BufferedInputStream(socket.getInputStream(), BUFFER);
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
            serve(in, out);
        } catch (IOException e) {
            // the client has gone, or stopped talking: there is nobody left to tell
            close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the connection from outside. */
    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is as closed as it can be
        }
    }

    private void serve(InputStream in, OutputStream out) throws IOException, InterruptedException {
        HttpInput input = new HttpInput(in, spool);
        boolean goOn = true;
        while (goOn) {
            Optional<HttpRequest> head;
            try {
                head = input.head();
            } catch (HttpInput.Malformed e) {
                write(out, HttpAnswer.text(400, e.getMessage()), "close");
                linger(in);
                return;
            }
            goOn = head.isPresent() && exchange(input, head.get(), in, out);
        }
    }

    /** Whether the connection can serve another request. */
    private boolean exchange(HttpInput input, HttpRequest head, InputStream in, OutputStream out)
            throws IOException, InterruptedException {
        Optional<HttpAnswer> refusal = handler.refuse(head);
        if (refusal.isPresent()) {
            write(out, refusal.get(), "close");
            linger(in);
            return false;
        }
        if (head.header("expect").filter("100-continue"::equalsIgnoreCase).isPresent()) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        boolean keep =
                head.header("connection").filter("close"::equalsIgnoreCase).isEmpty();
        return react(handler.handle(head.withBody(input.body(head))), keep, in, out);
    }

    private boolean react(Reaction reaction, boolean keep, InputStream in, OutputStream out) throws IOException {
        if (reaction instanceof Reaction.Answer whole) {
            write(out, whole.answer(), keep ? "keep-alive" : "close");
            return keep;
        }
        if (reaction instanceof Reaction.Half half) {
            writeHalf(out, half.answer());
        } else if (reaction instanceof Reaction.Silence) {
            socket.setSoTimeout(0);
            in.transferTo(OutputStream.nullOutputStream());
        } else {
            socket.setSoLinger(true, 0);
        }
        return false;
    }

    private void write(OutputStream out, HttpAnswer answer, String connection) throws IOException {
        writeHead(out, answer, connection);
        for (Content part : answer.body()) {
            part.writeTo(out);
        }
        out.flush();
    }

    private void writeHalf(OutputStream out, HttpAnswer answer) throws IOException {
        writeHead(out, answer, "close");
        long left = answer.length() / 2;
        for (Content part : answer.body()) {
            long size = Math.min(left, part.size());
            part.slice(0, size).writeTo(out);
            left -= size;
        }
        out.flush();
    }

    private void writeHead(OutputStream out, HttpAnswer answer, String connection) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 ")
                .append(answer.status())
                .append(' ')
                .append(answer.reasonPhrase())
                .append("\r\nDate: ")
                .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        clock.instant().atZone(ZoneOffset.UTC)))
                .append("\r\n");
        answer.headers().forEach(line -> head.append(line).append("\r\n"));
        head.append("Content-Length: ").append(answer.length()).append("\r\n");
        head.append("Connection: ").append(connection).append("\r\n");
        if (connection.equals("keep-alive")) {
            // a little less than the truth, so that a polite client never meets a connection that is just ending
            head.append("Keep-Alive: timeout=").append(IDLE_MILLIS / 1000 - 10).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Reads on for a moment: closing with unread bytes would reset the connection before the answer was read. */
    private void linger(InputStream in) throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout(LINGER_MILLIS);
        in.transferTo(OutputStream.nullOutputStream());
    }
}
