package io.github.komaseconnect.readiness;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.PrintWishes;
import io.github.komaseconnect.configuration.CredentialsSource;
import io.github.komaseconnect.delivery.AttemptOutcome;
import io.github.komaseconnect.print.CompanyLogins;
import io.github.komaseconnect.print.ipp.JobOptions;
import io.github.komaseconnect.print.ipp.PrinterClient;
import io.github.komaseconnect.print.ipp.PrinterFacts;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Relation;
import io.github.komaseconnect.relation.RelationSnapshot;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a company's printer can be used, and can do what settings and relations ask of it. Nothing is printed. */
final class PrinterCheck {
    private static final String CODE = "check.printer";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Company company;
    private final RelationSnapshot relations;
    private final PrinterClient client;

    PrinterCheck(Company company, RelationSnapshot relations, PrinterClient client) {
        this.company = company;
        this.relations = relations;
        this.client = client;
    }

    /** Asks the printer as the company would, and no longer than a person waits. */
    static PrinterCheck of(Company company, RelationSnapshot relations, CredentialsSource credentials) {
        return new PrinterCheck(
                company,
                relations,
                PrinterClient.within(PATIENCE, new CompanyLogins(key -> Optional.of(company), credentials)));
    }

    /** Nothing to say where there is no printer. */
    List<Finding> look() {
        return company.printing().printer().map(this::look).orElse(List.of());
    }

    private List<Finding> look(URI printer) {
        PrinterClient.Look look = client.ask(company.key(), printer);
        List<Finding> findings = new ArrayList<>();
        look.obstacle().map(PrinterCheck::obstacle).ifPresent(findings::add);
        look.facts().ifPresent(facts -> {
            if (findings.isEmpty()) {
                findings.add(Finding.ok(
                        CODE,
                        "De printer " + printer + " (" + facts.name() + ") neemt PDF aan; papierladen: "
                                + list(facts.trays()) + " (er is niets afgedrukt).",
                        "The printer " + printer + " (" + facts.name() + ") takes PDF; paper trays: "
                                + list(facts.trays()) + " (nothing was printed)."));
            }
            wishes().forEach(wish -> findings.addAll(options(wish, facts)));
        });
        return findings;
    }

    private static String list(List<String> trays) {
        return trays.isEmpty() ? "?" : String.join(", ", trays);
    }

    private static Finding obstacle(AttemptOutcome obstacle) {
        return obstacle instanceof AttemptOutcome.Blocked blocked
                ? Finding.error(blocked.reason())
                : Finding.warning(((AttemptOutcome.Temporary) obstacle).reason());
    }

    /** Of the company, and of each relation that has any of its own. */
    private Set<PrintWishes> wishes() {
        Set<PrintWishes> all = new LinkedHashSet<>();
        PrintWishes common = company.printing().wishes();
        all.add(common);
        relations.relations().stream()
                .map(Relation::print)
                .filter(own -> !own.isEmpty())
                .forEach(own -> all.add(own.orElse(common)));
        return all;
    }

    private static List<Finding> options(PrintWishes wishes, PrinterFacts facts) {
        JobOptions options = JobOptions.of(wishes, facts);
        List<Finding> findings = new ArrayList<>();
        for (Reason warning : options.warnings()) {
            findings.add(Finding.warning(about(wishes, warning)));
        }
        Optional<Reason> refusal = options.refusal();
        refusal.ifPresent(reason -> findings.add(Finding.error(about(wishes, reason))));
        return findings;
    }

    private static Reason about(PrintWishes wishes, Reason reason) {
        return new Reason(
                reason.code(),
                reason.dutch() + " Gevraagd: " + wishes.text() + ".",
                reason.english() + " Asked: " + wishes.text() + ".",
                reason.adviceDutch(),
                reason.adviceEnglish());
    }
}
