package io.github.komaseconnect.relation;

import io.github.komaseconnect.reason.Reason;
import java.util.ArrayList;
import java.util.List;

/** What is worth a word about an address over Peppol, and no reason to stop an invoice. */
final class AddressWarnings {
    private AddressWarnings() {}

    /** Of an address that the relation file gives. */
    static List<Reason> ofRelation(
            Relation relation, ElectronicAddress address, CustomerIdentity customer, String fileName) {
        List<Reason> warnings = new ArrayList<>();
        String inDocument = customer.endpointAsWritten();
        boolean same = customer.endpoint().filter(address::sameReceiver).isPresent();
        if (!inDocument.isBlank() && !same) {
            warnings.add(endpointDiffers(relation, address, inDocument, fileName));
        }
        warnings.addAll(ofAddress(address));
        return warnings;
    }

    /** Of any address. */
    static List<Reason> ofAddress(ElectronicAddress address) {
        return address.scheme().equals(ElectronicAddress.DUTCH_VAT) && !VatNumbers.hasRightCheckDigits(address.value())
                ? List.of(vatCheckDigits(address.value()))
                : List.of();
    }

    static Reason vatCheckDigits(String number) {
        return new Reason(
                "identifier.vat-check-digits",
                "de controlecijfers van btw-nummer " + Typed.quoted(number)
                        + " kloppen niet; misschien is een cijfer verkeerd getypt. Het houdt niets tegen.",
                "the check digits of VAT number " + Typed.quoted(number)
                        + " are not right; a digit may have been mistyped. It stops nothing.",
                "Vergelijk het met een brief of factuur van de relatie.",
                "Compare it with a letter or invoice of the relation.");
    }

    private static Reason endpointDiffers(
            Relation relation, ElectronicAddress address, String inDocument, String fileName) {
        return new Reason(
                "relation.endpoint-differs",
                RowTexts.capital(RowTexts.dutch(relation, fileName)) + " heeft adres " + address
                        + ", maar in de factuur staat endpoint " + Typed.quoted(inDocument)
                        + ". De factuur gaat naar " + address + "; de ontvanger leest wat in de factuur staat.",
                RowTexts.capital(RowTexts.english(relation, fileName)) + " has address " + address
                        + ", but the invoice has endpoint " + Typed.quoted(inDocument) + ". The invoice goes to "
                        + address + "; the receiver reads what is in the invoice.",
                "Maak het adres in het relatiebestand en op de relatiekaart in Komas gelijk.",
                "Make the address in the relation file and on the relation card in Komas the same.");
    }
}
