package io.github.komaseconnect.invoice;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The amounts of an invoice: its totals as it states them, and what its parts add up to. All exact; a stated amount is empty
 * where the document has none that can be read, a sum counts what can be read.
 *
 * @param lineTotal {@code LineExtensionAmount} of the totals (BT-106)
 * @param allowanceTotal BT-107
 * @param chargeTotal BT-108
 * @param withoutTax BT-109
 * @param withTax BT-112
 * @param prepaid BT-113
 * @param rounding BT-114
 * @param payable BT-115
 * @param tax BT-110, in the currency of the document
 * @param sumOfLines of BT-131
 * @param sumOfAllowances of BT-92
 * @param sumOfCharges of BT-99
 * @param sumOfTax of BT-117; empty without subtotals
 * @param unreadable fields whose amount cannot be read, with their lines; some of them at most
 */
public record InvoiceAmounts(
        Optional<BigDecimal> lineTotal,
        Optional<BigDecimal> allowanceTotal,
        Optional<BigDecimal> chargeTotal,
        Optional<BigDecimal> withoutTax,
        Optional<BigDecimal> withTax,
        Optional<BigDecimal> prepaid,
        Optional<BigDecimal> rounding,
        Optional<BigDecimal> payable,
        Optional<BigDecimal> tax,
        BigDecimal sumOfLines,
        BigDecimal sumOfAllowances,
        BigDecimal sumOfCharges,
        Optional<BigDecimal> sumOfTax,
        List<String> unreadable) {
    public InvoiceAmounts {
        unreadable = List.copyOf(unreadable);
    }
}
