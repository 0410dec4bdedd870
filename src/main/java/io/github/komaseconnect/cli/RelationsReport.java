package io.github.komaseconnect.cli;

import io.github.komaseconnect.ledger.KnownReach;
import io.github.komaseconnect.ledger.KnownReach.Verdict;
import io.github.komaseconnect.reason.DutchTime;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.SendingMethod;
import java.util.List;
import java.util.Optional;
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
            wrong.forEach(one -> reasons(one, one.troubles()));
        }
        List<CheckedRelation> odd = relations.stream()
                .filter(one -> !one.relation().warnings().isEmpty())
                .toList();
        if (!odd.isEmpty()) {
            heading("Let op, het houdt niets tegen", "mind, it stops nothing", Integer.toString(odd.size()));
            odd.forEach(one -> reasons(one, one.relation().warnings()));
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
        list(
                relations,
                CheckedRelation::goesByFallback,
                "Klanten met auto die niet via Peppol gaan maar per uitwijk",
                "auto customers that do not go over Peppol but by the fallback");
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

    private void reasons(CheckedRelation one, List<Reason> reasons) {
        terminal.line("  " + label(one) + ":");
        for (Reason reason : reasons) {
            terminal.say("    - " + reason.dutchLine(), "      " + reason.englishLine());
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
        terminal.line("  " + label(one) + ", " + one.methodWord() + ":");
        one.reach()
                .ifPresentOrElse(
                        this::answer,
                        () -> terminal.say(
                                "    geen KvK-nummer, OIN of btw-nummer in het relatiebestand, dus niets om na te vragen",
                                "    no CoC number, OIN or VAT number in the relation file, so nobody to ask for"));
        if (one.isByPeppol()) {
            consequence(one);
        }
    }

    private void answer(KnownReach known) {
        String when = " (" + DutchTime.minute(known.askedAt()) + ")";
        String dutch = known.dutch().isEmpty() ? "" : ": " + known.dutch();
        String english = known.english().isEmpty() ? "" : ": " + known.english();
        terminal.say(
                "    " + known.verdict().dutch() + when + dutch,
                "    " + known.verdict().english() + when + english);
    }

    private void consequence(CheckedRelation one) {
        Verdict verdict = one.reach().map(KnownReach::verdict).orElse(Verdict.NOT_REGISTERED);
        if (verdict == Verdict.REACHABLE || verdict == Verdict.NOT_CHECKED) {
            return;
        }
        Optional<String> other =
                verdict == Verdict.NOT_REGISTERED ? one.fallsBackTo().map(SendingMethod::word) : Optional.empty();
        if (other.isEmpty()) {
            String dutch = one.reachedAt()
                    .map(at -> ": was op " + DutchTime.minute(at) + " nog te bereiken")
                    .orElse("");
            String english = one.reachedAt()
                    .map(at -> ": could be reached at " + DutchTime.minute(at))
                    .orElse("");
            terminal.say("    facturen worden vastgehouden" + dutch, "    invoices are held" + english);
        } else if (one.hasNobodyToAsk()) {
            terminal.say(
                    "    facturen gaan per " + other.get() + ", tenzij er op de factuur een nummer staat",
                    "    invoices go by " + other.get() + ", unless the invoice has a number");
        } else {
            terminal.say(
                    "    facturen gaan na een tweede nee per " + other.get(),
                    "    after a second no invoices go by " + other.get());
        }
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
