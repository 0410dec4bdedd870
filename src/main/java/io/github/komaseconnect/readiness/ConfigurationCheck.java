package io.github.komaseconnect.readiness;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.configuration.Configuration;
import io.github.komaseconnect.configuration.Problem;
import io.github.komaseconnect.reason.Reason;
import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong or odd in the settings, and which companies therefore do not run. */
final class ConfigurationCheck {
    private final Configuration configuration;

    ConfigurationCheck(Configuration configuration) {
        this.configuration = configuration;
    }

    /** The findings on global settings and on these companies. */
    List<Finding> look(List<String> companies) {
        List<Finding> findings = new ArrayList<>();
        configuration.problems().stream()
                .filter(problem -> problem.company().isEmpty()
                        || companies.contains(problem.company().get()))
                .map(ConfigurationCheck::finding)
                .forEach(findings::add);
        if (findings.isEmpty()) {
            findings.add(
                    Finding.ok("check.configuration", "De instellingen zijn in orde.", "The settings are in order."));
        }
        configuration.broken().stream()
                .map(broken -> broken.key())
                .filter(companies::contains)
                .map(ConfigurationCheck::doesNotRun)
                .forEach(findings::add);
        configuration.disabled().stream()
                .filter(companies::contains)
                .map(ConfigurationCheck::switchedOff)
                .forEach(findings::add);
        return findings;
    }

    /** The companies among these that can run, which the other checks are about. */
    List<Company> running(List<String> companies) {
        return configuration.companies().stream()
                .filter(company -> companies.contains(company.key()))
                .toList();
    }

    /** The global errors in settings whose names begin with one of these: what they are for cannot be tried. */
    List<Problem> errorsIn(String... prefixes) {
        return configuration.globalErrors().stream()
                .filter(problem -> List.of(prefixes).stream().anyMatch(problem.key()::startsWith))
                .toList();
    }

    private static Finding finding(Problem problem) {
        Reason reason =
                Reason.of("check.configuration", sentence(problem.dutchLine()), sentence(problem.englishLine()));
        return problem.isError() ? Finding.error(reason) : Finding.warning(reason);
    }

    private static String sentence(String line) {
        return line.endsWith(".") ? line : line + ".";
    }

    private static Finding doesNotRun(String key) {
        return Finding.error(new Reason(
                "check.company-broken",
                "Bedrijf " + key + " draait niet en is verder niet gecontroleerd; andere bedrijven draaien wel.",
                "Company " + key + " does not run and was not checked any further; other companies do run.",
                "Verbeter eerst de regels hierboven en controleer opnieuw.",
                "Correct the lines above first and check again."));
    }

    private static Finding switchedOff(String key) {
        return Finding.warning(new Reason(
                "check.company-disabled",
                "Bedrijf " + key + " staat uit (company." + key + ".enabled=false) en is niet gecontroleerd.",
                "Company " + key + " is switched off (company." + key + ".enabled=false) and was not checked.",
                "Haal die regel weg als het bedrijf mee moet doen.",
                "Remove that line if the company is to take part."));
    }
}
