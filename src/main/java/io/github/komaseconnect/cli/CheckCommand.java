package io.github.komaseconnect.cli;

import io.github.komaseconnect.configuration.Problem;
import io.github.komaseconnect.readiness.Finding;
import io.github.komaseconnect.readiness.GoLive;
import io.github.komaseconnect.readiness.Level;
import io.github.komaseconnect.readiness.Readiness;
import io.github.komaseconnect.readiness.Report;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check}: everything that a go-live needs, each line ok, warning or error with what to do. Sends nothing but, when asked, hooks. */
@Command(
        name = "check",
        description = "Controleer alles wat nodig is om te beginnen; er wordt geen factuur en geen mail verzonden"
                + " (check everything that a go-live needs; no invoice and no mail is sent).")
final class CheckCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final HomeOption home;

    @Parameters(
            arity = "0..*",
            paramLabel = "BEDRIJF",
            description = "Alleen deze bedrijven; anders alle (only these companies; else all).")
    private List<String> companies = List.of();

    @Option(
            names = "--fix-hooks",
            description = "Meld de hooks aan bij eConnect of werk ze bij, voor bedrijven met een hook-url"
                    + " (register or update the hooks at eConnect, for companies with a hook-url).")
    private boolean fixHooks;

    CheckCommand(Surroundings surroundings, HomeOption home) {
        this.surroundings = surroundings;
        this.home = home;
    }

    @Override
    public Integer call() {
        Installation installation = home.installation();
        refuseUnreadable(installation);
        companies.forEach(installation::requireCompany);
        Lines lines = new Lines(surroundings.terminal());
        Readiness readiness = new Readiness(
                installation.home(), installation.configuration(), installation.credentials(), surroundings.clock());
        Level worst = (fixHooks ? readiness.fixingHooks() : readiness)
                .check(companies.isEmpty() ? installation.companyKeys() : List.copyOf(companies), lines);
        if (fixHooks) {
            lines.result(
                    "Buiten de hooks hierboven is er niets verzonden.", "Apart from the hooks above nothing was sent.");
        } else {
            lines.result("Er is niets verzonden.", "Nothing was sent.");
        }
        lines.reminders();
        return worst == Level.ERROR ? CommandFailure.FAILED : 0;
    }

    /** Without a readable file there is nothing to check; what is wrong in it is part of the check. */
    static void refuseUnreadable(Installation installation) {
        Optional<Problem> unreadable = installation.configuration().globalErrors().stream()
                .filter(problem -> problem.key().isEmpty() && problem.line() == 0)
                .findFirst();
        unreadable.ifPresent(problem -> {
            throw CommandFailure.usage(problem.dutchLine() + ".", problem.englishLine() + ".");
        });
    }

    /** Shows findings as they come: the label, the Dutch text, and below it the English one. */
    private static final class Lines implements Report {
        private static final int LABEL = Level.WARNING.label().length();

        private final Terminal terminal;
        private final Map<Level, Integer> counts = new EnumMap<>(Level.class);

        Lines(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void section(String dutch, String english) {
            terminal.line("");
            terminal.line(dutch + " (" + english + ")");
        }

        @Override
        public void finding(Finding finding) {
            counts.merge(finding.level(), 1, Integer::sum);
            String label = finding.level().label();
            String indent = "  " + " ".repeat(LABEL) + "  ";
            terminal.line("  " + label + " ".repeat(LABEL - label.length()) + "  "
                    + finding.reason().dutchLine());
            terminal.line(indent + finding.reason().englishLine());
        }

        void result(String dutchEnd, String englishEnd) {
            int errors = counts.getOrDefault(Level.ERROR, 0);
            int warnings = counts.getOrDefault(Level.WARNING, 0);
            terminal.line("");
            terminal.say(
                    "Uitkomst: " + count(errors, "fout", "fouten") + ", "
                            + count(warnings, "waarschuwing", "waarschuwingen") + ". " + dutchEnd,
                    "Result: " + count(errors, "error", "errors") + ", " + count(warnings, "warning", "warnings") + ". "
                            + englishEnd);
        }

        private static String count(int number, String one, String more) {
            return (number == 0 ? "0 " : number + " ") + (number == 1 ? one : more);
        }

        void reminders() {
            section(
                    "Wat u zelf moet doen en weten voor de start",
                    "what is for you to do and to know before the go-live");
            GoLive.reminders().forEach(reminder -> {
                terminal.line("  - " + reminder.dutch());
                terminal.line("    " + reminder.english());
            });
        }
    }
}
