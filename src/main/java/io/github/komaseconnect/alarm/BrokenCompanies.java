package io.github.komaseconnect.alarm;

import io.github.komaseconnect.configuration.BrokenCompany;
import io.github.komaseconnect.configuration.Configuration;
import io.github.komaseconnect.configuration.ConfigurationReader;
import io.github.komaseconnect.configuration.Problem;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.reason.Reason;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Raises an alarm for each company whose settings are wrong, and clears it when they are right again. */
public final class BrokenCompanies {
    private static final String CAUSE = "configuration/";

    private final AlarmBell bell;

    /** Rings {@code bell}. */
    public BrokenCompanies(AlarmBell bell) {
        this.bell = bell;
    }

    /**
     * As the configuration is now.
     *
     * @param goingOn keys of the broken companies that go on with the settings they had before
     */
    public void tell(Configuration configuration, Collection<String> goingOn) {
        Set<String> broken = configuration.broken().stream()
                .map(company -> CAUSE + company.key())
                .collect(Collectors.toSet());
        bell.open(CAUSE).stream()
                .map(Alarm::cause)
                .filter(cause -> !broken.contains(cause))
                .forEach(bell::clear);
        for (BrokenCompany company : configuration.broken()) {
            Reason reason = goingOn.contains(company.key()) ? goesOn(company) : doesNotRun(company);
            company.problems().stream()
                    .filter(Problem::isError)
                    .forEach(problem -> bell.raise(CAUSE + company.key(), company.key(), reason, problem.dutchLine()));
        }
    }

    private static Reason doesNotRun(BrokenCompany company) {
        boolean restart = isInMain(company);
        return new Reason(
                "configuration.company",
                "Bedrijf " + company.key() + " draait niet: zijn instellingen in " + file(company) + " kloppen niet.",
                "Company " + company.key() + " does not run: its settings in " + file(company) + " are not right.",
                "Verbeter ze (komas-econnect check noemt ze)"
                        + (restart ? " en start komas-econnect opnieuw." : "; daarna begint het vanzelf."),
                "Correct them (komas-econnect check names them)"
                        + (restart ? " and start komas-econnect again." : "; it then begins by itself."));
    }

    private static Reason goesOn(BrokenCompany company) {
        return new Reason(
                "configuration.company",
                "Bedrijf " + company.key() + " werkt nog met de vorige instellingen: die van nu (" + file(company)
                        + ") kloppen niet.",
                "Company " + company.key() + " still works with its former settings: those of now (" + file(company)
                        + ") are not right.",
                "Verbeter ze (komas-econnect check noemt ze); daarna gaan ze vanzelf gelden.",
                "Correct them (komas-econnect check names them); they then count by themselves.");
    }

    private static boolean isInMain(BrokenCompany company) {
        return file(company).equals(ConfigurationReader.FILE);
    }

    /** Where its first error stands. */
    private static String file(BrokenCompany company) {
        return company.problems().stream()
                .filter(Problem::isError)
                .map(Problem::file)
                .findFirst()
                .orElse(ConfigurationReader.FILE);
    }
}
