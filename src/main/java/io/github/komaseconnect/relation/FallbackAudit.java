package io.github.komaseconnect.relation;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.reason.Reason;
import java.util.Optional;

/** What becomes of the invoices of a relation that turns out not to be on Peppol, as far as its line alone can tell. */
public final class FallbackAudit {
    private FallbackAudit() {}

    /** By what they go then; empty: they are held. Who was reached before is held all the same. */
    public static Optional<SendingMethod> goesBy(Company company, Relation relation) {
        boolean free = PeppolOnly.of(company, PeppolOnly.Marks.of(relation)).isEmpty()
                && !(relation.fallback() instanceof FallbackChoice.NotUnderstood);
        return free
                ? RelationAudit.fallback(company, relation).methods().stream()
                        .filter(method -> method != SendingMethod.EMAIL || isMailable(relation))
                        .findFirst()
                : Optional.empty();
    }

    /** Whether the line has an e-mail address that can be used. */
    static boolean isMailable(Relation relation) {
        return relation.email() instanceof EmailReading.Addresses usable
                && !usable.addresses().isEmpty();
    }

    /** Why the fallback of a line that goes over Peppol can never be used. */
    static Optional<Reason> trouble(Company company, Relation relation) {
        Fallback fallback = RelationAudit.fallback(company, relation);
        Optional<PeppolOnly> only = PeppolOnly.of(company, PeppolOnly.Marks.of(relation));
        if (only.isPresent()) {
            boolean chosen = relation.fallback() instanceof FallbackChoice.Chosen && fallback != Fallback.NONE;
            return only.filter(why -> chosen).map(FallbackAudit::cannotBe);
        }
        return fallback == Fallback.EMAIL && !isMailable(relation)
                ? Optional.of(new Reason(
                        "check.relation-fallback",
                        "de uitwijk is e-mail, maar er is geen e-mailadres.",
                        "the fallback is e-mail, but there is no e-mail address.",
                        "Vul het e-mailadres in, of kies e-mail,post als uitwijk.",
                        "Enter the e-mail address, or choose e-mail,print as fallback."))
                : Optional.empty();
    }

    private static Reason cannotBe(PeppolOnly only) {
        if (only instanceof PeppolOnly.StrictCountry strict) {
            return cannotBe(
                    strict.country() + " staat bij strict-countries", strict.country() + " is among strict-countries");
        }
        return cannotBe("een overheid krijgt alles via Peppol", "a government gets all over Peppol");
    }

    private static Reason cannotBe(String dutch, String english) {
        return new Reason(
                "check.relation-fallback",
                "de uitwijk geldt niet: " + dutch + ".",
                "the fallback does not count: " + english + ".",
                "Haal de uitwijk weg.",
                "Take the fallback away.");
    }
}
