package io.github.komaseconnect.cli;

import io.github.komaseconnect.reason.DutchTime;
import java.util.List;

/** Shows the runtimes that share the ledger. */
final class NodeTable {
    private static final int LONGEST = 60;

    private NodeTable() {}

    static Table of(List<NodeLine> nodes) {
        Table table = new Table()
                .column("machine", "host", Table.Side.LEFT, 40)
                .column("home", "home", Table.Side.LEFT, LONGEST)
                .column("versie", "version")
                .column("gezien", "seen")
                .column("draait", "running")
                .column("bedrijven", "companies", Table.Side.LEFT, LONGEST);
        nodes.forEach(line -> table.row(
                line.node().host(),
                line.node().home(),
                line.node().version(),
                DutchTime.minute(line.node().seenAt()),
                line.alive() ? "ja (yes)" : "nee (no)",
                line.companies().size() + ": " + String.join(", ", line.companies())));
        return table;
    }
}
