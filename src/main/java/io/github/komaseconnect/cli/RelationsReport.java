package io.github.komaseconnect.cli;

import io.github.komaseconnect.ledger.KnownReach;
import io.github.komaseconnect.ledger.KnownReach.Verdict;
import io.github.komaseconnect.reason.DutchTime;
import io.github.komaseconnect.reason.Reason;
import java.util.List;
import java.util.function.Predicate;

/** Checked relations for a person: what is to be mended, and the lists that save work. */
final class RelationsReport {
    private final Terminal terminal;

    RelationsReport(Terminal terminal) {
        this.terminal = terminal;
    }

    void show(List<CheckedRelation> relations) {
        List<CheckedRelation> wrong =
                relations.stream().filter(one -> !one.troubles().isEmpty()).toList();
        if (wrong.isEmpty()) {
            terminal.say(
                    relations.size() + " relaties nagekeken; er valt niets te verbeteren.",
                    relations.size() + " relations checked; nothing to mend.");
        } else {
            heading("Te verbeteren", "to mend", wrong.size() + " / " + relations.size());
            wrong.forEach(this::troubles);
        }
        list(
                relations,
                CheckedRelation::couldGetPeppol,
                "Klanten op Peppol die nog e-mail of post krijgen",
                "customers on Peppol that still get e-mail or paper");
        list(
                relations,
                CheckedRelation::cannotBeReached,
                "Peppol-klanten die niet te bereiken zijn",
                "Peppol customers that cannot be reached");
    }

    /** What cannot be known is said as such. */
    void unchecked(List<CheckedRelation> relations) {
        List<CheckedRelation> unknown = relations.stream()
                .filter(one -> one.reach()
                        .filter(known -> known.verdict() == Verdict.NOT_CHECKED)
                        .isPresent())
                .toList();
        if (!unknown.isEmpty()) {
            heading("Kon niet worden nagevraagd", "could not be checked", Integer.toString(unknown.size()));
            unknown.forEach(this::reach);
        }
    }

    private void troubles(CheckedRelation one) {
        terminal.line("  " + label(one) + ":");
        for (Reason trouble : one.troubles()) {
            terminal.say("    - " + trouble.dutchLine(), "      " + trouble.englishLine());
        }
    }

    private void list(List<CheckedRelation> relations, Predicate<CheckedRelation> which, String dutch, String english) {
        List<CheckedRelation> found = relations.stream().filter(which).toList();
        if (!found.isEmpty()) {
            heading(dutch, english, Integer.toString(found.size()));
            found.forEach(this::reach);
        }
    }

    private void reach(CheckedRelation one) {
        KnownReach known = one.reach().orElseThrow();
        String when = " (" + DutchTime.minute(known.askedAt()) + ")";
        String dutch = known.dutch().isEmpty() ? "" : ": " + known.dutch();
        String english = known.english().isEmpty() ? "" : ": " + known.english();
        terminal.line("  " + label(one) + ", " + one.methodWord() + ":");
        terminal.say(
                "    " + known.verdict().dutch() + when + dutch,
                "    " + known.verdict().english() + when + english);
    }

    private static String label(CheckedRelation one) {
        return one.company().key() + ", regel (line) " + one.relation().line() + ", "
                + one.relation().label();
    }

    private void heading(String dutch, String english, String number) {
        terminal.line("");
        terminal.line(dutch + " (" + english + "): " + number);
    }
}
