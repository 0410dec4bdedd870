package io.github.komaseconnect.cli;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.explanation.RelationsNow;
import io.github.komaseconnect.folder.SureFile;
import io.github.komaseconnect.ledger.KnownReach;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reachability.EConnectInquiry;
import io.github.komaseconnect.reachability.ReachRules;
import io.github.komaseconnect.relation.Relation;
import io.github.komaseconnect.relation.RelationAudit;
import io.github.komaseconnect.relation.RelationsInForce;
import io.github.komaseconnect.runtime.EConnectOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code relations [COMPANY]}: the relation file before the invoice run, and who can be reached over Peppol. Sends nothing. */
@Command(
        name = "relations",
        description = "Kijk het relatiebestand na, en wie via Peppol te bereiken is; er wordt niets verzonden"
                + " (check the relation file, and who can be reached over Peppol; nothing is sent).")
final class RelationsCommand implements Callable<Integer> {
    private static final Duration CALL = Duration.ofSeconds(75);
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Surroundings surroundings;
    private final HomeOption home;
    private final LedgerAccess ledgers;

    @Parameters(arity = "0..1", paramLabel = "BEDRIJF", description = "Sleutel van het bedrijf (key of the company).")
    private Optional<String> company = Optional.empty();

    @Option(
            names = "--network",
            description = "Vraag eConnect voor elke relatie of zij via Peppol te bereiken is"
                    + " (ask eConnect for each relation whether it can be reached over Peppol).")
    private boolean network;

    @Option(
            names = "--csv",
            paramLabel = "BESTAND",
            description =
                    "Schrijf alles als CSV naar dit bestand; - is de uitvoer (write all as CSV; - is the output).")
    private Optional<String> csv = Optional.empty();

    @Option(names = "--json", description = "Alles als JSON (all as JSON).")
    private boolean json;

    RelationsCommand(Surroundings surroundings, HomeOption home, LedgerAccess ledgers) {
        this.surroundings = surroundings;
        this.home = home;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        Installation installation = home.installation();
        CheckCommand.refuseUnreadable(installation);
        company.ifPresent(installation::requireRunnableCompany);
        if (json && csv.filter("-"::equals).isPresent()) {
            throw CommandFailure.usage("Kies --json of --csv -.", "Choose --json or --csv -.");
        }
        List<Company> companies = company.flatMap(installation.configuration()::company)
                .map(List::of)
                .orElseGet(() -> installation.configuration().companies());
        Map<Company, RelationsInForce> files = files(installation, companies);
        boolean broken = files.values().stream()
                .anyMatch(file -> file.trouble().isPresent()
                        || file.snapshot().relations().isEmpty());
        List<CheckedRelation> checked;
        Optional<Ledger> ledger = ledgers.openForFacts(installation);
        try {
            checked = network ? asked(installation, files, ledger) : known(files, ledger);
        } finally {
            ledger.ifPresent(Ledger::close);
        }
        tell(checked);
        return broken || checked.stream().anyMatch(CheckedRelation::needsPerson) ? CommandFailure.FAILED : 0;
    }

    private Map<Company, RelationsInForce> files(Installation installation, List<Company> companies) {
        RelationsNow relations = new RelationsNow(
                installation.home(), installation.configuration().settings().leadingZeros(), surroundings.clock());
        Map<Company, RelationsInForce> files = new LinkedHashMap<>();
        for (Company one : companies) {
            RelationsInForce file = relations.of(one);
            files.put(one, file);
            file.trouble().ifPresent(trouble -> surroundings
                    .terminal()
                    .complain(
                            one.key() + ": " + trouble.reason().dutchLine(),
                            one.key() + ": " + trouble.reason().englishLine()));
        }
        return files;
    }

    private static List<CheckedRelation> known(Map<Company, RelationsInForce> files, Optional<Ledger> ledger) {
        List<CheckedRelation> checked = new ArrayList<>();
        files.forEach((one, file) -> {
            RelationAudit audit = new RelationAudit(one, file.snapshot());
            file.snapshot().relations().forEach(relation -> {
                KnownRelation known = KnownRelation.read(ledger, one, file.snapshot(), relation);
                checked.add(
                        new CheckedRelation(one, relation, audit.troubles(relation), known.reach(), known.reachedAt()));
            });
        });
        return checked;
    }

    private List<CheckedRelation> asked(
            Installation installation, Map<Company, RelationsInForce> files, Optional<Ledger> ledger) {
        int all = files.values().stream()
                .mapToInt(file -> file.snapshot().relations().size())
                .sum();
        ProgressBar progress = ProgressBar.of(surroundings.terminal(), all);
        List<CheckedRelation> checked = new ArrayList<>();
        try (EConnectOnly way = new EConnectOnly(
                installation.home(),
                installation.configuration(),
                installation.credentials(),
                surroundings.clock(),
                CALL)) {
            files.forEach((one, file) -> {
                RelationAudit audit = new RelationAudit(one, file.snapshot());
                RelationReach reach = new RelationReach(
                        new EConnectInquiry((whose, gateway) -> way.forCompany(whose), way::busOf),
                        ledger,
                        new ReachRules(installation
                                .configuration()
                                .settings()
                                .delivery()
                                .reach()),
                        surroundings.clock());
                for (Relation relation : file.snapshot().relations()) {
                    Optional<KnownReach> asked =
                            reach.isGivingUp() ? Optional.empty() : reach.ask(one, file.snapshot(), relation);
                    KnownRelation known = KnownRelation.read(ledger, one, file.snapshot(), relation);
                    checked.add(new CheckedRelation(
                            one, relation, audit.troubles(relation), asked.or(known::reach), known.reachedAt()));
                    progress.step();
                }
                if (reach.isGivingUp()) {
                    surroundings
                            .terminal()
                            .complain(
                                    one.key()
                                            + ": eConnect geeft geen antwoord; de rest is niet nagevraagd. Geef het commando later"
                                            + " opnieuw: het gaat verder waar het was.",
                                    one.key()
                                            + ": eConnect gives no answer; the rest was not asked for. Give the command again"
                                            + " later: it goes on where it was.");
                }
            });
        } catch (IllegalStateException e) {
            throw CommandFailure.failed(
                    "De weg naar eConnect kan niet geopend worden: " + e.getMessage(),
                    "The way to eConnect cannot be opened: " + e.getMessage(),
                    e);
        } finally {
            progress.end();
        }
        return checked;
    }

    private void tell(List<CheckedRelation> checked) {
        Terminal terminal = surroundings.terminal();
        if (csv.isPresent()) {
            write(RelationsCsv.of(checked), csv.get());
        }
        if (json) {
            terminal.line(new RelationsJson().document(surroundings.clock().instant(), checked));
        } else if (csv.filter("-"::equals).isEmpty()) {
            RelationsReport report = new RelationsReport(terminal);
            report.show(checked);
            if (network) {
                report.unchecked(checked);
            }
            csv.ifPresent(file -> terminal.say("Alles staat in " + file + ".", "All of it is in " + file + "."));
        }
    }

    private void write(String text, String file) {
        if (file.equals("-")) {
            text.lines().forEach(surroundings.terminal()::line);
            return;
        }
        Path target = surroundings.workingDirectory().resolve(file);
        try {
            SureFile.rewrite(target, (BYTE_ORDER_MARK + text).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw CommandFailure.failed(
                    "Kan niet schrijven naar " + target + ": " + e.getMessage(),
                    "Cannot write to " + target + ": " + e.getMessage(),
                    e);
        }
    }
}
