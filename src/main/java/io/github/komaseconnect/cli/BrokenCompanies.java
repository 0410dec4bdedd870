package io.github.komaseconnect.cli;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.configuration.BrokenCompany;
import io.github.komaseconnect.configuration.Configuration;
import io.github.komaseconnect.configuration.Problem;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reason.Reason;
import java.util.Set;
import java.util.stream.Collectors;

/** Raises an alarm for each company that cannot run because of its configuration, and clears it when it can again. */
final class BrokenCompanies {
    private static final String CAUSE = "configuration/";

    private final Ledger ledger;

    BrokenCompanies(Ledger ledger) {
        this.ledger = ledger;
    }

    /** As the configuration is at this start. */
    void tell(Configuration configuration) {
        AlarmBell bell = new AlarmBell(ledger);
        Set<String> broken = configuration.broken().stream()
                .map(company -> CAUSE + company.key())
                .collect(Collectors.toSet());
        ledger.reading(books -> books.alarms().open()).stream()
                .map(Alarm::cause)
                .filter(cause -> cause.startsWith(CAUSE) && !broken.contains(cause))
                .forEach(bell::clear);
        for (BrokenCompany company : configuration.broken()) {
            Reason reason = reason(company);
            company.problems().stream()
                    .filter(Problem::isError)
                    .forEach(problem -> bell.raise(CAUSE + company.key(), company.key(), reason, problem.dutchLine()));
        }
    }

    private static Reason reason(BrokenCompany company) {
        return new Reason(
                "configuration.company",
                "Bedrijf " + company.key() + " draait niet: zijn instellingen in application.properties kloppen niet.",
                "Company " + company.key() + " does not run: its settings in application.properties are not right.",
                "Verbeter ze (komas-econnect check noemt ze) en start komas-econnect opnieuw.",
                "Correct them (komas-econnect check names them) and start komas-econnect again.");
    }
}
