package io.github.komaseconnect.readiness;

import io.github.komaseconnect.configuration.EnvironmentSettings;
import io.github.komaseconnect.configuration.InvoiceMails;
import io.github.komaseconnect.custody.LedgerEnvironment;
import io.github.komaseconnect.econnect.Environment;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reason.Reason;
import java.util.List;

/** Which eConnect this installation works with, and whether its ledger was made with the same. */
final class EnvironmentCheck {
    private EnvironmentCheck() {}

    /** What the settings say. */
    static List<Finding> ofSettings(EnvironmentSettings settings) {
        Environment which = settings.which();
        if (which.isProduction()) {
            return List.of(Finding.ok(
                    "check.environment",
                    "Omgeving: productie; facturen gaan echt naar klanten.",
                    "Environment: production; invoices really go to customers."));
        }
        return List.of(
                Finding.warning(
                        new Reason(
                                "check.environment",
                                "Omgeving: " + which.dutch() + ", geen productie. Facturen per e-mail "
                                        + dutch(settings) + ".",
                                "Environment: " + which.word() + ", not production. Invoices by e-mail "
                                        + english(settings) + ".",
                                "Om te oefenen is dat goed; anders econnect.environment en de adressen van eConnect verbeteren.",
                                "For a rehearsal that is fine; otherwise correct econnect.environment and the addresses of eConnect.")));
    }

    private static String dutch(EnvironmentSettings settings) {
        if (settings.invoiceMails() instanceof InvoiceMails.Instead instead) {
            return "gaan naar " + String.join(", ", instead.addresses()) + " in plaats van naar klanten";
        }
        return settings.invoiceMails() instanceof InvoiceMails.ToCustomers
                ? "gaan ECHT naar de klanten (rehearsal.email=customers)"
                : "worden vastgehouden (rehearsal.email is leeg)";
    }

    private static String english(EnvironmentSettings settings) {
        if (settings.invoiceMails() instanceof InvoiceMails.Instead instead) {
            return "go to " + String.join(", ", instead.addresses()) + " in the place of customers";
        }
        return settings.invoiceMails() instanceof InvoiceMails.ToCustomers
                ? "REALLY go to the customers (rehearsal.email=customers)"
                : "are held (rehearsal.email is empty)";
    }

    /** Whether the ledger belongs to that environment. */
    static List<Finding> ofLedger(Ledger ledger, Environment environment) {
        return LedgerEnvironment.refusal(ledger, environment)
                .map(reason -> List.of(Finding.error(reason)))
                .orElseGet(List::of);
    }
}
