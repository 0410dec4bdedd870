package io.github.komaseconnect.cli;

import io.github.komaseconnect.ledger.Remarks;
import io.github.komaseconnect.reason.DutchTime;
import io.github.komaseconnect.reason.Reason;
import java.util.List;
import java.util.stream.Collectors;

/** Shows what purchase invoices lack for Komas. */
final class RemarkTable {
    private final Terminal terminal;

    RemarkTable(Terminal terminal) {
        this.terminal = terminal;
    }

    /** How many there are and how to see them; nothing when there are none. */
    void summary(StatusReport.Remarked remarked) {
        if (remarked.counts().isEmpty()) {
            return;
        }
        long all = remarked.invoices();
        String since = DutchTime.minute(remarked.since());
        String companies = remarked.counts().stream().map(RemarkTable::count).collect(Collectors.joining(", "));
        terminal.line("");
        terminal.say(
                (all == 1 ? "1 inkoopfactuur" : all + " inkoopfacturen") + " met opmerkingen sinds " + since + ": "
                        + companies + ". Ze staan gewoon in de importmap.",
                (all == 1 ? "1 purchase invoice" : all + " purchase invoices") + " with remarks since " + since + ": "
                        + companies + ". They are in the import folder all the same.");
        terminal.say(
                "  Welke: komas-econnect status --state met-opmerkingen; wat eraan is: komas-econnect show ID",
                "  Which: komas-econnect status --state with-remarks; what about: komas-econnect show ID");
    }

    private static String count(Remarks.CompanyCount count) {
        return count.company() + " " + count.invoices();
    }

    /** Those of one invoice. */
    void story(List<Reason> remarks) {
        if (remarks.isEmpty()) {
            return;
        }
        terminal.line("");
        terminal.line("Opmerkingen (remarks): " + remarks.size());
        for (Reason remark : remarks) {
            terminal.line("  [" + remark.code() + "]");
            terminal.say("    " + remark.dutchLine(), "    " + remark.englishLine());
        }
    }
}
