package io.github.komaseconnect.mailbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** An IMAP server over TLS with one unread mail (UID 5), that says what it is told to where a command or answer is named. */
final class HostileImapServer implements AutoCloseable {
    /** Says one byte of it every 20 ms, and never ends. */
    static final String DRIP = "DRIP";
    /** Repeats the rest for ever. */
    static final String ENDLESS = "ENDLESS ";

    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ConcurrentHashMap<String, String> answers = new ConcurrentHashMap<>();

    HostileImapServer(SSLContext tls) throws IOException {
        listener = tls.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        answers.put("GREETING", "* OK here\r\n");
        answers.put("CAPABILITY", "* CAPABILITY IMAP4rev1\r\n");
        answers.put("SELECT", "* 1 EXISTS\r\n* OK [UIDVALIDITY 7] valid\r\n");
        answers.put("NUMBERS", "* 1 FETCH (UID 5 FLAGS ())\r\n");
        answers.put("LOGOUT", "* BYE\r\n");
        threads.execute(this::accept);
    }

    HostileImapServer answer(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    /** What clients said. */
    List<String> commands() {
        return commands;
    }

    int port() {
        return listener.getLocalPort();
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

    private void serve(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            OutputStream out = socket.getOutputStream();
            say(out, answers.get("GREETING"));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                commands.add(line);
                String[] words = line.split(" ", 3);
                if (line.endsWith(" AUTHENTICATE XOAUTH2")) {
                    say(out, "+ \r\n");
                    commands.add(in.readLine());
                }
                String command = words[1].equals("FETCH") && !line.contains("BODY") ? "NUMBERS" : words[1];
                say(out, answers.getOrDefault(command, ""));
                say(out, words[0] + " OK [READ-WRITE] done\r\n");
            }
        } catch (IOException | InterruptedException e) {
            // the client has left
        }
    }

    private void say(OutputStream out, String answer) throws IOException, InterruptedException {
        while (answer.equals(DRIP) && !closed.await(20, TimeUnit.MILLISECONDS)) {
            out.write('*');
            out.flush();
        }
        boolean endless = answer.startsWith(ENDLESS);
        byte[] bytes = (endless ? answer.substring(ENDLESS.length()).repeat(1000) : answer)
                .getBytes(StandardCharsets.US_ASCII);
        do {
            out.write(bytes);
            out.flush();
        } while (endless);
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
}
