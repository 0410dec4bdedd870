package io.github.komaseconnect.relation;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.relation.LookUp.Decided;
import io.github.komaseconnect.relation.LookUp.Undecided;
import java.util.List;
import java.util.Optional;

/**
 * Finds the relation of an invoice and with it where the invoice goes. The customer is looked for by customer number,
 * endpoint id, legal registration, VAT number and e-mail, in this order; the first that finds a line decides. Has no
 * state and reads nothing: the same arguments give the same answer.
 */
public final class RelationLookUp {
    private final IdentifierReader identifiers;
    private final EmailReader emails = new EmailReader();

    /** A look-up that reads the document's identifiers by {@code identifiers}. */
    public RelationLookUp(IdentifierReader identifiers) {
        this.identifiers = identifiers;
    }

    /**
     * Where the invoice goes.
     *
     * @param header the invoice
     * @param company whose invoice it is; gives the default method
     * @param relations the relations in force, from {@link RelationBook#current()}
     * @return undecided when a person must decide: the line contradicts the invoice, several lines differ, the line
     *     lacks what its method needs, or nothing is known of the customer
     */
    public LookUp lookUp(InvoiceHeader header, Company company, RelationSnapshot relations) {
        CustomerIdentity customer = CustomerIdentity.of(header.customer(), identifiers, emails);
        Optional<RelationMatch> found = RelationMatch.find(customer, relations);
        if (found.isEmpty()) {
            return new DefaultDestination(customer, company, relations.fileName()).decide();
        }
        RelationMatch match = found.get();
        RowDestination byRow = new RowDestination(customer, company, match, relations);
        List<LookUp> answers = match.relations().stream().map(byRow::of).toList();
        LookUp first = answers.get(0);
        if (answers.size() == 1 || answers.stream().allMatch(answer -> sameWay(first, answer))) {
            return first;
        }
        return new Undecided(LookUpReasons.ambiguous(match, match.relations(), relations.fileName()));
    }

    private static boolean sameWay(LookUp one, LookUp other) {
        if (one instanceof Undecided a && other instanceof Undecided b) {
            return a.reason().code().equals(b.reason().code());
        }
        return one instanceof Decided a
                && other instanceof Decided b
                && a.destination().method() == b.destination().method()
                && a.destination().addresses().equals(b.destination().addresses());
    }
}
