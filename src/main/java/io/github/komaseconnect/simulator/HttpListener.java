package io.github.komaseconnect.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens on the loopback address and gives each connection a thread, up to a limit. */
final class HttpListener implements Closeable {
    private static final int MOST_CONNECTIONS = 256;
    private static final int BACKLOG = 128;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final HttpHandler handler;
    private final Spool spool;
    private final Clock clock;
    private final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger threads = new AtomicInteger();
    private final ExecutorService pool = new ThreadPoolExecutor(
            0, MOST_CONNECTIONS + 1, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);
    private ServerSocket server;
    private int port;

    /** {@code clock} dates the answers. */
    HttpListener(HttpHandler handler, Spool spool, Clock clock) {
        this.clock = clock;
        this.handler = handler;
        this.spool = spool;
    }

    /** Starts listening; port 0 takes a free one, and keeps to it afterwards. */
    synchronized void listen(int wantedPort) throws IOException {
        if (server != null) {
            return;
        }
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), wantedPort), BACKLOG);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        server = socket;
        port = socket.getLocalPort();
        pool.execute(() -> accept(socket));
    }

    synchronized int port() {
        return port;
    }

    /** Stops listening and ends every connection: the next attempt to connect is refused. */
    synchronized void deafen() throws IOException {
        if (server != null) {
            server.close();
            server = null;
        }
        connections.forEach(HttpConnection::close);
    }

    @Override
    public void close() throws IOException {
        deafen();
        pool.shutdown();
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                serve(socket, socket.accept());
            } catch (IOException e) {
                // closed, or a client that went before it was accepted: the loop's condition tells which
                continue;
            }
        }
    }

    private void serve(ServerSocket listening, Socket client) throws IOException {
        HttpConnection connection = new HttpConnection(client, handler, spool, clock);
        connections.add(connection);
        if (listening.isClosed()) {
            connection.close();
        }
        try {
            pool.execute(() -> {
                try {
                    connection.run();
                } finally {
                    connections.remove(connection);
                }
            });
        } catch (RejectedExecutionException e) {
            connections.remove(connection);
            client.close();
        }
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "econnect-simulator-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
