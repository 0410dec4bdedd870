package io.github.komaseconnect.invoice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Collects {@link InvoiceAmounts} during a scan; memory does not grow with the number of lines. */
final class AmountFields {
    private static final String TOTALS = "/cac:LegalMonetaryTotal/cbc:";
    private static final String TAX = "/cac:TaxTotal";
    private static final String ALLOWANCE = "/cac:AllowanceCharge/cbc:";

    /** An invoice has one, or two with another currency for the tax. */
    private static final int MOST_TAX_TOTALS = 10;

    private static final int MOST_UNREADABLE = 3;

    private final Map<String, BigDecimal> stated = new HashMap<>();
    private final List<TaxTotal> taxTotals = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private BigDecimal sumOfLines = BigDecimal.ZERO;
    private BigDecimal sumOfAllowances = BigDecimal.ZERO;
    private BigDecimal sumOfCharges = BigDecimal.ZERO;
    private String currency = "";
    private String isCharge = "";

    private static final class TaxTotal {
        private String currency = "";
        private Optional<BigDecimal> amount = Optional.empty();
        private Optional<BigDecimal> parts = Optional.empty();
    }

    AmountFields(Fields fields) {
        fields.want("/cbc:DocumentCurrencyCode", found -> currency = found.text());
        for (String line : List.of("/cac:InvoiceLine", "/cac:CreditNoteLine")) {
            amount(fields, line + "/cbc:LineExtensionAmount", amount -> sumOfLines = sumOfLines.add(amount));
        }
        fields.atStart("/cac:AllowanceCharge", () -> isCharge = "");
        fields.want(ALLOWANCE + "ChargeIndicator", found -> isCharge = found.text());
        amount(fields, ALLOWANCE + "Amount", this::allowanceOrCharge);
        fields.atStart(TAX, this::beginTaxTotal);
        fields.want(TAX + "/cbc:TaxAmount", found -> last().currency = found.attribute("currencyID"));
        amount(fields, TAX + "/cbc:TaxAmount", amount -> last().amount = Optional.of(amount));
        amount(
                fields,
                TAX + "/cac:TaxSubtotal/cbc:TaxAmount",
                amount -> last().parts =
                        Optional.of(last().parts.orElse(BigDecimal.ZERO).add(amount)));
        for (String name : List.of(
                "LineExtensionAmount",
                "AllowanceTotalAmount",
                "ChargeTotalAmount",
                "TaxExclusiveAmount",
                "TaxInclusiveAmount",
                "PrepaidAmount",
                "PayableRoundingAmount",
                "PayableAmount")) {
            amount(fields, TOTALS + name, amount -> stated.putIfAbsent(name, amount));
        }
    }

    private void amount(Fields fields, String path, Consumer<BigDecimal> use) {
        fields.want(path, found -> {
            Optional<BigDecimal> amount = HeaderFields.amount(found.text());
            amount.ifPresent(use);
            if (amount.isEmpty() && unreadable.size() < MOST_UNREADABLE) {
                unreadable.add(path.substring(path.lastIndexOf('/') + 1) + " (" + found.line() + ")");
            }
        });
    }

    private void allowanceOrCharge(BigDecimal amount) {
        if (isCharge.equalsIgnoreCase("true") || isCharge.equals("1")) {
            sumOfCharges = sumOfCharges.add(amount);
        } else {
            sumOfAllowances = sumOfAllowances.add(amount);
        }
    }

    private void beginTaxTotal() {
        if (taxTotals.size() < MOST_TAX_TOTALS) {
            taxTotals.add(new TaxTotal());
        }
    }

    private TaxTotal last() {
        return taxTotals.get(taxTotals.size() - 1);
    }

    /** The one in the currency of the document; the other, if there is one, tells the tax in that of the tax office. */
    private Optional<TaxTotal> taxTotal() {
        return taxTotals.stream()
                .filter(total -> total.currency.equals(currency))
                .findFirst()
                .or(() -> taxTotals.stream().findFirst());
    }

    InvoiceAmounts amounts() {
        return new InvoiceAmounts(
                stated("LineExtensionAmount"),
                stated("AllowanceTotalAmount"),
                stated("ChargeTotalAmount"),
                stated("TaxExclusiveAmount"),
                stated("TaxInclusiveAmount"),
                stated("PrepaidAmount"),
                stated("PayableRoundingAmount"),
                stated("PayableAmount"),
                taxTotal().flatMap(total -> total.amount),
                sumOfLines,
                sumOfAllowances,
                sumOfCharges,
                taxTotal().flatMap(total -> total.parts),
                unreadable);
    }

    private Optional<BigDecimal> stated(String name) {
        return Optional.ofNullable(stated.get(name));
    }
}
