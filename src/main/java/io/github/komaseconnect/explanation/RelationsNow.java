package io.github.komaseconnect.explanation;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.configuration.Home;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Alternative;
import io.github.komaseconnect.relation.ElectronicAddress;
import io.github.komaseconnect.relation.IdentifierReader;
import io.github.komaseconnect.relation.LeadingZeros;
import io.github.komaseconnect.relation.LookUp;
import io.github.komaseconnect.relation.RelationBook;
import io.github.komaseconnect.relation.RelationFile;
import io.github.komaseconnect.relation.RelationFileTrouble;
import io.github.komaseconnect.relation.RelationLookUp;
import io.github.komaseconnect.relation.RelationsInForce;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The relation files as they are now, each read once: what is in force by the rules of the runtime, found out without a
 * trace.
 */
public final class RelationsNow {
    private final Home home;
    private final Clock clock;
    private final IdentifierReader identifiers;
    private final Map<String, RelationsInForce> byCompany = new HashMap<>();

    /** Those of the companies of this home. */
    public RelationsNow(Home home, LeadingZeros leadingZeros, Clock clock) {
        this.identifiers = new IdentifierReader(leadingZeros);
        this.home = home;
        this.clock = clock;
    }

    /** Where an invoice goes. */
    LookUp lookUp(InvoiceHeader header, Company company) {
        RelationsInForce relations = of(company);
        Optional<Reason> unusable = relations.unusable();
        if (unusable.isPresent()) {
            return new LookUp.Undecided(unusable.get());
        }
        return new RelationLookUp(identifiers).lookUp(header, company, relations.snapshot());
    }

    /** What takes the place of Peppol for an invoice when this receiver, planned for it, is not there. */
    Alternative instead(InvoiceHeader header, Company company, String receiver) {
        List<ElectronicAddress> tried = company.gateway().tellsWhoIsReached()
                ? addresses(header, company, receiver)
                : List.of(ElectronicAddress.ofReceiver(receiver));
        return new RelationLookUp(identifiers)
                .instead(
                        header,
                        company,
                        of(company).snapshot(),
                        tried,
                        "ontvanger " + receiver + " zou niet in Peppol staan",
                        "receiver " + receiver + " would not be on Peppol");
    }

    /** Every identifier under which the customer of an invoice may be registered, the planned one first. */
    List<String> receivers(InvoiceHeader header, Company company, String planned) {
        return addresses(header, company, planned).stream()
                .map(ElectronicAddress::receiver)
                .toList();
    }

    private List<ElectronicAddress> addresses(InvoiceHeader header, Company company, String planned) {
        return new RelationLookUp(identifiers)
                .addresses(header, of(company).snapshot(), ElectronicAddress.ofReceiver(planned));
    }

    /** What is wrong with the file as a whole. */
    Optional<Reason> trouble(Company company) {
        return of(company).trouble().map(RelationFileTrouble::reason);
    }

    /** The relations of a company, and what is wrong with its file as a whole. */
    public RelationsInForce of(Company company) {
        return byCompany.computeIfAbsent(company.key(), key -> {
            return RelationBook.withoutTrace(
                            company.relations(),
                            home.lastGoodRelations(key),
                            new RelationFile(identifiers, company.fallback().country()),
                            clock)
                    .look();
        });
    }
}
