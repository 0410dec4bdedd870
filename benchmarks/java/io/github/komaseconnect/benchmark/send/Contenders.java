package io.github.komaseconnect.benchmark.send;

import io.github.komaseconnect.benchmark.BenchmarkHome;
import io.github.komaseconnect.benchmark.ChildJvm;
import io.github.komaseconnect.benchmark.JvmOptions;
import io.github.komaseconnect.benchmark.Options;
import io.github.komaseconnect.benchmark.Pace;
import io.github.komaseconnect.benchmark.RuntimeMain;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Starts who is compared, each in a JVM of its own with the same options. */
final class Contenders {
    static final String OURS = "komas-econnect";
    static final String CAMEL = "bare Camel route";
    static final String LOOP = "plain Java loop";

    private final Options options;
    private final URI url;
    private final Pace pace;
    private final Path work;

    Contenders(Options options, URI url, Pace pace, Path work) {
        this.options = options;
        this.url = url;
        this.pace = pace;
        this.work = work;
    }

    Contender ours() throws IOException {
        BenchmarkHome home = BenchmarkHome.make(work.resolve("ours"), url, pace, 1);
        ChildJvm jvm = ChildJvm.start(
                "ours",
                work,
                RuntimeMain.class,
                JvmOptions.profiled(options, work.resolve("ours.jfr")),
                home.directory(),
                options.project());
        return new Contender(
                OURS,
                home.folder(1, ""),
                List.of(home.folder(1, Folders.EXPORT), home.folder(1, Folders.OUTBOX)),
                jvm,
                Contenders::requireInLedger);
    }

    private static void requireInLedger(ChildJvm jvm, long settled) throws IOException {
        long inLedger = Long.parseLong(jvm.ask("count SENT"));
        if (inLedger != settled) {
            throw new IllegalStateException("the ledger has " + inLedger + " sent invoices instead of " + settled);
        }
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
                pace.settle().toMillis());
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

    private static Contender floor(String name, Path folder, ChildJvm jvm) {
        return new Contender(
                name, folder, List.of(folder.resolve(Folders.EXPORT)), jvm, (same, settled) -> same.usage());
    }

    private Path folder(String name) throws IOException {
        Path folder = Files.createDirectories(work.resolve(name)).toRealPath();
        Files.createDirectories(folder.resolve(Folders.EXPORT));
        Files.createDirectories(folder.resolve(Folders.SENT));
        return folder;
    }
}
