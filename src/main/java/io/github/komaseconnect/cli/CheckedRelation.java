package io.github.komaseconnect.cli;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.ledger.KnownReach;
import io.github.komaseconnect.ledger.KnownReach.Verdict;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Fallback;
import io.github.komaseconnect.relation.FallbackAudit;
import io.github.komaseconnect.relation.Relation;
import io.github.komaseconnect.relation.RelationAudit;
import io.github.komaseconnect.relation.SendingMethod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A line of a relation file with all that was found out about it.
 *
 * @param troubles what is wrong with the line
 * @param reach what is known of whether it can be reached over Peppol
 * @param reachedAt when it could be reached over Peppol last; empty: never
 */
record CheckedRelation(
        Company company,
        Relation relation,
        List<Reason> troubles,
        Optional<KnownReach> reach,
        Optional<Instant> reachedAt) {
    CheckedRelation {
        troubles = List.copyOf(troubles);
    }

    Optional<SendingMethod> method() {
        return RelationAudit.method(company, relation);
    }

    /** The word for its method; {@code auto} and {@code -} for none among them. */
    String methodWord() {
        return isAuto() ? "auto" : method().map(SendingMethod::word).orElse("-");
    }

    Fallback fallback() {
        return RelationAudit.fallback(company, relation);
    }

    /** By what its invoices go when it is not on Peppol; empty: they are held. */
    Optional<SendingMethod> fallsBackTo() {
        return FallbackAudit.goesBy(company, relation).filter(method -> isByPeppol() && reachedAt.isEmpty());
    }

    /** Gets e-mail or paper, and could get Peppol. */
    boolean couldGetPeppol() {
        boolean otherwise = method().isPresent() && !isByPeppol();
        return otherwise
                && (is(Verdict.REACHABLE)
                        || reach.filter(known -> known.channel().equals(RelationReach.ADDRESS_BOOK))
                                .isPresent());
    }

    /** Is to get Peppol when that is possible, which it is not: its invoices go by the fallback, as they should. */
    boolean goesByFallback() {
        return isAuto()
                && (hasNobodyToAsk() || is(Verdict.NOT_REGISTERED))
                && fallsBackTo().isPresent();
    }

    /** The file names no identifier of it; an invoice still may. */
    boolean hasNobodyToAsk() {
        return RelationAudit.hasNobodyToAsk(company, relation);
    }

    /** Is to get Peppol, and cannot. */
    boolean cannotBeReached() {
        return isByPeppol() && (is(Verdict.NOT_REGISTERED) || is(Verdict.NOT_FOR_TYPE)) && !goesByFallback();
    }

    /** Whether a person has to do something about it before an invoice is held. */
    boolean needsPerson() {
        boolean policy = is(Verdict.NOT_REGISTERED) && fallsBackTo().isPresent();
        return !troubles.isEmpty() || (cannotBeReached() && !policy);
    }

    private boolean isAuto() {
        return RelationAudit.isAuto(company, relation);
    }

    /** Goes over Peppol, or is to when that is possible. */
    boolean isByPeppol() {
        return method().filter(SendingMethod.PEPPOL::equals).isPresent();
    }

    private boolean is(Verdict verdict) {
        return reach.filter(known -> known.verdict() == verdict).isPresent();
    }
}
