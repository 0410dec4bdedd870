package io.github.komaseconnect.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.Counts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program is killed by SIGKILL at one moment of each kind, with invoices of all kinds on their way, and started again.
 * {@link EveryCrashPointTest} has the rest.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the places are named by paths with slashes")
class CrashPointsTest {
    /** What is durable or outside when the program dies: each is the first such moment of an undisturbed run. */
    private static final List<String> KINDS = List.of(
            "after move acme/export/\\*.pdf -> acme/outbox/claimed.*",
            "after move data/archive/temporary document.pdf -> .*",
            "after commit .*insert invoice.*",
            "after commit .*insert payload.*",
            "after commit .*insert attempt.*",
            "after request SendDocument",
            "after answer SendDocument",
            "after smtp \\.",
            "after smtp reply to \\.",
            "after move acme/print-spool/.*",
            "after move acme/outbox/\\*.pdf -> acme/sent/.*",
            "after move acme/import/temporary \\*.pdf.*",
            "after request SetInboxDocumentStatus");

    /** The same over the PSB. */
    private static final List<String> KINDS_AT_PSB = List.of(
            "after request POST salesInvoice/send",
            "after answer POST salesInvoice/send",
            "after commit .*insert hook_event.*",
            "after request POST .*/response");

    @TempDir
    Path folder;

    @Test
    void killedAtOneMomentOfEachKindNothingIsLostAndNothingComesTwice() throws Exception {
        killed(
                "one of each kind",
                trace -> firstOfEach(KINDS, trace),
                List.of(Flow.PEPPOL, Flow.EMAIL, Flow.PRINT, Flow.RECEIVE));
    }

    @Test
    void soItIsOverThePsb() throws Exception {
        killed(
                "one of each kind, over the PSB",
                trace -> {
                    assertThatTheAnswerIsFlushedFirst(trace);
                    return firstOfEach(KINDS_AT_PSB, trace);
                },
                List.of(Flow.PSB_SEND, Flow.PSB_RECEIVE, Flow.PSB_RESPOND));
    }

    @Test
    void soItIsWithAMailThatComesBack() throws Exception {
        List<String> kinds = List.of("after commit .*insert bounce.*");
        killed("a mail that comes back", trace -> firstOfEach(kinds, trace), List.of(Flow.BOUNCED));
    }

    private static List<Moment> firstOfEach(List<String> kinds, List<Moment> trace) {
        return kinds.stream()
                .map(kind -> trace.stream()
                        .filter(moment -> moment.step().matches(kind))
                        .findFirst()
                        .map(moment -> moment.orFirstLike(kind))
                        .orElseThrow(() -> new AssertionError("no moment like " + kind + " in " + trace)))
                .toList();
    }

    /** What eConnect answered is on the disk before it is recorded what became of the invoice. */
    private static void assertThatTheAnswerIsFlushedFirst(List<Moment> trace) {
        List<String> steps = trace.stream().map(Moment::step).toList();
        int flushed = first("before sync .*attempt-#-answer.*", steps);
        int recorded = first(".* commit .*update attempt.*", steps);
        assertThat(flushed).as("flush of the answer in %s", steps).isBetween(0, recorded);
    }

    private static int first(String like, List<String> steps) {
        return IntStream.range(0, steps.size())
                .filter(n -> steps.get(n).matches(like))
                .findFirst()
                .orElse(-1);
    }

    private void killed(String what, Function<List<Moment>, List<Moment>> choice, List<Flow> flows) throws Exception {
        List<Crashes.Crash> crashes;
        try (Ledgers ledgers = Ledgers.of(Ledgers.Kind.SQLITE)) {
            crashes = new Campaign(folder, ledgers, flows).killAt(choice);
        }

        Campaign.count(Counts.of("crash points, " + what), crashes).print();
        assertThat(Campaign.faults(crashes)).isEmpty();
        assertThat(crashes).allMatch(Crashes.Crash::reached);
    }
}
