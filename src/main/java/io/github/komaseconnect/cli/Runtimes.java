package io.github.komaseconnect.cli;

import io.github.komaseconnect.cluster.Pace;
import io.github.komaseconnect.ledger.Ledger;
import java.time.Duration;
import java.util.List;

/** Who carries out orders: a run in this home, or any run that shares the ledger with it. */
final class Runtimes {
    private final Installation installation;
    private final Duration silence;

    Runtimes(Installation installation) {
        this.installation = installation;
        this.silence =
                Pace.of(installation.configuration().settings().clusterLease()).silence();
    }

    /** Those that share the ledger; none when one runtime has it for itself. */
    List<NodeLine> sharing(Ledger ledger) {
        return ledger.reading(books -> NodeLine.of(books.leases(), silence));
    }

    /** Whether any is running. */
    boolean isAnyRunning(Ledger ledger) {
        return installation.isRunning() || sharing(ledger).stream().anyMatch(NodeLine::alive);
    }
}
