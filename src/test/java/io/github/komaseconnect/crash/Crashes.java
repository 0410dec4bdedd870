package io.github.komaseconnect.crash;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Invoices that go one way, or several ways at once, with a crash on the way: one at a time, each with new invoices, in a
 * home that lives through all of them. After each crash the program is started again, and when nothing moves any more
 * everything is compared with what went in.
 */
final class Crashes implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration QUIET = Duration.ofMillis(400);

    private final Site site;
    private final AgentJar jar;
    private final List<Flow> flows;
    private Program program;
    private int numbers;

    /**
     * A crash and what came of it.
     *
     * @param reached whether the program came to the moment; else it was killed when all was done
     * @param invoices how many were on their way
     * @param once how many of them arrived as often as they should
     * @param lost how many did not
     * @param twice how many arrived more often
     * @param recovery the steps that the program took after its start, until all was well
     * @param faults what was lost, came twice or is in the wrong place
     */
    record Crash(
            Moment moment,
            boolean reached,
            int invoices,
            long once,
            long lost,
            long twice,
            List<Moment> recovery,
            List<String> faults) {}

    /** @param flows by one gateway */
    Crashes(Path home, LedgerDoor ledger, AgentJar jar, List<Flow> flows) throws Exception {
        this.site = new Site(
                home,
                ledger,
                flows.get(0).gateway(),
                flows.contains(Flow.BOUNCED) ? Optional.of(new Postbox()) : Optional.empty(),
                flows.get(0).paper());
        this.jar = jar;
        this.flows = flows;
        this.program = Program.start(site.home, jar, Optional.empty());
    }

    /** Until the program is up. */
    void awaitBegin() {
        awaitQuiet(List.of());
    }

    /** The moments of an undisturbed run, in order. */
    List<Moment> moments() throws Exception {
        program.watch(Optional.empty());
        List<Errand> errands = begin();
        awaitQuiet(errands);
        List<Moment> moments = program.trace();
        List<String> faults = faults(errands, Set.of());
        if (!faults.isEmpty()) {
            throw new AssertionError("wrong without any crash: " + faults);
        }
        return moments;
    }

    /** Kills at this moment. */
    Crash at(Moment moment) throws Exception {
        program.watch(Optional.of(moment));
        List<Errand> errands = begin();
        boolean reached = awaitStop(errands);
        Set<LedgerLook.OpenAttempt> doubtful = kill();
        program = Program.start(site.home, jar, Optional.empty());
        return outcome(moment, reached, errands, doubtful);
    }

    /** Kills at this moment, and once more while the program recovers from it. */
    Crash at(Moment moment, Moment inRecovery) throws Exception {
        program.watch(Optional.of(moment));
        List<Errand> errands = begin();
        awaitStop(errands);
        Set<LedgerLook.OpenAttempt> doubtful = kill();
        program = Program.start(site.home, jar, Optional.of(inRecovery));
        boolean reached = awaitStop(errands);
        doubtful.addAll(kill());
        program = Program.start(site.home, jar, Optional.empty());
        return outcome(inRecovery, reached, errands, doubtful);
    }

    private Crash outcome(Moment moment, boolean reached, List<Errand> errands, Set<LedgerLook.OpenAttempt> doubtful)
            throws IOException {
        List<String> faults = new ArrayList<>();
        try {
            awaitQuiet(errands);
        } catch (ConditionTimeoutException e) {
            faults.add("it does not come to rest: " + LedgerLook.into(site.ledger) + program.console());
        }
        List<Moment> recovery = program.trace();
        faults.addAll(faults(errands, doubtful));
        long lost = errands.stream()
                .filter(errand -> errand.timesArrived(site) < errand.timesWanted())
                .count();
        long twice = errands.stream()
                .filter(errand -> errand.timesArrived(site) > errand.timesWanted())
                .count();
        return new Crash(moment, reached, errands.size(), errands.size() - lost - twice, lost, twice, recovery, faults);
    }

    private List<Errand> begin() throws IOException {
        List<Errand> errands = new ArrayList<>();
        for (Flow flow : flows) {
            errands.add(flow.begin(site, String.format("CR-%04d", ++numbers)));
        }
        return errands;
    }

    /** Until it stops at its moment; or until all is done, when it never comes there. */
    private boolean awaitStop(List<Errand> errands) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() ->
                        program.isStopped() || (program.isQuietFor(QUIET) && attended(errands)) || !program.isAlive());
        return program.isStopped();
    }

    /** The attempts by mail or print that were open at the kill. */
    private Set<LedgerLook.OpenAttempt> kill() throws Exception {
        if (program.isStopped()) {
            // what was sent just before is taken by now, so that it is after acceptance and not a matter of chance
            await().pollDelay(Duration.ofMillis(100)).until(() -> true);
        }
        program.close();
        site.ledger.settleAfterKill();
        site.takeAway();
        return new HashSet<>(LedgerLook.into(site.ledger).orElseThrow().openAttempts());
    }

    private void awaitQuiet(List<Errand> errands) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> attended(errands) && program.isQuietFor(QUIET));
    }

    private boolean attended(List<Errand> errands) throws IOException {
        Optional<LedgerLook> ledger = LedgerLook.into(site.ledger);
        if (ledger.isEmpty()) {
            return false;
        }
        for (Errand errand : errands) {
            errand.attend(site, ledger.get());
        }
        return errands.stream().allMatch(errand -> errand.isSettled(ledger.get()));
    }

    private List<String> faults(List<Errand> errands, Set<LedgerLook.OpenAttempt> doubtful) throws IOException {
        site.takeAway();
        LedgerLook ledger = LedgerLook.into(site.ledger).orElseThrow();
        List<String> faults = new ArrayList<>();
        for (Errand errand : errands) {
            faults.addAll(errand.faults(site, ledger, doubtful));
        }
        return faults;
    }

    @Override
    public void close() throws IOException {
        program.close();
        site.close();
    }
}
