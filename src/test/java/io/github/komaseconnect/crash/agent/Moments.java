package io.github.komaseconnect.crash.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Knows which durable or external steps the program takes: each is told to the test over a socket, and at the one that the
 * test named every thread stops, to be killed there. Loaded by the boot class loader, because the JDK's own classes call
 * it.
 *
 * <p>The test writes lines: {@code WATCH} tells every step from now on, counted anew; {@code STOP <n> <pattern>} likewise,
 * and stops at the n-th step that the pattern fits; {@code REST} tells nothing more. Each is answered with {@code OK}. Steps come as {@code
 * AT <n> <thread> <step>}, with tabs between.
 */
public final class Moments {
    private static final ThreadLocal<Set<String>> WRITES = ThreadLocal.withInitial(TreeSet::new);
    private static final ThreadLocal<String> CALL = ThreadLocal.withInitial(() -> "?");
    /** Every step that goes well clears its alarm, which is usually not there. */
    private static final Set<String> CLEARING = Set.of("update alarm");

    /**
     * Signs of life of a node, and what Quartz keeps for itself: no invoice depends on it, and it comes whenever so much time has
     * passed.
     */
    private static final Pattern ALIVE = Pattern.compile("node|qrtz_.*", Pattern.CASE_INSENSITIVE);

    private static final Pattern NONE = Pattern.compile("(?!)");
    private static final Object FOR_EVER = new Object();

    private static volatile Moments moments;

    private final Places places;
    private final OutputStream told;
    private final Map<String, Integer> counts = new HashMap<>();
    private boolean watching;
    private Pattern target = NONE;
    private int toCome;
    private boolean stopped;

    private Moments(Places places, OutputStream told) {
        this.places = places;
        this.told = told;
    }

    /** Calls the test on this port and carries out its first order before it returns. */
    public static void begin(String home, int port) throws IOException {
        Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
        Moments begun = new Moments(new Places(home), socket.getOutputStream());
        BufferedReader orders =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        moments = begun;
        begun.obey(orders.readLine());
        Thread listener = new Thread(() -> listen(begun, orders), "crash-agent");
        listener.setDaemon(true);
        listener.start();
    }

    private static void listen(Moments begun, BufferedReader orders) {
        try {
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                begun.obey(order);
            }
        } catch (IOException e) {
            // the test has gone, as at the end of its orders
        }
        Runtime.getRuntime().halt(1);
    }

    private synchronized void obey(String order) throws IOException {
        String[] words = order.split("\t");
        counts.clear();
        watching = !words[0].equals("REST");
        boolean toStop = words[0].equals("STOP");
        toCome = toStop ? Integer.parseInt(words[1]) : 0;
        target = toStop ? Pattern.compile(words[2]) : NONE;
        tell("OK");
    }

    /** A step that has to do with one file; {@code when} and {@code what} say which. */
    public static void file(String when, String what, Object path) {
        Moments now = moments;
        if (now != null && !now.places.isPassing(path)) {
            now.atPlace(when + " " + what, now.places.of(path));
        }
    }

    /** A folder was made. */
    public static void made(Path folder) {
        Moments now = moments;
        if (now != null) {
            now.atPlace("after make", now.places.ofFolder(folder));
        }
    }

    private void atPlace(String step, String place) {
        if (!place.isEmpty()) {
            at(step + " " + place);
        }
    }

    /** A step that gives a file another name. */
    public static void moved(String when, Object from, Object to) {
        Moments now = moments;
        if (now != null) {
            String source = now.places.of(from);
            String target = now.places.of(to);
            if (!source.isEmpty() && !target.isEmpty()) {
                now.at(when + " move " + source + " -> " + target);
            }
        }
    }

    /** A statement that the transaction of this thread carries out. */
    public static void statement(String sql) {
        String[] words = sql.strip().split("\\s+", 6);
        String verb = words[0].toUpperCase(java.util.Locale.ROOT);
        int table = verb.equals("UPDATE") ? 1 : 2;
        if ((verb.equals("INSERT") || verb.equals("UPDATE") || verb.equals("DELETE")) && words.length > table) {
            String name = words[table].replaceAll("\\W.*", "");
            if (!ALIVE.matcher(name).matches()) {
                WRITES.get().add(verb.toLowerCase(java.util.Locale.ROOT) + " " + name);
            }
        }
    }

    /** The transaction of this thread is about to be made durable, or is so now; one that wrote nothing is no step. */
    public static void commit(String when) {
        Moments now = moments;
        Set<String> writes = WRITES.get();
        if (now != null && !writes.isEmpty() && !writes.equals(CLEARING)) {
            now.at(when + " commit " + String.join(", ", writes));
        }
        if (when.equals("after")) {
            writes.clear();
        }
    }

    /** The transaction of this thread came to nothing. */
    public static void rollback() {
        WRITES.get().clear();
    }

    /** A call begins, or a command of SMTP; what follows on this thread belongs to it. */
    public static void call(String name) {
        CALL.set(name);
    }

    /** A step of the call of this thread. */
    public static void ofCall(String when, String what) {
        Moments now = moments;
        if (now != null) {
            now.at(when + " " + what + " " + CALL.get());
        }
    }

    private void at(String step) {
        boolean toStop;
        synchronized (this) {
            if (watching && !stopped) {
                int count = counts.merge(step, 1, Integer::sum);
                stopped = target.matcher(step).matches() && --toCome == 0;
                try {
                    tell("AT\t" + count + "\t" + Thread.currentThread().getName() + "\t" + step);
                    if (stopped) {
                        tell("STOPPED");
                    }
                } catch (IOException e) {
                    // the test has gone, which the listener notices
                }
            }
            toStop = stopped;
        }
        if (toStop) {
            stop();
        }
    }

    private void tell(String line) throws IOException {
        told.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void stop() {
        synchronized (FOR_EVER) {
            while (true) {
                try {
                    FOR_EVER.wait();
                } catch (InterruptedException e) {
                    // it stays stopped until it is killed
                }
            }
        }
    }
}
