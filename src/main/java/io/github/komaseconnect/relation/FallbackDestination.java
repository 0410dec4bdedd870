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
        Optional<Reason> never = never(relation.kind(), country(relation), tried);
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
            boolean possible = method == SendingMethod.PRINT || isMailable(relation);
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
        Optional<Reason> never = never(Relation.Kind.ORDINARY, customer.country(), tried);
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

    private static boolean isMailable(Relation relation) {
        return relation.email() instanceof EmailReading.Addresses usable
                && !usable.addresses().isEmpty();
    }

    private String country(Relation relation) {
        return relation.country().isEmpty() ? customer.country() : relation.country();
    }

    private Optional<Reason> never(Relation.Kind kind, String country, List<ElectronicAddress> tried) {
        boolean government = kind == Relation.Kind.GOVERNMENT
                || customer.hasOin()
                || tried.stream().anyMatch(ElectronicAddress::isOin);
        if (government) {
            return Optional.of(FallbackReasons.government(cause));
        }
        boolean belgian = customer.vatNumber().startsWith("BE")
                || tried.stream().anyMatch(address -> address.scheme().equals(ElectronicAddress.BELGIAN_ENTERPRISE));
        return Optional.of(country)
                .filter(company.fallback().strictCountries()::contains)
                .or(() -> Optional.of(customer.country())
                        .filter(company.fallback().strictCountries()::contains))
                .or(() -> Optional.of("BE")
                        .filter(code ->
                                belgian && company.fallback().strictCountries().contains(code)))
                .map(code -> FallbackReasons.strictCountry(cause, code, company));
    }
}
