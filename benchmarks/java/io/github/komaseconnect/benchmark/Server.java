package io.github.komaseconnect.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The simulator in a JVM of its own: the same cost for whoever talks to it. */
public final class Server implements AutoCloseable {
    /** It keeps every document of a run in memory. */
    private static final List<String> OPTIONS = List.of("-Xmx3g");

    private final ChildJvm jvm;

    private Server(ChildJvm jvm) {
        this.jvm = jvm;
    }

    /** Starts one; its log is in {@code folder}. */
    public static Server start(Path folder) throws IOException {
        return new Server(ChildJvm.start("server", folder, ServerMain.class, OPTIONS));
    }

    /** Where the platform API is. */
    public URI url() throws IOException {
        return URI.create(jvm.ask("url"));
    }

    /** From now on every call takes so much longer than its work does. */
    public void latency(long milliseconds) throws IOException {
        jvm.ask("latency " + milliseconds);
    }

    /** Puts invoices into the inbox. */
    public void inbox(int count) throws IOException {
        jvm.ask("inbox " + count);
    }

    /**
     * Makes sure that it accepted each invoice of a round once.
     *
     * @param prefix what the numbers of the round begin with
     * @throws IllegalStateException when some are missing or were accepted twice: such a round proves nothing
     */
    public void requireAccepted(String prefix, int expected) throws IOException {
        String[] counts = jvm.ask("accepted " + prefix).split(" ");
        int accepted = Integer.parseInt(counts[0]);
        int distinct = Integer.parseInt(counts[1]);
        if (accepted != expected || distinct != expected) {
            throw new IllegalStateException("of " + expected + " invoices " + prefix + "… the server accepted "
                    + accepted + ", with " + distinct + " different numbers");
        }
    }

    /** What it has used so far. */
    public Usage usage() throws IOException {
        return jvm.usage();
    }

    @Override
    public void close() {
        jvm.close();
    }
}
