package io.github.komaseconnect.benchmark.send;

import io.github.komaseconnect.benchmark.BenchmarkHome;
import io.github.komaseconnect.benchmark.ChildJvm;
import io.github.komaseconnect.benchmark.JvmOptions;
import io.github.komaseconnect.benchmark.Options;
import io.github.komaseconnect.benchmark.Pace;
import io.github.komaseconnect.benchmark.RuntimeMain;
import io.github.komaseconnect.benchmark.Scratch;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Starts who is compared, each in a JVM of its own with the same options. */
public final class Contenders {
    static final String OURS = "komas-econnect";
    static final String CAMEL = "bare Camel route";
    static final String LOOP = "plain Java loop";

    private final Options options;
    private final URI url;
    private final Pace pace;
    private final Path work;
    private final OfficialRules rules;

    /** Contenders that talk to {@code url}; all their files are in {@code work}. */
    public Contenders(Options options, URI url, Pace pace, Path work) {
        this(options, url, pace, work, OfficialRules.OFF);
    }

    /** The same, with or without the official rules. */
    Contenders(Options options, URI url, Pace pace, Path work, OfficialRules rules) {
        this.rules = rules;
        this.options = options;
        this.url = url;
        this.pace = pace;
        this.work = work;
    }

    /** The program, on a new home. */
    public Contender ours() throws IOException {
        BenchmarkHome home = BenchmarkHome.make(work.resolve("ours"), url, pace, 1);
        if (rules == OfficialRules.ON) {
            home.validating();
        }
        return ours(home, OURS);
    }

    /** The program once more on the home of {@link #ours}, whose sent folder is emptied first. */
    public Contender oursAgain(String name) throws IOException {
        BenchmarkHome home = new BenchmarkHome(work.resolve("ours").toRealPath());
        Scratch.fresh(home.folder(1, Folders.SENT));
        return ours(home, name);
    }

    private Contender ours(BenchmarkHome home, String name) throws IOException {
        ChildJvm jvm = ChildJvm.start(
                "ours",
                work,
                RuntimeMain.class,
                JvmOptions.profiled(options, work.resolve("ours.jfr")),
                home.directory(),
                options.project());
        long before = inLedger(jvm);
        return new Contender(
                name,
                home.folder(1, ""),
                List.of(home.folder(1, Folders.EXPORT), home.folder(1, Folders.OUTBOX)),
                jvm,
                (same, settled) -> requireInLedger(same, before + settled));
    }

    private static void requireInLedger(ChildJvm jvm, long expected) throws IOException {
        long found = inLedger(jvm);
        if (found != expected) {
            throw new IllegalStateException("the ledger has " + found + " sent invoices instead of " + expected);
        }
    }

    private static long inLedger(ChildJvm jvm) throws IOException {
        return Long.parseLong(jvm.ask("count SENT"));
    }

    Contender bareCamel() throws IOException {
        Path folder = folder("camel");
        ChildJvm jvm = ChildJvm.start(
                "camel",
                work,
                BareCamelMain.class,
                JvmOptions.usual(),
                url,
                folder,
                options.project().resolve("benchmarks/routes/send.camel.yaml"),
                pace.connections(),
                pace.interval().toMillis(),
                pace.settle().toMillis(),
                rules);
        return floor(CAMEL, folder, jvm);
    }

    Contender plainLoop() throws IOException {
        Path folder = folder("loop");
        ChildJvm jvm = ChildJvm.start(
                "loop",
                work,
                PlainLoopMain.class,
                JvmOptions.usual(),
                url,
                folder,
                pace.connections(),
                pace.interval().toMillis(),
                pace.settle().toMillis());
        return floor(LOOP, folder, jvm);
    }

    /** A floor keeps no books that could be looked into. */
    private static Contender floor(String name, Path folder, ChildJvm jvm) {
        return new Contender(name, folder, List.of(folder.resolve(Folders.EXPORT)), jvm, (same, settled) -> {});
    }

    private Path folder(String name) throws IOException {
        Path folder = Files.createDirectories(work.resolve(name)).toRealPath();
        Files.createDirectories(folder.resolve(Folders.EXPORT));
        Files.createDirectories(folder.resolve(Folders.SENT));
        return folder;
    }
}
