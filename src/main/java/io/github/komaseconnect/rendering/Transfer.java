package io.github.komaseconnect.rendering;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A SEPA credit transfer as the text of an EPC QR code (European Payments Council, EPC069-12, version 002). That version
 * lets the BIC be left out within the European Economic Area only; an account outside SEPA cannot be paid this way.
 *
 * @param name of the one who is paid
 * @param iban with or without spaces
 * @param bic may be empty
 * @param amount as UBL writes it, in euro
 * @param reference what the payer is asked to mention; may be empty
 */
record Transfer(String name, String iban, String bic, String amount, String reference) {
    /** By the first two letters of the IBAN. */
    private static final Set<String> EEA = Set.of(
            "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split(" "));

    /** In SEPA and not in the EEA; Guernsey, Jersey and the Isle of Man have accounts that begin with GB. */
    private static final Set<String> SEPA_BY_BIC = Set.of("AD AL CH GB GI MC MD ME MK RS SM VA".split(" "));

    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
    private static final Pattern BIC = Pattern.compile("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?");
    private static final Pattern CREDITOR_REFERENCE = Pattern.compile("RF\\d{2}[A-Z0-9]{1,21}");
    private static final Pattern AMOUNT = Pattern.compile("\\+?\\d{1,12}(\\.\\d{1,9})?");
    private static final BigDecimal MOST = new BigDecimal("999999999.99");
    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_REFERENCE = 140;
    private static final int MOST_BYTES = 331;

    /** The text; empty when the facts do not make a transfer that a bank would take unseen. */
    Optional<String> text() {
        String account = iban.replaceAll("\\s", "");
        String beneficiary = oneLine(name);
        String remittance = oneLine(reference);
        Optional<String> euros = euros();
        String bank = BIC.matcher(bic.strip()).matches() ? bic.strip() : "";
        if (!isIban(account)
                || !isReached(account, bank)
                || beneficiary.isEmpty()
                || remittance.length() > LONGEST_REFERENCE
                || euros.isEmpty()) {
            return Optional.empty();
        }
        String compact = remittance.replace(" ", "");
        boolean structured = CREDITOR_REFERENCE.matcher(compact).matches() && isMod97(compact);
        String text = String.join(
                "\n",
                "BCD",
                "002",
                "1",
                "SCT",
                bank,
                shortened(beneficiary),
                account,
                "EUR" + euros.get(),
                "",
                structured ? compact : "",
                structured ? "" : remittance);
        return Optional.of(text.stripTrailing())
                .filter(whole -> whole.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES);
    }

    private Optional<String> euros() {
        String text = amount.strip();
        if (!AMOUNT.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(text).stripTrailingZeros();
        boolean payable = value.signum() > 0 && value.scale() <= 2 && value.compareTo(MOST) <= 0;
        return payable ? Optional.of(value.setScale(2).toPlainString()) : Optional.empty();
    }

    private static boolean isReached(String account, String bank) {
        String country = account.substring(0, 2);
        return EEA.contains(country) || SEPA_BY_BIC.contains(country) && !bank.isEmpty();
    }

    private static boolean isIban(String text) {
        return IBAN.matcher(text).matches() && isMod97(text);
    }

    /** ISO 7064 MOD 97-10 with the first four characters last, as in IBAN (ISO 13616) and RF (ISO 11649). */
    private static boolean isMod97(String text) {
        StringBuilder digits = new StringBuilder();
        (text.substring(4) + text.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_NAME
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_NAME)).strip();
    }
}
