package io.github.komaseconnect.crash;

import io.github.komaseconnect.Counts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Many crashes of the same flows, in two homes at a time. */
final class Campaign {
    private static final int LANES = 2;

    private final Path folder;
    private final Ledgers ledgers;
    private final List<Flow> flows;
    private final int most;
    /** Steps of recoveries that were tried: most are the same whatever way the invoices go. */
    private final Set<String> recovered;

    /** Works in new folders below this one. */
    Campaign(Path folder, Ledgers ledgers, List<Flow> flows) {
        this(folder, ledgers, flows, Integer.MAX_VALUE, new HashSet<>());
    }

    /**
     * The same with no more than so many kills at moments of the flows, spread over all, and as many in recoveries.
     *
     * @param recovered steps of recoveries that need no kill any more; those of this campaign are added
     */
    Campaign(Path folder, Ledgers ledgers, List<Flow> flows, int most, Set<String> recovered) {
        this.folder = folder;
        this.ledgers = ledgers;
        this.flows = flows;
        this.most = most;
        this.recovered = recovered;
    }

    /** A crash that is still to come, in a home that stands ready. */
    private interface Next {
        Crashes.Crash in(Crashes crashes) throws Exception;
    }

    /**
     * Finds the moments of an undisturbed run and kills at some of them, each once.
     *
     * @param choice which moments, of all there are
     */
    List<Crashes.Crash> killAt(Function<List<Moment>, List<Moment>> choice) throws Exception {
        return inLanes(lanes -> all(lanes, choice.apply(moments(lanes.get(0)))));
    }

    /**
     * Kills at these moments, and then at every other one that there is in the recovery from them.
     *
     * @param choice which moments, of all there are
     */
    List<Crashes.Crash> killAtAndInRecovery(Function<List<Moment>, List<Moment>> choice) throws Exception {
        return inLanes(lanes -> {
            List<Moment> all = moments(lanes.get(0));
            List<Crashes.Crash> crashes = new ArrayList<>(all(lanes, spread(choice.apply(all))));
            crashes.addAll(run(lanes, spread(again(all, crashes))));
            return crashes;
        });
    }

    private interface Work {
        List<Crashes.Crash> in(List<Crashes> lanes) throws Exception;
    }

    private List<Crashes.Crash> inLanes(Work work) throws Exception {
        AgentJar jar = new AgentJar(folder);
        List<Crashes> lanes = new ArrayList<>();
        try {
            for (int lane = 1; lane <= LANES; lane++) {
                Path home = Files.createDirectories(folder.resolve("home-" + lane));
                lanes.add(new Crashes(home, ledgers.in(home), jar, flows));
            }
            for (Crashes lane : lanes) {
                lane.awaitBegin();
            }
            return work.in(lanes);
        } finally {
            for (Crashes lane : lanes) {
                lane.close();
            }
        }
    }

    /** Those that come every time: the first invoice of a home has some of its own, such as folders that are made. */
    private static List<Moment> moments(Crashes lane) throws Exception {
        lane.moments();
        return lane.moments();
    }

    private static List<Crashes.Crash> all(List<Crashes> lanes, List<Moment> moments) throws Exception {
        List<Next> next = new ArrayList<>();
        moments.forEach(moment -> next.add(crashes -> crashes.at(moment)));
        return run(lanes, next);
    }

    private <T> List<T> spread(List<T> all) {
        int step = (all.size() - 1) / most + 1;
        return IntStream.range(0, all.size())
                .filter(index -> index % step == 0)
                .mapToObj(all::get)
                .toList();
    }

    /** Each step that a recovery takes and the undisturbed run does not, once, after the first crash that led to it. */
    private List<Next> again(List<Moment> known, List<Crashes.Crash> crashes) {
        Set<String> steps = known.stream().map(Moment::step).collect(Collectors.toSet());
        List<Next> next = new ArrayList<>();
        for (Crashes.Crash crash : crashes) {
            for (Moment moment : crash.recovery()) {
                if (!steps.contains(moment.step()) && recovered.add(moment.step())) {
                    next.add(again -> again.at(crash.moment(), moment));
                }
            }
        }
        return next;
    }

    private static List<Crashes.Crash> run(List<Crashes> lanes, List<Next> next) throws Exception {
        Queue<Next> waiting = new ConcurrentLinkedQueue<>(next);
        ExecutorService threads = Executors.newFixedThreadPool(lanes.size());
        try {
            List<Callable<List<Crashes.Crash>>> work = new ArrayList<>();
            for (Crashes lane : lanes) {
                work.add(() -> {
                    List<Crashes.Crash> done = new ArrayList<>();
                    for (Next crash = waiting.poll(); crash != null; crash = waiting.poll()) {
                        done.add(crash.in(lane));
                    }
                    return done;
                });
            }
            List<Crashes.Crash> crashes = new ArrayList<>();
            for (Future<List<Crashes.Crash>> lane : threads.invokeAll(work)) {
                crashes.addAll(lane.get());
            }
            return crashes;
        } finally {
            threads.shutdownNow();
        }
    }

    /** What was wrong after which crash. */
    static List<String> faults(List<Crashes.Crash> crashes) {
        return crashes.stream()
                .filter(crash -> !crash.faults().isEmpty())
                .map(crash -> "killed " + crash.moment() + ": " + String.join("; ", crash.faults()))
                .toList();
    }

    /** Adds what these crashes amount to. */
    static Counts count(Counts counts, List<Crashes.Crash> crashes) {
        counts.add("points", crashes.size());
        counts.add("kills", crashes.stream().filter(Crashes.Crash::reached).count());
        counts.add(
                "invoices", crashes.stream().mapToLong(Crashes.Crash::invoices).sum());
        counts.add(
                "delivered-once",
                crashes.stream().mapToLong(Crashes.Crash::once).sum());
        counts.add("lost", crashes.stream().mapToLong(Crashes.Crash::lost).sum());
        return counts.add(
                "twice", crashes.stream().mapToLong(Crashes.Crash::twice).sum());
    }
}
