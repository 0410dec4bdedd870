package io.github.komaseconnect.relation;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.DefaultMethod;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Alternative.Instead;
import io.github.komaseconnect.relation.Alternative.Not;
import java.util.List;
import java.util.Optional;

/**
 * Decides what happens to an invoice that cannot go over Peppol: by the policy of the company and its relation, never
 * for governments and strict countries, and never by a guess.
 */
final class FallbackDestination {
    private final CustomerIdentity customer;
    private final Company company;
    private final String fileName;
    private final Why cause;

    /** @param cause why it cannot go over Peppol, the beginning of a sentence without a capital */
    FallbackDestination(CustomerIdentity customer, Company company, String fileName, Why cause) {
        this.customer = customer;
        this.company = company;
        this.fileName = fileName;
        this.cause = cause;
    }

    /** By a line of the relation file; {@code tried} are the addresses that were, or would be, tried over Peppol. */
    Alternative of(Relation relation, RowDestination row, List<ElectronicAddress> tried) {
        Optional<Reason> obstacle = row.obstacle(relation);
        if (obstacle.isPresent()) {
            return new Not(FallbackReasons.because(cause, obstacle.get()));
        }
        if (!isByPeppol(relation)) {
            return new Not(FallbackReasons.otherMethodNow(cause, fileName));
        }
        Optional<Reason> never =
                never(PeppolOnly.Marks.of(relation), PeppolOnly.Marks.of(customer), PeppolOnly.Marks.of(tried));
        if (never.isPresent()) {
            return new Not(never.get());
        }
        if (relation.fallback() instanceof FallbackChoice.NotUnderstood unknown) {
            return new Not(FallbackReasons.because(
                    cause, RowTexts.inLine(relation, fileName, RowTexts.unknownFallback(unknown.word()))));
        }
        boolean own = relation.fallback() instanceof FallbackChoice.Chosen;
        Fallback fallback = relation.fallback() instanceof FallbackChoice.Chosen chosen
                ? chosen.fallback()
                : company.fallback().fallback();
        Why why = why(fallback, own);
        for (SendingMethod method : fallback.methods()) {
            boolean possible = method == SendingMethod.PRINT || FallbackAudit.isMailable(relation);
            if (possible && row.by(method, relation, why) instanceof LookUp.Decided decided) {
                return new Instead(decided.destination());
            }
        }
        return new Not(
                fallback == Fallback.NONE
                        ? FallbackReasons.none(cause, company)
                        : FallbackReasons.noEmail(cause, relation, fileName));
    }

    /** For a customer who is not in the relation file. */
    Alternative ofUnknown(DefaultDestination byDefault, List<ElectronicAddress> tried) {
        boolean byPeppol =
                company.defaultMethod() == DefaultMethod.PEPPOL || company.defaultMethod() == DefaultMethod.AUTO;
        if (!byPeppol) {
            return new Not(FallbackReasons.otherMethodNow(cause, fileName));
        }
        Optional<Reason> never = never(PeppolOnly.Marks.of(customer), PeppolOnly.Marks.of(tried));
        if (never.isPresent()) {
            return new Not(never.get());
        }
        Fallback fallback = company.fallback().fallback();
        for (SendingMethod method : fallback.methods()) {
            if (byDefault.by(method, why(fallback, false)) instanceof LookUp.Decided decided) {
                return new Instead(decided.destination());
            }
        }
        return new Not(
                fallback == Fallback.NONE
                        ? FallbackReasons.none(cause, company)
                        : FallbackReasons.noEmailOnInvoice(cause, fileName));
    }

    private Why why(Fallback fallback, boolean own) {
        String dutch = own ? "uitwijk van de relatie" : "company." + company.key() + ".fallback";
        String english = own ? "fallback of the relation" : "company." + company.key() + ".fallback";
        return cause.and(
                "uitwijk: " + dutch + " is " + fallback.key(), "fallback: " + english + " is " + fallback.key());
    }

    private boolean isByPeppol(Relation relation) {
        MethodChoice choice = relation.method() instanceof MethodChoice.NotChosen
                ? DefaultMethods.choice(company.defaultMethod(), "default-method")
                : relation.method();
        return choice instanceof MethodChoice.Auto
                || choice instanceof MethodChoice.Chosen chosen && chosen.method() == SendingMethod.PEPPOL;
    }

    private Optional<Reason> never(PeppolOnly.Marks... marks) {
        return PeppolOnly.of(company, marks)
                .map(only -> only instanceof PeppolOnly.StrictCountry strict
                        ? FallbackReasons.strictCountry(cause, strict.country(), company)
                        : FallbackReasons.government(cause));
    }
}
