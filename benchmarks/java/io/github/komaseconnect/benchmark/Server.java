package io.github.komaseconnect.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** The simulator in a JVM of its own: the same cost for whoever talks to it. */
public final class Server implements AutoCloseable {
    /** It keeps every document of a run in memory. */
    private static final List<String> OPTIONS = List.of("-Xmx3g");

    private final ChildJvm jvm;

    private Server(ChildJvm jvm) {
        this.jvm = jvm;
    }

    /** Starts one with two companies; its log is in {@code folder}. */
    public static Server start(Path folder) throws IOException {
        return start(folder, 2);
    }

    /** Starts one with so many companies, all of one account. */
    public static Server start(Path folder, int companies) throws IOException {
        return new Server(ChildJvm.start("server", folder, ServerMain.class, OPTIONS, companies));
    }

    /** Where the platform API is. */
    public URI url() throws IOException {
        return URI.create(jvm.ask("url"));
    }

    /** From now on every call takes so much longer than its work does. */
    public void latency(long milliseconds) throws IOException {
        jvm.ask("latency " + milliseconds);
    }

    /** The Company ID of the n-th company, which the n-th company of a {@link BenchmarkHome} has. */
    public static String companyId(int n) {
        return ServerMain.companyId(n);
    }

    /** From now on {@link #firstCall} counts. */
    public void forgetCalls() throws IOException {
        jvm.ask("forget-calls");
    }

    /** When it had answered the first call, in milliseconds since 1970. */
    public OptionalLong firstCall() throws IOException {
        long at = Long.parseLong(jvm.ask("first-call"));
        return at == 0 ? OptionalLong.empty() : OptionalLong.of(at);
    }

    /** Puts purchase invoices into a company's inbox. */
    public void inbox(String companyId, int count) throws IOException {
        jvm.ask("inbox " + companyId + " " + count);
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
