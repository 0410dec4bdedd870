package io.github.komaseconnect.print.ipp;

import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.model.Status;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A printer without a spool: it takes a document a piece at a time, with a pause after each, and keeps nothing ready for more. */
final class SlowPrinter implements AutoCloseable {
    private static final int PIECE = 64 * 1024;

    private final ServerSocket listener = new ServerSocket();
    private final List<Socket> sockets = new ArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Duration pause;
    private final long stopsAfter;

    /**
     * @param pause after each piece of 64 kB
     * @param stopsAfter so many bytes it reads no more
     */
    SlowPrinter(Duration pause, long stopsAfter) throws IOException {
        this.pause = pause;
        this.stopsAfter = stopsAfter;
        listener.setReceiveBufferSize(PIECE);
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread thread = new Thread(this::serve, "slow-printer");
        thread.setDaemon(true);
        thread.start();
    }

    URI address() {
        return URI.create("ipp://127.0.0.1:" + listener.getLocalPort() + "/ipp/print");
    }

    private void serve() {
        try {
            while (true) {
                Socket socket = listener.accept();
                sockets.add(socket);
                answer(socket);
            }
        } catch (IOException | InterruptedException closed) {
            // it is switched off, or the client went away
        }
    }

    private void answer(Socket socket) throws IOException, InterruptedException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        long left = length(in);
        long taken = 0;
        byte[] piece = new byte[PIECE];
        while (left > 0) {
            if (taken >= stopsAfter) {
                closing.await();
                return;
            }
            int read = in.readNBytes(piece, 0, (int) Math.min(PIECE, left));
            if (read == 0) {
                return;
            }
            left -= read;
            taken += read;
            if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        try (IppOutputStream out = new IppOutputStream(packet)) {
            out.write(new IppPacket.Builder(Status.successfulOk).build());
        }
        String head =
                "HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: " + packet.size() + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(packet.toByteArray());
        socket.getOutputStream().flush();
    }

    /** Reads the head of a request, and gives how long its body is. */
    private static long length(InputStream in) throws IOException {
        long length = 0;
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read >= 0; read = in.read()) {
            if (read != '\n') {
                line.append((char) read);
                continue;
            }
            String header = line.toString().strip().toLowerCase(Locale.ROOT);
            if (header.isEmpty()) {
                return length;
            }
            if (header.startsWith("content-length:")) {
                length = Long.parseLong(
                        header.substring("content-length:".length()).strip());
            }
            line.setLength(0);
        }
        return length;
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
