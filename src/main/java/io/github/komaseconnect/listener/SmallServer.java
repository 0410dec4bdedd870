package io.github.komaseconnect.listener;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Java's own small HTTP server with a few threads. A client that sends or reads slowly loses its connection after ten
 * seconds, and more clients than can wait are turned away: neither takes threads or memory without end.
 */
public final class SmallServer implements AutoCloseable {
    private static final int MOST_WAITING = 20;
    private static final int BACKLOG = 20;
    private static final String LONGEST_SECONDS = "10";

    private final HttpServer server;
    private final ExecutorService threads;

    /**
     * Listens.
     *
     * @param name of the threads
     * @param most threads
     * @param port 0: any that is free
     * @param handler of every path
     * @throws IOException when the address cannot be listened on
     */
    public SmallServer(String name, int most, String host, int port, HttpHandler handler) throws IOException {
        // read once by Java, when the first of them is made
        System.getProperties().putIfAbsent("sun.net.httpserver.maxReqTime", LONGEST_SECONDS);
        System.getProperties().putIfAbsent("sun.net.httpserver.maxRspTime", LONGEST_SECONDS);
        server = HttpServer.create(new InetSocketAddress(host, port), BACKLOG);
        threads = new ThreadPoolExecutor(
                most, most, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(MOST_WAITING), work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
        server.setExecutor(threads);
        server.createContext("/", handler);
        server.start();
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
