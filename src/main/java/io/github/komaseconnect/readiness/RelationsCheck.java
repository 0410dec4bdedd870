package io.github.komaseconnect.readiness;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.FallbackAudit;
import io.github.komaseconnect.relation.LineTrouble;
import io.github.komaseconnect.relation.Relation;
import io.github.komaseconnect.relation.RelationAudit;
import io.github.komaseconnect.relation.RelationSnapshot;
import io.github.komaseconnect.relation.RelationsInForce;
import io.github.komaseconnect.relation.SendingMethod;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the relation file of a company says: how many customers by each method, bad lines, and addresses that lack. */
final class RelationsCheck {
    private final Company company;
    private final RelationsInForce relations;

    RelationsCheck(Company company, RelationsInForce relations) {
        this.company = company;
        this.relations = relations;
    }

    List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        relations.trouble().map(trouble -> Finding.error(trouble.reason())).ifPresent(findings::add);
        RelationSnapshot snapshot = relations.snapshot();
        if (snapshot.relations().isEmpty()) {
            findings.add(Finding.error(new Reason(
                    "check.relations-none",
                    "Er is geen enkele relatie bekend; zolang dat zo is, wordt elke verkoopfactuur vastgehouden.",
                    "Not a single relation is known; as long as that is so, every sales invoice is held.",
                    "Vul " + company.relations() + " of verbeter company." + company.key() + ".relations.",
                    "Fill " + company.relations() + " or correct company." + company.key() + ".relations.")));
            return findings;
        }
        findings.add(count(snapshot));
        findings.addAll(nobodyToAsk(snapshot));
        snapshot.lineTroubles().stream()
                .map(LineTrouble::reason)
                .map(Finding::warning)
                .forEach(findings::add);
        RelationAudit audit = new RelationAudit(company, snapshot);
        snapshot.relations().forEach(relation -> findings.addAll(ofLine(audit, snapshot, relation)));
        return findings;
    }

    /** How many relations get their invoices by each method, those without one counted by the default method. */
    static Map<SendingMethod, Integer> byMethod(Company company, RelationSnapshot snapshot) {
        Map<SendingMethod, Integer> counts = new EnumMap<>(SendingMethod.class);
        for (Relation relation : snapshot.relations()) {
            RelationAudit.method(company, relation).ifPresent(method -> counts.merge(method, 1, Integer::sum));
        }
        return counts;
    }

    private Finding count(RelationSnapshot snapshot) {
        Map<SendingMethod, Integer> counts = byMethod(company, snapshot);
        int sent = counts.values().stream().mapToInt(Integer::intValue).sum();
        int all = snapshot.relations().size();
        String numbers = "Peppol " + counts.getOrDefault(SendingMethod.PEPPOL, 0) + ", e-mail "
                + counts.getOrDefault(SendingMethod.EMAIL, 0) + ", print "
                + counts.getOrDefault(SendingMethod.PRINT, 0);
        String dutch = all + " relaties in " + snapshot.fileName() + ": " + numbers;
        String english = all + " relations in " + snapshot.fileName() + ": " + numbers;
        if (sent == all) {
            return Finding.ok("check.relations", dutch + ".", english + ".");
        }
        return Finding.warning(new Reason(
                "check.relations",
                dutch + ", zonder bruikbare verzendmethode " + (all - sent) + ".",
                english + ", without a usable sending method " + (all - sent) + ".",
                "Facturen voor die laatste worden vastgehouden: vul hun verzendmethode in, of zet company."
                        + company.key() + ".default-method.",
                "Invoices for these last ones are held: fill in their sending method, or set company." + company.key()
                        + ".default-method."));
    }

    private List<Finding> nobodyToAsk(RelationSnapshot snapshot) {
        long some = snapshot.relations().stream()
                .filter(relation -> RelationAudit.hasNobodyToAsk(company, relation))
                .filter(relation -> FallbackAudit.goesBy(company, relation).isPresent())
                .count();
        return some == 0
                ? List.of()
                : List.of(Finding.ok(
                        "check.relations-auto",
                        "Relaties met verzendmethode auto zonder KvK-nummer, OIN of btw-nummer: " + some
                                + ". Hun facturen gaan meteen per uitwijk, tenzij er op de factuur een nummer staat;"
                                + " komas-econnect relations noemt ze.",
                        "Relations with sending method auto without a CoC number, OIN or VAT number: " + some
                                + ". Their invoices go by the fallback at once, unless the invoice has a number;"
                                + " komas-econnect relations names them."));
    }

    /** What lacks for the method, and what is odd; what is there but wrong is told as a bad line already. */
    private static List<Finding> ofLine(RelationAudit audit, RelationSnapshot snapshot, Relation relation) {
        if (relation.unusable().isPresent()) {
            return List.of();
        }
        String dutch = "Regel " + relation.line() + " van " + snapshot.fileName() + " (" + relation.label() + "): ";
        String english = "Line " + relation.line() + " of " + snapshot.fileName() + " (" + relation.label() + "): ";
        return Stream.concat(audit.lacking(relation).stream(), relation.warnings().stream())
                .map(reason -> Finding.warning(new Reason(
                        reason.code(),
                        dutch + reason.dutch(),
                        english + reason.english(),
                        reason.adviceDutch(),
                        reason.adviceEnglish())))
                .toList();
    }
}
