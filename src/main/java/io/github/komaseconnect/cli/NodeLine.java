package io.github.komaseconnect.cli;

import io.github.komaseconnect.ledger.Lease;
import io.github.komaseconnect.ledger.Leases;
import io.github.komaseconnect.ledger.Node;
import java.time.Duration;
import java.util.List;

/**
 * One of several runtimes on the same ledger.
 *
 * @param alive whether it was seen lately
 * @param forAll whether it does what is done once for all companies, such as mailing alarms about no company
 * @param companies keys of those it works for; of one that is not alive: those that become free when its leases end
 */
record NodeLine(Node node, boolean alive, boolean forAll, List<String> companies) {

    /** Those that there are, in the order in which they came. */
    static List<NodeLine> of(Leases leases, Duration silence) {
        List<Lease> inForce = leases.inForce();
        return leases.nodes().stream()
                .map(node -> {
                    List<String> has = inForce.stream()
                            .filter(lease -> lease.node().equals(node.id()))
                            .map(Lease::company)
                            .toList();
                    return new NodeLine(
                            node,
                            node.silence().compareTo(silence) <= 0,
                            has.contains(""),
                            has.stream().filter(company -> !company.isEmpty()).toList());
                })
                .toList();
    }
}
