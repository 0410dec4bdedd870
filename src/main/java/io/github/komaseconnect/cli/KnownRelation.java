package io.github.komaseconnect.cli;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.KnownReach;
import io.github.komaseconnect.ledger.KnownReach.Verdict;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reachability.ReachBook;
import io.github.komaseconnect.relation.ElectronicAddress;
import io.github.komaseconnect.relation.Relation;
import io.github.komaseconnect.relation.RelationSnapshot;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the ledger knows of a relation, from deliveries and earlier questions.
 *
 * @param reach whether it can be reached over Peppol with an invoice; empty as long as that is not known
 * @param reachedAt when it could be reached last; empty: never
 */
record KnownRelation(Optional<KnownReach> reach, Optional<Instant> reachedAt) {
    /** Every identifier of the line that is its alone, the one that invoices are planned for first. */
    static List<String> receivers(RelationSnapshot relations, Relation relation) {
        return relations.addressesOf(relation).stream()
                .map(ElectronicAddress::receiver)
                .toList();
    }

    static KnownRelation read(Optional<Ledger> ledger, Company company, RelationSnapshot relations, Relation relation) {
        List<String> receivers = receivers(relations, relation);
        return ledger.map(open -> open.reading(books -> {
                    List<KnownReach> rows = receivers.stream()
                            .flatMap(one -> books.reachings().find(company.key(), one, DocumentType.INVOICE).stream())
                            .toList();
                    // the platform is sent to the planned one alone, so that one decides; the PSB is asked for all of
                    // them
                    List<String> deciding = company.gateway().tellsWhoIsReached()
                            ? receivers
                            : receivers.stream().limit(1).toList();
                    return new KnownRelation(
                            verdict(rows, deciding),
                            ReachBook.reachedBefore(books, company.key(), receivers, relation.number()));
                }))
                .orElseGet(() -> new KnownRelation(Optional.empty(), Optional.empty()));
    }

    private static Optional<KnownReach> verdict(List<KnownReach> rows, List<String> deciding) {
        return of(Verdict.REACHABLE, rows)
                .or(() -> of(Verdict.NOT_FOR_TYPE, rows))
                .or(() -> everyNo(rows, deciding))
                .or(() -> of(Verdict.NOT_CHECKED, rows));
    }

    private static Optional<KnownReach> of(Verdict verdict, List<KnownReach> rows) {
        return rows.stream().filter(row -> row.verdict() == verdict).findFirst();
    }

    /** The oldest no, when there is one for each identifier. */
    private static Optional<KnownReach> everyNo(List<KnownReach> rows, List<String> deciding) {
        List<KnownReach> refused = rows.stream()
                .filter(row -> row.verdict() == Verdict.NOT_REGISTERED)
                .filter(row -> deciding.stream().anyMatch(row.receiver()::equalsIgnoreCase))
                .sorted(Comparator.comparing(KnownReach::askedAt))
                .toList();
        return !refused.isEmpty() && refused.size() == deciding.size() ? Optional.of(refused.get(0)) : Optional.empty();
    }
}
