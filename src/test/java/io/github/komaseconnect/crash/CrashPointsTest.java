package io.github.komaseconnect.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.Counts;
import java.nio.file.Path;
import java.util.List;
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
            "after commit .*insert attempt.*",
            "after request SendDocument",
            "after answer SendDocument",
            "after smtp \\.",
            "after smtp reply to \\.",
            "after move acme/print-spool/.*",
            "after move acme/outbox/\\*.pdf -> acme/sent/.*",
            "after move acme/import/temporary \\*.pdf.*",
            "after request SetInboxDocumentStatus");

    @TempDir
    Path folder;

    @Test
    void killedAtOneMomentOfEachKindNothingIsLostAndNothingComesTwice() throws Exception {
        Campaign campaign = new Campaign(folder, List.of(Flow.PEPPOL, Flow.EMAIL, Flow.PRINT, Flow.RECEIVE));
        List<Crashes.Crash> crashes = campaign.killAt(trace -> KINDS.stream()
                .map(kind -> trace.stream()
                        .filter(moment -> moment.step().matches(kind))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no moment like " + kind + " in " + trace)))
                .toList());

        Campaign.count(Counts.of("crash points, one of each kind"), crashes).print();
        assertThat(Campaign.faults(crashes)).isEmpty();
        assertThat(crashes).allMatch(Crashes.Crash::reached);
    }
}
