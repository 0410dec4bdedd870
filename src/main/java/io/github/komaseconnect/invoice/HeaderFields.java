package io.github.komaseconnect.invoice;

import io.github.komaseconnect.reason.Reason;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Collects the fields of {@link InvoiceHeader} during a scan. */
final class HeaderFields {
    private static final int LONGEST_NUMBER = 200;

    /** xs:decimal, of a length that a real amount can have. */
    private static final Pattern AMOUNT = Pattern.compile("[+-]?(\\d{1,20}(\\.\\d{0,20})?|\\.\\d{1,20})");

    /** xs:date, of which the time zone does not matter here. */
    private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(Z|[+-]\\d{2}:\\d{2})?");

    private String number = "";
    private int numberLine;
    private String customizationId = "";
    private Optional<LocalDate> issueDate = Optional.empty();
    private Optional<String> currency = Optional.empty();
    private Optional<BigDecimal> payableAmount = Optional.empty();
    private final PartyFields supplier;
    private final PartyFields customer;
    private final Attachments attachments;

    HeaderFields(Fields fields) {
        fields.want("/cbc:ID", this::number);
        fields.want("/cbc:CustomizationID", found -> customizationId = found.text());
        fields.want("/cbc:IssueDate", found -> issueDate = date(found.text()));
        fields.want("/cbc:DocumentCurrencyCode", found -> currency = Optional.of(found.text()));
        fields.want("/cac:LegalMonetaryTotal/cbc:PayableAmount", found -> payableAmount = amount(found.text()));
        supplier = new PartyFields(fields, "/cac:AccountingSupplierParty");
        customer = new PartyFields(fields, "/cac:AccountingCustomerParty");
        attachments = new Attachments(fields);
    }

    private void number(Fields.Found found) {
        if (number.isEmpty()) {
            number = found.text();
            numberLine = found.line();
        }
    }

    /** What stands in the way of processing the document; empty when nothing does. */
    Optional<Reason> missing(HeaderReasons reasons, UblScan scan) {
        if (number.isEmpty()) {
            return Optional.of(reasons.noNumber(scan.rootName(), scan.rootLine()));
        }
        if (number.length() > LONGEST_NUMBER) {
            return Optional.of(reasons.numberTooLong(numberLine, LONGEST_NUMBER));
        }
        OptionalInt invisible =
                number.codePoints().filter(HeaderFields::isInvisible).findFirst();
        if (invisible.isPresent()) {
            return Optional.of(reasons.numberWithControls(numberLine, invisible.getAsInt()));
        }
        if (isNobody(supplier.supplier())) {
            return Optional.of(reasons.noSupplier(scan.rootName(), scan.rootLine()));
        }
        return Optional.empty();
    }

    /** Characters that no one sees but that make two numbers differ, or turn the text around them. */
    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static boolean isNobody(InvoiceParty party) {
        return party.name().isEmpty()
                && party.endpoint().isEmpty()
                && party.identifications().isEmpty()
                && party.legalRegistration().isEmpty()
                && party.vatNumber().isEmpty();
    }

    InvoiceHeader header(DocumentType type) {
        return new InvoiceHeader(
                type,
                number,
                customizationId,
                issueDate,
                currency,
                payableAmount,
                supplier.supplier(),
                customer.customer(),
                attachments.image(number).map(Attachment::pdfName));
    }

    private static Optional<LocalDate> date(String text) {
        var matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(matcher.group(1)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** An amount, when the text is one. */
    static Optional<BigDecimal> amount(String text) {
        return AMOUNT.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
