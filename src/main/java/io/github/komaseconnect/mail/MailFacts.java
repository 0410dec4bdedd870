package io.github.komaseconnect.mail;

import io.github.komaseconnect.invoice.DocumentType;
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
import java.util.stream.Collectors;

/** The placeholders of a mail text and what they stand for in one mail. */
final class MailFacts {
    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");

    private MailFacts() {}

    /**
     * Every placeholder there is; the value is empty when the invoice does not have it.
     *
     * <p>{@code number}, {@code company} (the sender), {@code customer} (name of the relation), {@code relation} (its
     * Komas number), {@code amount} and {@code date} in the form of the language, {@code currency} as in the document;
     * {@code facts} lists what there is of these, one a line, and {@code attachments} is a sentence about what is
     * attached.
     */
    static Map<String, Optional<String>> of(InvoiceMail mail) {
        Map<String, Optional<String>> facts = single(mail);
        facts.put(
                "facts",
                Optional.of(list(mail, facts).entrySet().stream()
                        .map(fact -> fact.getKey() + ": " + fact.getValue())
                        .collect(Collectors.joining("\n"))));
        return facts;
    }

    /** The same for a page of HTML, escaped; {@code facts} are rows of a table. */
    static Map<String, Optional<String>> forHtml(InvoiceMail mail) {
        Map<String, Optional<String>> plain = single(mail);
        String rows = list(mail, plain).entrySet().stream()
                .map(fact -> "<tr><td style=\"padding: 2px 24px 2px 0; color: #666666;\">"
                        + HtmlText.escaped(fact.getKey()) + "</td><td style=\"padding: 2px 0;\">"
                        + HtmlText.escaped(fact.getValue()) + "</td></tr>")
                .collect(Collectors.joining("\n"));
        Map<String, Optional<String>> facts = new LinkedHashMap<>();
        plain.forEach((name, value) -> facts.put(name, value.map(HtmlText::escaped)));
        facts.put("facts", Optional.of(rows));
        return facts;
    }

    private static Map<String, Optional<String>> single(InvoiceMail mail) {
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
        facts.put("attachments", Optional.of(AttachedWords.of(mail)));
        return facts;
    }

    private static Map<String, String> list(InvoiceMail mail, Map<String, Optional<String>> facts) {
        boolean dutch = mail.destination().language() == Language.NL;
        boolean credit = mail.invoice().type() != DocumentType.INVOICE;
        Map<String, String> list = new LinkedHashMap<>();
        String numberDutch = credit ? "Creditnotanummer" : "Factuurnummer";
        String numberEnglish = credit ? "Credit note number" : "Invoice number";
        facts.get("number").ifPresent(number -> list.put(dutch ? numberDutch : numberEnglish, number));
        facts.get("date").ifPresent(date -> list.put(dutch ? "Datum" : "Date", date));
        facts.get("relation").ifPresent(relation -> list.put(dutch ? "Klantnummer" : "Customer number", relation));
        facts.get("amount")
                .map(amount -> facts.get("currency")
                        .map(currency -> currency + " " + amount)
                        .orElse(amount))
                .ifPresent(amount -> list.put(dutch ? "Bedrag" : "Amount", amount));
        return list;
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
