package io.github.komaseconnect.mail;

import io.github.komaseconnect.relation.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The placeholders of a mail text and what they stand for in one mail. */
final class MailFacts {
    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");

    private MailFacts() {}

    /**
     * Every placeholder there is; the value is empty when the invoice does not have it.
     *
     * <p>{@code number}, {@code company} (the sender), {@code customer} (name of the relation), {@code relation} (its
     * Komas number), {@code amount} and {@code date} in the form of the language, {@code currency} as in the document.
     */
    static Map<String, Optional<String>> of(InvoiceMail mail) {
        Language language = mail.destination().language();
        Map<String, Optional<String>> facts = new LinkedHashMap<>();
        facts.put("number", Optional.of(mail.invoice().number()));
        facts.put("company", Optional.of(mail.company().name()));
        facts.put("customer", present(mail.destination().relationName()));
        facts.put("relation", present(mail.destination().relationNumber()));
        facts.put(
                "amount",
                mail.invoice().payableAmount().filter(MailFacts::printable).map(amount -> amount(amount, language)));
        facts.put("currency", mail.invoice().currency());
        facts.put("date", mail.invoice().issueDate().map(date -> date(date, language)));
        facts.replaceAll((name, value) -> value.map(HeaderText::clean));
        return facts;
    }

    /** {@code 1.234,50} in Dutch, {@code 1,234.50} in English; never rounded. */
    static String amount(BigDecimal amount, Language language) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(language == Language.NL ? '.' : ',');
        symbols.setDecimalSeparator(language == Language.NL ? ',' : '.');
        symbols.setMinusSign('-');
        DecimalFormat format = new DecimalFormat("#,##0.00", symbols);
        format.setMaximumFractionDigits(Math.max(2, amount.scale()));
        format.setRoundingMode(RoundingMode.UNNECESSARY);
        return format.format(amount);
    }

    /** {@code 22 november 2026} in Dutch, {@code 22 November 2026} in English. */
    static String date(LocalDate date, Language language) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", language == Language.NL ? DUTCH : Locale.UK)
                .format(date);
    }

    /** A number such as 1E+999999999 is no amount, and would fill the memory when written out. */
    private static boolean printable(BigDecimal amount) {
        return Math.abs((long) amount.scale()) <= 30 && amount.precision() <= 40;
    }

    private static Optional<String> present(String value) {
        return value.isBlank() ? Optional.empty() : Optional.of(value);
    }
}
