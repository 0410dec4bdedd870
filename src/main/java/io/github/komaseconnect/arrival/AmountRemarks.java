package io.github.komaseconnect.arrival;

import io.github.komaseconnect.invoice.InvoiceAmounts;
import io.github.komaseconnect.reason.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the amounts of an invoice add up, to the cent (EN 16931, BR-CO-10 to BR-CO-16), and are there at all. */
final class AmountRemarks {
    private static final String CHECK =
            "Vergelijk de bedragen in Komas met de PDF voordat u de factuur goedkeurt. Wijken ze af,"
                    + " vraag de leverancier dan om een creditnota en een nieuwe factuur.";
    private static final String CHECK_EN =
            "Compare the amounts in Komas with the PDF before you approve the invoice. If they"
                    + " differ, ask the supplier for a credit note and a new invoice.";

    private final List<String> dutch = new ArrayList<>();
    private final List<String> english = new ArrayList<>();

    private AmountRemarks() {}

    /** What is wrong with them; empty when nothing is. */
    static List<Reason> of(InvoiceAmounts amounts) {
        List<Reason> remarks = new ArrayList<>();
        if (!amounts.unreadable().isEmpty()) {
            remarks.add(unreadable(amounts.unreadable()));
        }
        missing(amounts).ifPresent(remarks::add);
        AmountRemarks sums = new AmountRemarks();
        sums.compare(amounts);
        if (!sums.dutch.isEmpty()) {
            remarks.add(new Reason(
                    "arrival.totals",
                    "De bedragen in de UBL tellen niet op: " + String.join("; ", sums.dutch)
                            + ". Komas krijgt ze zoals ze er staan.",
                    "The amounts in the UBL do not add up: " + String.join("; ", sums.english)
                            + ". Komas gets them as they are.",
                    CHECK,
                    CHECK_EN));
        }
        return remarks;
    }

    private void compare(InvoiceAmounts amounts) {
        compare("totaal van de regels", "total of the lines", amounts.lineTotal(), Optional.of(amounts.sumOfLines()));
        compare(
                "totaal van de kortingen",
                "total of the allowances",
                Optional.of(amounts.allowanceTotal().orElse(BigDecimal.ZERO)),
                Optional.of(amounts.sumOfAllowances()));
        compare(
                "totaal van de toeslagen",
                "total of the charges",
                Optional.of(amounts.chargeTotal().orElse(BigDecimal.ZERO)),
                Optional.of(amounts.sumOfCharges()));
        compare("btw", "VAT", amounts.tax(), amounts.sumOfTax());
        compare(
                "bedrag exclusief btw",
                "amount without VAT",
                amounts.withoutTax(),
                amounts.lineTotal()
                        .map(lines -> lines.subtract(amounts.allowanceTotal().orElse(BigDecimal.ZERO))
                                .add(amounts.chargeTotal().orElse(BigDecimal.ZERO))));
        compare(
                "bedrag inclusief btw",
                "amount with VAT",
                amounts.withTax(),
                amounts.withoutTax().map(without -> without.add(amounts.tax().orElse(BigDecimal.ZERO))));
        compare(
                "te betalen bedrag",
                "amount payable",
                amounts.payable(),
                amounts.withTax().map(with -> with.subtract(amounts.prepaid().orElse(BigDecimal.ZERO))
                        .add(amounts.rounding().orElse(BigDecimal.ZERO))));
    }

    private void compare(String what, String inEnglish, Optional<BigDecimal> stated, Optional<BigDecimal> calculated) {
        if (stated.isEmpty() || calculated.isEmpty()) {
            return;
        }
        BigDecimal states = cents(stated.get());
        BigDecimal is = cents(calculated.get());
        if (states.compareTo(is) != 0) {
            dutch.add(what + " is " + comma(states) + ", berekend " + comma(is));
            english.add(inEnglish + " is " + states.toPlainString() + ", calculated " + is.toPlainString());
        }
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    private static String comma(BigDecimal amount) {
        return amount.toPlainString().replace('.', ',');
    }

    private static Optional<Reason> missing(InvoiceAmounts amounts) {
        List<String> fields = new ArrayList<>();
        if (amounts.withoutTax().isEmpty()) {
            fields.add("TaxExclusiveAmount");
        }
        if (amounts.withTax().isEmpty()) {
            fields.add("TaxInclusiveAmount");
        }
        if (amounts.payable().isEmpty()) {
            fields.add("PayableAmount");
        }
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        String names = String.join(", ", fields);
        return Optional.of(new Reason(
                "arrival.totals-missing",
                "In de UBL ontbreekt van de totalen (cac:LegalMonetaryTotal): " + names
                        + ". Komas krijgt deze bedragen dus niet.",
                "Of the totals in the UBL (cac:LegalMonetaryTotal) is missing: " + names
                        + ". So Komas does not get these amounts.",
                "Vul de bedragen in Komas zelf in, vanaf de PDF.",
                "Fill in the amounts in Komas yourself, from the PDF."));
    }

    private static Reason unreadable(List<String> fields) {
        String names = String.join(", ", fields);
        return new Reason(
                "arrival.amount-unreadable",
                "In de UBL staat een bedrag dat geen getal is: " + names + " (met de regel van het bestand).",
                "In the UBL is an amount that is no number: " + names + " (with the line of the file).",
                CHECK,
                CHECK_EN);
    }
}
