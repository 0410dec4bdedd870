package io.github.komaseconnect.relation;

import io.github.komaseconnect.reason.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a line of the relation file says something else of the customer than the invoice itself. */
final class Contradiction {
    /** One organisation has one number in these; of others, such as GLN, it may have many. */
    private static final Set<String> ONE_EACH =
            Set.of(ElectronicAddress.COC, ElectronicAddress.OIN, ElectronicAddress.BELGIAN_ENTERPRISE);

    private Contradiction() {}

    static Optional<Reason> between(Relation relation, CustomerIdentity customer, String fileName) {
        return address(relation, customer, fileName).or(() -> vatNumber(relation, customer, fileName));
    }

    private static Optional<Reason> address(Relation relation, CustomerIdentity customer, String fileName) {
        if (relation.address().isEmpty()) {
            return Optional.empty();
        }
        ElectronicAddress address = relation.address().get();
        List<ElectronicAddress> stated = ONE_EACH.contains(address.scheme())
                ? customer.statedIn(address.scheme())
                : customer.endpoint().stream()
                        .filter(endpoint -> endpoint.scheme().equals(address.scheme()))
                        .toList();
        if (stated.isEmpty() || stated.stream().anyMatch(address::sameReceiver)) {
            return Optional.empty();
        }
        String inDocument =
                stated.stream().map(ElectronicAddress::receiver).distinct().collect(Collectors.joining(", "));
        return Optional.of(reason(
                relation,
                fileName,
                name(address, "KvK-nummer"),
                name(address, "CoC number"),
                address.receiver(),
                inDocument));
    }

    private static Optional<Reason> vatNumber(Relation relation, CustomerIdentity customer, String fileName) {
        String ofRelation = relation.vatNumber();
        if (ofRelation.isEmpty()) {
            ofRelation = relation.address()
                    .filter(address -> address.scheme().equals(ElectronicAddress.DUTCH_VAT))
                    .map(ElectronicAddress::value)
                    .orElse("");
        }
        String ofDocument = customer.vatNumber().isEmpty()
                ? customer.statedIn(ElectronicAddress.DUTCH_VAT).stream()
                        .findFirst()
                        .map(ElectronicAddress::value)
                        .orElse("")
                : customer.vatNumber();
        if (ofRelation.isEmpty() || ofDocument.isEmpty() || VatNumbers.agree(ofRelation, ofDocument)) {
            return Optional.empty();
        }
        return Optional.of(reason(relation, fileName, "btw-nummer", "VAT number", ofRelation, ofDocument));
    }

    private static String name(ElectronicAddress address, String coc) {
        return switch (address.scheme()) {
            case ElectronicAddress.COC -> coc;
            case ElectronicAddress.OIN -> "OIN";
            default -> "Peppol-id";
        };
    }

    private static Reason reason(
            Relation relation,
            String fileName,
            String whatDutch,
            String whatEnglish,
            String ofRelation,
            String ofDocument) {
        return new Reason(
                "relation.contradicts",
                RowTexts.capital(RowTexts.dutch(relation, fileName)) + " heeft " + whatDutch + " " + ofRelation
                        + ", maar op de factuur staat " + ofDocument + ".",
                RowTexts.capital(RowTexts.english(relation, fileName)) + " has " + whatEnglish + " " + ofRelation
                        + ", but the invoice says " + ofDocument + ".",
                "Zoek uit welk nummer klopt, verbeter het relatiebestand of de relatiekaart in Komas en bied de factuur opnieuw aan.",
                "Find out which number is right, correct the relation file or the relation card in Komas and offer the invoice again.");
    }
}
