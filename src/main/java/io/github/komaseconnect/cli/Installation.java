package io.github.komaseconnect.cli;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.configuration.BrokenCompany;
import io.github.komaseconnect.configuration.Configuration;
import io.github.komaseconnect.configuration.CredentialsSource;
import io.github.komaseconnect.configuration.Home;
import io.github.komaseconnect.configuration.RunLock;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A home folder with its configuration as it is now; the configuration may have problems.
 *
 * @param credentials keys and passwords, and what must not be shown
 */
public record Installation(Home home, Configuration configuration, CredentialsSource credentials) {

    /**
     * Whether a {@code run} has this home now.
     *
     * @throws CommandFailure when this account may not look
     */
    public boolean isRunning() {
        try {
            return RunLock.isHeld(home.data());
        } catch (IOException e) {
            throw CommandFailure.failed(
                    "Niet te zien of komas-econnect draait: " + e.getMessage()
                            + ". Geef dit commando met hetzelfde account als run.",
                    "Cannot see whether komas-econnect is running: " + e.getMessage()
                            + ". Give this command with the account of run.",
                    e);
        }
    }

    /** The keys of all companies in the configuration, also of those that cannot run or are switched off. */
    public List<String> companyKeys() {
        return Stream.of(
                        configuration.companies().stream().map(Company::key),
                        configuration.broken().stream().map(BrokenCompany::key),
                        configuration.disabled().stream())
                .flatMap(keys -> keys)
                .toList();
    }

    /**
     * Refuses a key that the configuration does not have.
     *
     * @throws CommandFailure naming the ones there are
     */
    public void requireCompany(String key) {
        if (!companyKeys().contains(key)) {
            throw unknownCompany(key);
        }
    }

    /**
     * Refuses a company that cannot run.
     *
     * @throws CommandFailure saying why
     */
    public void requireRunnableCompany(String key) {
        requireCompany(key);
        if (configuration.disabled().contains(key)) {
            throw CommandFailure.usage(
                    "Bedrijf " + key + " staat uit: company." + key + ".enabled=false.",
                    "Company " + key + " is switched off: company." + key + ".enabled=false.");
        }
        if (configuration.company(key).isEmpty()) {
            throw CommandFailure.usage(
                    "Bedrijf " + key + " heeft fouten in zijn instellingen; komas-econnect check noemt ze.",
                    "Company " + key + " has errors in its settings; komas-econnect check names them.");
        }
    }

    /** What to say about a key that is not a company's. */
    public CommandFailure unknownCompany(String key) {
        String keys = String.join(", ", companyKeys());
        return CommandFailure.usage(
                "Er is geen bedrijf " + key + " in de instellingen" + (keys.isEmpty() ? "." : "; wel: " + keys + "."),
                "There is no company " + key + " in the settings"
                        + (keys.isEmpty() ? "." : "; there is: " + keys + "."));
    }
}
