package io.github.komaseconnect.arrival;

import io.github.komaseconnect.invoice.InvoiceParty;
import io.github.komaseconnect.invoice.PartyId;
import io.github.komaseconnect.reason.OneLine;
import io.github.komaseconnect.reason.Reason;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * By what Komas recognises a supplier: it compares the CoC number in the UBL with its creditors to fill in the relation number
 * (program 1202). The number belongs in {@code PartyLegalEntity/CompanyID} under scheme 0106; a government has its OIN there,
 * under 0190 (NLCIUS, BR-NL-1).
 */
final class SupplierRemarks {
    private static final String COC = "0106";
    private static final String OIN = "0190";
    private static final String FIELD = "cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:CompanyID";
    private static final int LONGEST = 60;

    private static final String BY_HAND = "Kies in Komas (1202 UBL Inkoopfacturen) zelf het relatienummer.";
    private static final String BY_HAND_EN = "Choose the relation number in Komas (1202 UBL Inkoopfacturen) yourself.";
    private static final String ASK = BY_HAND
            + " Vraag de leverancier om het KvK-nummer als CompanyID met schemeID 0106 in de e-factuur te zetten.";
    private static final String ASK_EN =
            BY_HAND_EN + " Ask the supplier to put the CoC number into the e-invoice as CompanyID with schemeID 0106.";

    private SupplierRemarks() {}

    /** What is missing; empty when Komas can recognise the supplier. */
    static Optional<Reason> of(InvoiceParty supplier) {
        Optional<PartyId> legal = supplier.legalRegistration();
        if (legal.filter(SupplierRemarks::isRight).isPresent()) {
            return Optional.empty();
        }
        if (isForeign(supplier) && !hasScheme(legal, COC)) {
            return Optional.of(foreign(supplier));
        }
        return Optional.of(legal.map(SupplierRemarks::wrong).orElseGet(() -> none(supplier)));
    }

    private static boolean isRight(PartyId id) {
        return switch (id.scheme()) {
            case COC -> id.value().matches("[0-9]{8}");
            case OIN -> id.value().matches("[0-9]{20}");
            default -> false;
        };
    }

    private static boolean hasScheme(Optional<PartyId> id, String scheme) {
        return id.filter(present -> present.scheme().equals(scheme)).isPresent();
    }

    private static boolean isForeign(InvoiceParty supplier) {
        return supplier.country().filter(country -> !country.equals("NL")).isPresent();
    }

    private static Reason foreign(InvoiceParty supplier) {
        String country = OneLine.of(supplier.country().orElse(""), LONGEST);
        return new Reason(
                "arrival.foreign-supplier",
                "De leverancier komt uit " + country
                        + " en heeft geen KvK-nummer in de UBL; Komas herkent hem daar niet aan en vult geen relatienummer in.",
                "The supplier is in " + country
                        + " and has no CoC number in the UBL; Komas does not recognise it by that and fills in no relation number.",
                BY_HAND,
                BY_HAND_EN);
    }

    private static Reason wrong(PartyId id) {
        String value = OneLine.of(id.value(), LONGEST);
        if (id.scheme().equals(COC) || id.scheme().equals(OIN)) {
            boolean coc = id.scheme().equals(COC);
            return new Reason(
                    "arrival.coc-form",
                    "\"" + value + "\" in " + FIELD + " is geen "
                            + (coc ? "KvK-nummer van 8 cijfers" : "OIN van 20 cijfers")
                            + "; Komas vindt er waarschijnlijk geen crediteur bij en vult dan geen relatienummer in.",
                    "\"" + value + "\" in " + FIELD + " is no " + (coc ? "CoC number of 8 digits" : "OIN of 20 digits")
                            + "; Komas probably finds no creditor by it and then fills in no relation number.",
                    ASK,
                    ASK_EN);
        }
        String scheme = id.scheme().isEmpty() ? "" : OneLine.of(id.scheme(), LONGEST);
        return new Reason(
                "arrival.coc-scheme",
                "\"" + value + "\" staat " + (scheme.isEmpty() ? "zonder schemeID" : "met schemeID " + scheme) + " in "
                        + FIELD
                        + "; of dit het KvK-nummer is (schemeID 0106) is niet te zien, en dan vult Komas misschien geen"
                        + " of een verkeerd relatienummer in.",
                "\"" + value + "\" stands " + (scheme.isEmpty() ? "without a schemeID" : "with schemeID " + scheme)
                        + " in "
                        + FIELD
                        + "; whether it is the CoC number (schemeID 0106) cannot be seen, and then Komas may fill in no"
                        + " relation number or a wrong one.",
                "Controleer in Komas het relatienummer. " + ASK,
                "Check the relation number in Komas. " + ASK_EN);
    }

    private static Reason none(InvoiceParty supplier) {
        Optional<String> elsewhere = Stream.concat(supplier.endpoint().stream(), supplier.identifications().stream())
                .filter(id -> id.scheme().equals(COC))
                .map(id -> OneLine.of(id.value(), LONGEST))
                .findFirst();
        return new Reason(
                "arrival.no-coc",
                "Het KvK-nummer van de leverancier ontbreekt in " + FIELD
                        + elsewhere
                                .map(number -> " (het staat wel elders in de UBL: " + number + ")")
                                .orElse("")
                        + "; Komas vindt er dan geen crediteur bij en vult geen relatienummer in.",
                "The CoC number of the supplier is missing from " + FIELD
                        + elsewhere
                                .map(number -> " (it does stand elsewhere in the UBL: " + number + ")")
                                .orElse("")
                        + "; Komas then finds no creditor and fills in no relation number.",
                ASK,
                ASK_EN);
    }
}
