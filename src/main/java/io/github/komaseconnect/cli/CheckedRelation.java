package io.github.komaseconnect.cli;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.ledger.KnownReach;
import io.github.komaseconnect.ledger.KnownReach.Verdict;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Fallback;
import io.github.komaseconnect.relation.Relation;
import io.github.komaseconnect.relation.RelationAudit;
import io.github.komaseconnect.relation.SendingMethod;
import java.util.List;
import java.util.Optional;

/**
 * A line of a relation file with all that was found out about it.
 *
 * @param troubles what is wrong with the line
 * @param reach what is known of whether it can be reached over Peppol
 */
record CheckedRelation(Company company, Relation relation, List<Reason> troubles, Optional<KnownReach> reach) {
    CheckedRelation {
        troubles = List.copyOf(troubles);
    }

    Optional<SendingMethod> method() {
        return RelationAudit.method(company, relation);
    }

    /** The word for its method; {@code auto} and {@code -} for none among them. */
    String methodWord() {
        return RelationAudit.isAuto(company, relation)
                ? "auto"
                : method().map(SendingMethod::word).orElse("-");
    }

    Fallback fallback() {
        return RelationAudit.fallback(company, relation);
    }

    /** Gets e-mail or paper, and could get Peppol. */
    boolean couldGetPeppol() {
        boolean otherwise =
                method().filter(method -> method != SendingMethod.PEPPOL).isPresent();
        return otherwise
                && (is(Verdict.REACHABLE)
                        || reach.filter(known -> known.channel().equals(RelationReach.ADDRESS_BOOK))
                                .isPresent());
    }

    /** Is to get Peppol, and cannot. */
    boolean cannotBeReached() {
        return method().filter(SendingMethod.PEPPOL::equals).isPresent()
                && (is(Verdict.NOT_REGISTERED) || is(Verdict.NOT_FOR_TYPE));
    }

    /** Whether a person has to do something about it before an invoice is held. */
    boolean needsPerson() {
        boolean policy = is(Verdict.NOT_REGISTERED) && fallback() != Fallback.NONE && isFree();
        return !troubles.isEmpty() || (cannotBeReached() && !policy);
    }

    private boolean isFree() {
        return relation.kind() == Relation.Kind.ORDINARY
                && !company.fallback().strictCountries().contains(relation.country());
    }

    private boolean is(Verdict verdict) {
        return reach.filter(known -> known.verdict() == verdict).isPresent();
    }
}
