package io.github.komaseconnect.mail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * An SMTP server over real sockets that answers by a script: for each step (GREETING, EHLO, STARTTLS, AUTH, MAIL, RCPT,
 * DATA, CONTENT, DOT, QUIT) a list of answers, the last of which is repeated. DROP closes the connection, HANG says
 * nothing more, STALL does not even read, LATER waits for goOn, a backslash at the end of an answer stops there, 421 closes too; CONTENT is the moment after 354, before the content is read.
 */
public final class ScriptedSmtpServer implements AutoCloseable {
    public static final String DROP = "DROP";
    public static final String HANG = "HANG";
    public static final String STALL = "STALL";
    /** Waits until {@link #goOn}, then says that all is well. */
    public static final String LATER = "LATER";

    private enum Wrap {
        PLAIN,
        TLS
    }

    private final Map<String, Deque<String>> script = new ConcurrentHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<byte[]> messages = new CopyOnWriteArrayList<>();
    private final List<String> hashes = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch onwards = new CountDownLatch(1);
    private final AtomicInteger waiting = new AtomicInteger();
    private final ServerSocket listener;
    private final Wrap wrap;
    private volatile SSLContext tls;
    private volatile boolean keepContent = true;

    private ScriptedSmtpServer(Wrap wrap, SSLContext tls) throws IOException {
        this.wrap = wrap;
        this.tls = tls;
        listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        threads.execute(this::accept);
    }

    public static ScriptedSmtpServer plain() throws IOException {
        return new ScriptedSmtpServer(Wrap.PLAIN, null);
    }

    static ScriptedSmtpServer tls(SSLContext context) throws IOException {
        return new ScriptedSmtpServer(Wrap.TLS, context);
    }

    static ScriptedSmtpServer starttls(SSLContext context) throws IOException {
        return new ScriptedSmtpServer(Wrap.PLAIN, context)
                .answer("EHLO", "250-test\r\n250 STARTTLS", "250-test\r\n250 AUTH PLAIN LOGIN");
    }

    public ScriptedSmtpServer answer(String step, String... answers) {
        script.put(step, new ArrayDeque<>(List.of(answers)));
        return this;
    }

    ScriptedSmtpServer withoutKeepingContent() {
        keepContent = false;
        return this;
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** How many clients wait for an answer that is to come LATER. */
    public int waiting() {
        return waiting.get();
    }

    /** Gives the answers that were to come LATER. */
    public void goOn() {
        onwards.countDown();
    }

    /** What clients said, one line each, without content. */
    List<String> commands() {
        return commands;
    }

    /** Contents that came in to their final dot, as sent, without dot stuffing. */
    public List<byte[]> messages() {
        return messages;
    }

    /** SHA-256 of the same. */
    List<String> hashes() {
        return hashes;
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                sockets.add(socket);
                threads.execute(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket plain) {
        try (Socket socket = wrap == Wrap.TLS ? secured(plain) : plain) {
            converse(socket);
        } catch (IOException e) {
            // the client went away, or a script said DROP
        }
    }

    private void converse(Socket opened) throws IOException {
        Socket socket = opened;
        InputStream in = new BufferedInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream();
        say(in, out, "GREETING", "220 test ESMTP");
        for (String line = line(in); line != null; line = line(in)) {
            commands.add(line);
            String verb = line.split("[ :]")[0].toUpperCase(java.util.Locale.ROOT);
            switch (verb) {
                case "EHLO" -> say(in, out, "EHLO", "250-test\r\n250 AUTH PLAIN LOGIN");
                case "STARTTLS" -> {
                    if (say(in, out, "STARTTLS", "220 go").startsWith("220")) {
                        socket = secured(socket);
                        in = new BufferedInputStream(socket.getInputStream());
                        out = socket.getOutputStream();
                    }
                }
                case "AUTH" -> say(in, out, "AUTH", "235 welcome");
                case "DATA" -> {
                    if (say(in, out, "DATA", "354 go ahead").startsWith("354")) {
                        if (script.containsKey("CONTENT")) {
                            say(in, out, "CONTENT", DROP);
                        }
                        content(in);
                        say(in, out, "DOT", "250 2.0.0 taken");
                    }
                }
                case "QUIT" -> {
                    say(in, out, "QUIT", "221 bye");
                    return;
                }
                default -> say(in, out, verb, "250 ok");
            }
        }
    }

    private String say(InputStream in, OutputStream out, String step, String usual) throws IOException {
        Deque<String> answers = script.getOrDefault(step, new ArrayDeque<>(List.of(usual)));
        String answer = answers.size() > 1 ? answers.poll() : answers.peek();
        if (answer.equals(DROP)) {
            throw new IOException("dropped by the script");
        }
        if (answer.equals(HANG)) {
            in.transferTo(OutputStream.nullOutputStream());
            throw new IOException("hung until the client went away");
        }
        if (answer.equals(STALL)) {
            stalled();
        }
        if (answer.equals(LATER)) {
            answer = usual;
            waiting.incrementAndGet();
            pass();
        }
        out.write((answer.endsWith("\\") ? answer.substring(0, answer.length() - 1) : answer + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.flush();
        if (answer.endsWith("\\")) {
            throw new IOException("half an answer");
        }
        if (answer.startsWith("421")) {
            throw new IOException("closing, as 421 says");
        }
        return answer;
    }

    private void pass() throws IOException {
        try {
            onwards.await();
        } catch (InterruptedException e) {
            throw new IOException("closed while it waited", e);
        }
    }

    private void stalled() throws IOException {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("closed while stalled");
    }

    private void content(InputStream in) throws IOException {
        MessageDigest digest = sha256();
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        for (byte[] line = rawLine(in); ; line = rawLine(in)) {
            if (line.length == 0) {
                throw new IOException("ended before the final dot");
            }
            if (line.length == 3 && line[0] == '.') {
                break;
            }
            int from = line[0] == '.' ? 1 : 0;
            digest.update(line, from, line.length - from);
            if (keepContent) {
                kept.write(line, from, line.length - from);
            }
        }
        messages.add(kept.toByteArray());
        hashes.add(HexFormat.of().formatHex(digest.digest()));
    }

    private Socket secured(Socket plain) throws IOException {
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, "localhost", plain.getPort(), true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    private static String line(InputStream in) throws IOException {
        byte[] line = rawLine(in);
        return line.length == 0 ? null : new String(line, StandardCharsets.UTF_8).stripTrailing();
    }

    private static byte[] rawLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int letter = in.read();
        while (letter >= 0) {
            line.write(letter);
            if (letter == '\n') {
                break;
            }
            letter = in.read();
        }
        return line.toByteArray();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
