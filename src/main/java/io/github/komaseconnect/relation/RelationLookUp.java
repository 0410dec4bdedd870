package io.github.komaseconnect.relation;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.relation.LookUp.Decided;
import io.github.komaseconnect.relation.LookUp.Undecided;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /**
     * What may become of an invoice that was to go over Peppol and whose customer is not there.
     *
     * @param tried the addresses that were tried
     * @param causeDutch why it cannot go over Peppol, the beginning of a sentence without a capital
     * @param causeEnglish the same in English
     * @return with the relations as they are now, not as they were when the delivery was planned
     */
    public Alternative instead(
            InvoiceHeader header,
            Company company,
            RelationSnapshot relations,
            List<ElectronicAddress> tried,
            String causeDutch,
            String causeEnglish) {
        CustomerIdentity customer = CustomerIdentity.of(header.customer(), identifiers, emails);
        Why cause = new Why(causeDutch, causeEnglish);
        FallbackDestination fallback = new FallbackDestination(customer, company, relations.fileName(), cause);
        Optional<RelationMatch> found = RelationMatch.find(customer, relations);
        if (found.isEmpty()) {
            return fallback.ofUnknown(new DefaultDestination(customer, company, relations.fileName()), tried);
        }
        RowDestination byRow = new RowDestination(customer, company, found.get(), relations);
        List<Alternative> answers = found.get().relations().stream()
                .map(relation -> fallback.of(relation, byRow, tried))
                .toList();
        Alternative first = answers.get(0);
        return answers.stream().allMatch(answer -> sameWay(first, answer))
                ? first
                : new Alternative.Not(FallbackReasons.ambiguous(cause, relations.fileName()));
    }

    /**
     * Every address under which this customer may be registered, by its line in the relation file and by the invoice;
     * the one that the delivery was planned for first. Of a government only its OIN; none that is another relation's, too.
     */
    public List<ElectronicAddress> addresses(
            InvoiceHeader header, RelationSnapshot relations, ElectronicAddress planned) {
        CustomerIdentity customer = CustomerIdentity.of(header.customer(), identifiers, emails);
        List<Relation> found = RelationMatch.find(customer, relations)
                .map(RelationMatch::relations)
                .orElse(List.of());
        // where line and invoice contradict each other, either may be about somebody else
        boolean certain = found.stream()
                .allMatch(relation -> relation.unusable().isEmpty()
                        && Contradiction.between(relation, customer, relations.fileName())
                                .isEmpty());
        if (!certain) {
            return List.of(planned);
        }
        List<ElectronicAddress> all = new ArrayList<>();
        found.stream()
                .filter(relation -> found.size() == 1)
                .forEach(relation -> all.addAll(relations.addressesOf(relation)));
        Stream.concat(customer.stated().stream(), VatNumbers.addressOf(customer.vatNumber()).stream())
                .filter(address -> !isOfAnother(address, found, relations))
                .forEach(all::add);
        return Stream.concat(Stream.of(planned), all.stream())
                .filter(address -> !planned.isOin() || address.isOin())
                .collect(Collectors.toMap(
                        ElectronicAddress::key, address -> address, (one, same) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** Of several lines each by itself: what they have in common may still be another's for one of them. */
    private static boolean isOfAnother(ElectronicAddress address, List<Relation> found, RelationSnapshot relations) {
        return found.isEmpty()
                ? relations.isOfAnother(address, List.of())
                : found.stream().anyMatch(one -> relations.isOfAnother(address, List.of(one)));
    }

    private static boolean sameWay(Alternative one, Alternative other) {
        if (one instanceof Alternative.Not a && other instanceof Alternative.Not b) {
            return a.reason().code().equals(b.reason().code());
        }
        return one instanceof Alternative.Instead a
                && other instanceof Alternative.Instead b
                && a.destination().method() == b.destination().method()
                && a.destination().addresses().equals(b.destination().addresses());
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
