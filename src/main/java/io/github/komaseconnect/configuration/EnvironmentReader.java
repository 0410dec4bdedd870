package io.github.komaseconnect.configuration;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.econnect.Environment;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds out which eConnect is meant. Whatever contradicts itself stops the start: nothing may be sent for real that was
 * meant as a rehearsal, or the other way round. A host that says nothing of itself is not guessed at either.
 */
final class EnvironmentReader {
    private static final String KEY = "econnect.environment";
    private static final String REHEARSAL = "rehearsal.email";
    private static final String CUSTOMERS = "customers";

    private static final ValueType<InvoiceMails> REHEARSAL_MAIL = new ValueType<>(
            text -> text.equalsIgnoreCase(CUSTOMERS)
                    ? Optional.of(new InvoiceMails.ToCustomers())
                    : Values.ADDRESSES.read(text).map(InvoiceMails.Instead::new),
            "een of meer e-mailadressen zijn, of het woord customers",
            "one or more e-mail addresses, or the word customers");

    private EnvironmentReader() {}

    /** An address of eConnect's that some company uses, and the setting that it comes from. */
    record Use(String key, URI address) {}

    /** Reads it from the addresses that these companies use; contradictions are noted as errors. */
    static EnvironmentSettings read(Settings settings, GlobalSettings global, List<Company> companies) {
        List<Use> uses = companies.stream()
                .flatMap(company -> of(company, global).stream())
                .distinct()
                .toList();
        // before the first company is set up
        List<Use> byDefault = List.of(new Use("econnect.platform.url", global.platformUrl()));
        return read(settings, uses.isEmpty() ? byDefault : uses);
    }

    /** Notes an error on every company that uses an address of another environment: it must not come in hand. */
    static void check(Environment environment, GlobalSettings global, CompanyBlocks blocks) {
        for (Company company : blocks.companies()) {
            of(company, global).stream()
                    .filter(use -> Environment.of(use.address())
                            .filter(is -> is != environment)
                            .isPresent())
                    .findFirst()
                    .ifPresent(use -> blocks.settings(company.key())
                            .error(
                                    "econnect",
                                    "gaat via " + use.address().getHost() + " (" + use.key()
                                            + "), en dat is niet de omgeving van deze installatie: "
                                            + environment.dutch(),
                                    "goes by " + use.address().getHost() + " (" + use.key()
                                            + "), which is not the environment of this installation: "
                                            + environment.word()));
        }
    }

    private static List<Use> of(Company company, GlobalSettings global) {
        List<Use> uses = new ArrayList<>();
        if (company.has(Gateway.PLATFORM)) {
            uses.add(new Use("econnect.platform.url", global.platformUrl()));
        }
        if (company.has(Gateway.PSB)) {
            uses.add(new Use("econnect.psb.url", global.psb().url()));
            uses.add(new Use("econnect.psb.identity-url", global.psb().identityUrl()));
        }
        return uses;
    }

    /** Reads it; contradictions are noted as errors. */
    static EnvironmentSettings read(Settings settings, List<Use> uses) {
        Optional<Environment> set = settings.optional(KEY, Values.word(Environment.class));
        Environment environment = set.orElseGet(() -> derived(settings, uses));
        set.ifPresent(wanted -> uses.forEach(use -> checkAgainst(settings, wanted, use)));
        Optional<InvoiceMails> mails = settings.optional(REHEARSAL, REHEARSAL_MAIL);
        if (environment.isProduction()) {
            if (mails.isPresent()) {
                settings.warn(
                        REHEARSAL,
                        "geldt niet in productie: facturen per e-mail gaan naar de klanten",
                        "does not count in production: invoices by e-mail go to the customers");
            }
            return EnvironmentSettings.production();
        }
        return new EnvironmentSettings(environment, mails.orElseGet(InvoiceMails.ToNobody::new));
    }

    private static Environment derived(Settings settings, List<Use> uses) {
        List<Environment> found = new ArrayList<>();
        for (Use use : uses) {
            Optional<Environment> environment = Environment.of(use.address());
            environment.ifPresentOrElse(known -> found.add(known), () -> unknown(settings, use));
            environment
                    .filter(known -> known != found.get(0))
                    .ifPresent(other -> differs(settings, use, other, uses.get(0), found.get(0)));
        }
        return found.isEmpty() ? Environment.PRODUCTION : found.get(0);
    }

    private static void unknown(Settings settings, Use use) {
        String host = use.address().getHost();
        settings.error(
                KEY,
                "is leeg, en aan " + host + " (" + use.key()
                        + ") is niet te zien of dat productie is; zet econnect.environment=production of acceptance",
                "is empty, and " + host + " (" + use.key()
                        + ") does not show whether it is production; set econnect.environment=production or acceptance");
    }

    private static void differs(Settings settings, Use use, Environment is, Use first, Environment others) {
        settings.error(
                use.key(),
                "is " + is.dutch() + " (" + use.address().getHost() + "), terwijl " + first.key() + " "
                        + others.dutch() + " is (" + first.address().getHost()
                        + "); een installatie werkt met één omgeving, neem voor de andere een eigen home",
                "is " + is.word() + " (" + use.address().getHost() + "), while " + first.key() + " is "
                        + others.word() + " (" + first.address().getHost()
                        + "); an installation works with one environment, use a home of its own for the other");
    }

    private static void checkAgainst(Settings settings, Environment wanted, Use use) {
        Environment.of(use.address())
                .filter(is -> is != wanted)
                .ifPresent(is -> settings.error(
                        KEY,
                        "is " + wanted.word() + ", maar " + use.key() + " is " + is.dutch() + " ("
                                + use.address().getHost() + "); verbeter een van beide",
                        "is " + wanted.word() + ", but " + use.key() + " is " + is.word() + " ("
                                + use.address().getHost() + "); correct one of the two"));
    }
}
