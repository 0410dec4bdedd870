package io.github.komaseconnect.relation;

import io.github.komaseconnect.reason.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is worth a word about an address over Peppol, and no reason to stop an invoice. */
final class AddressWarnings {
    private AddressWarnings() {}

    /** Of an address that the relation file gives; {@code repairs} were made to read it. */
    static List<Reason> ofRelation(
            Relation relation,
            ElectronicAddress address,
            Set<Repair> repairs,
            CustomerIdentity customer,
            String fileName) {
        List<Reason> warnings = new ArrayList<>();
        if (!repairs.isEmpty()) {
            warnings.add(repaired(
                    RowTexts.dutch(relation, fileName),
                    RowTexts.english(relation, fileName),
                    address,
                    repairs,
                    "Vul het zo in het relatiebestand in.",
                    "Enter it like that in the relation file."));
        }
        String inDocument = customer.endpointAsWritten();
        boolean same = customer.endpoint().filter(address::sameReceiver).isPresent();
        if (!inDocument.isBlank() && !same) {
            warnings.add(endpointDiffers(relation, address, inDocument, fileName));
        }
        warnings.addAll(ofAddress(address));
        return warnings;
    }

    /** Of an address that the invoice itself gives. */
    static List<Reason> ofInvoice(OwnAddress own) {
        List<Reason> warnings = new ArrayList<>();
        if (!own.repairs().isEmpty()) {
            warnings.add(repaired(
                    "de factuur (" + own.source().dutch() + ")",
                    "the invoice (" + own.source().english() + ")",
                    own.address(),
                    own.repairs(),
                    "Verbeter het op de relatiekaart in Komas.",
                    "Correct it on the relation card in Komas."));
        }
        warnings.addAll(ofAddress(own.address()));
        return warnings;
    }

    /** What was read otherwise than it stands there is said, however certain it is. */
    private static Reason repaired(
            String whereDutch,
            String whereEnglish,
            ElectronicAddress address,
            Set<Repair> repairs,
            String adviceDutch,
            String adviceEnglish) {
        return new Reason(
                "identifier.repaired",
                "het nummer van " + whereDutch + " is gelezen als " + address + ": " + Repair.dutch(repairs) + ".",
                "the number of " + whereEnglish + " was read as " + address + ": " + Repair.english(repairs) + ".",
                adviceDutch,
                adviceEnglish);
    }

    /** Of any address. */
    static List<Reason> ofAddress(ElectronicAddress address) {
        return address.scheme().equals(ElectronicAddress.DUTCH_VAT) && !VatNumbers.hasRightCheckDigits(address.value())
                ? List.of(vatCheckDigits(address.value()))
                : List.of();
    }

    static Reason padded(ElectronicAddress address) {
        return new Reason(
                "identifier.repaired",
                "het nummer is te kort en gelezen als " + address + ": " + Repair.LEADING_ZEROS.dutch() + ".",
                "the number is too short and was read as " + address + ": " + Repair.LEADING_ZEROS.english() + ".",
                "Controleer het en vul het zo in, in een kolom met de opmaak Tekst.",
                "Check it and enter it like that, in a column formatted as Text.");
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
