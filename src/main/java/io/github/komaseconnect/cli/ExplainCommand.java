package io.github.komaseconnect.cli;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.configuration.Configuration;
import io.github.komaseconnect.explanation.Explainer;
import io.github.komaseconnect.explanation.Explanation;
import io.github.komaseconnect.explanation.Explanation.Fate;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.sql.ExistingLedger;
import io.github.komaseconnect.readiness.Finding;
import io.github.komaseconnect.readiness.LedgerCheck;
import io.github.komaseconnect.reason.Reason;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explain FILE…}: which relation, which method, which address, and why. Nothing is sent or changed. */
@Command(
        name = "explain",
        description = "Leg uit wat er met een verkoopfactuur zou gebeuren en waarom; er wordt niets verzonden"
                + " (explain what would become of a sales invoice and why; nothing is sent).")
final class ExplainCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final HomeOption home;

    @Parameters(
            arity = "1..*",
            paramLabel = "BESTAND",
            description = "XML-bestanden; * mag in de naam (XML files; the name may contain *).")
    private List<String> files = List.of();

    @Option(
            names = "--company",
            paramLabel = "BEDRIJF",
            description = "Van welk bedrijf ze zijn; anders volgt dat uit de map of de leverancier"
                    + " (which company they are of; else the folder or the supplier tells).")
    private Optional<String> company = Optional.empty();

    ExplainCommand(Surroundings surroundings, HomeOption home) {
        this.surroundings = surroundings;
        this.home = home;
    }

    @Override
    public Integer call() {
        Installation installation = home.installation();
        CheckCommand.refuseUnreadable(installation);
        company.ifPresent(installation::requireRunnableCompany);
        Configuration configuration = installation.configuration();
        Optional<Company> chosen = company.flatMap(configuration::company);
        Optional<Ledger> ledger = ledger(installation);
        try {
            Explainer explainer = new Explainer(
                    installation.home(), configuration, installation.credentials(), ledger, surroundings.clock());
            Set<Fate> fates = EnumSet.noneOf(Fate.class);
            new FileArguments(surroundings.workingDirectory()).files(files).forEach(file -> {
                Explanation explanation = explainer.explain(file, chosen);
                fates.add(explanation.fate());
                show(explanation);
            });
            return exitCode(fates);
        } finally {
            ledger.ifPresent(Ledger::close);
        }
    }

    private Optional<Ledger> ledger(Installation installation) {
        Configuration configuration = installation.configuration();
        ExistingLedger.Look look = ExistingLedger.open(
                configuration.settings().ledgerUrl(), installation.home().data(), surroundings.clock());
        if (look instanceof ExistingLedger.Usable usable) {
            return Optional.of(usable.ledger());
        }
        if (!(look instanceof ExistingLedger.None)) {
            Finding finding = LedgerCheck.of(look);
            surroundings
                    .terminal()
                    .complain(finding.reason().dutchLine(), finding.reason().englishLine());
        }
        return Optional.empty();
    }

    private static int exitCode(Set<Fate> fates) {
        if (fates.contains(Fate.COMPANY_UNKNOWN)) {
            return CommandFailure.USAGE;
        }
        return fates.contains(Fate.HELD) || fates.contains(Fate.UNREADABLE) ? CommandFailure.FAILED : 0;
    }

    private void show(Explanation explanation) {
        Terminal terminal = surroundings.terminal();
        terminal.line(explanation.file().toString());
        for (Explanation.Fact fact : explanation.facts()) {
            String about = fact.about().alike()
                    ? fact.about().dutch()
                    : fact.about().dutch() + " (" + fact.about().english() + ")";
            terminal.line("  " + about + ": " + fact.what().dutch());
            if (!fact.what().alike()) {
                terminal.line("    " + fact.what().english());
            }
        }
        terminal.line("  => " + explanation.verdict().dutch() + " ("
                + explanation.verdict().english() + ")");
        explanation.reason().ifPresent(reason -> show(terminal, reason));
        terminal.line("");
    }

    private static void show(Terminal terminal, Reason reason) {
        terminal.say("     " + reason.dutchLine(), "     " + reason.englishLine());
    }
}
