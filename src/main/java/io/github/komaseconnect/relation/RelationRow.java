package io.github.komaseconnect.relation;

import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.CsvLine.Form;
import io.github.komaseconnect.relation.OtherWords.YesNo;
import io.github.komaseconnect.relation.Relation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes a relation of one line of the file, with all that is wrong in it. */
final class RelationRow {
    /** A line may end before any other column, as Excel writes it when those are empty. */
    private static final List<Column> NEEDED =
            List.of(Column.NUMBER, Column.NAME, Column.METHOD, Column.COC, Column.VAT, Column.EMAIL);

    private static final int LONGEST_EVIDENCE = 2000;

    private final IdentifierReader identifiers;
    private final String countryWhenEmpty;
    private final EmailReader emails = new EmailReader();
    private final SendingMethodWords methods = new SendingMethodWords();
    private final FallbackWords fallbacks = new FallbackWords();
    private final AttachmentsWords attachments = new AttachmentsWords();
    private final OtherWords words = new OtherWords();

    RelationRow(IdentifierReader identifiers, String home) {
        this.identifiers = identifiers;
        // Elsewhere a number of eight digits is still most probably a Dutch one: Komas has Dutch and Belgian users.
        this.countryWhenEmpty = home.equals("BE") ? home : "";
    }

    Relation read(CsvLine line, Headers headers, char delimiter) {
        List<String> fields = line.fields();
        List<Reason> troubles = new ArrayList<>();
        String number = Typed.cell(headers.field(Column.NUMBER, fields));
        MethodChoice method = methods.read(headers.field(Column.METHOD, fields));
        if (method instanceof MethodChoice.NotUnderstood unknown) {
            troubles.add(RowTexts.unknownMethod(unknown.word()));
        }
        String country = country(headers.field(Column.COUNTRY, fields), troubles);
        Optional<IdentifierReading> identifier =
                identifier(headers.field(Column.COC, fields), country.isEmpty() ? countryWhenEmpty : country);
        identifier
                .flatMap(IdentifierReading::refusal)
                .ifPresent(reason -> troubles.add(RowTexts.inField(Column.COC, reason)));
        String vatNumber = vatNumber(headers.field(Column.VAT, fields), troubles);
        EmailReading email = emails.read(headers.field(Column.EMAIL, fields));
        if (email instanceof EmailReading.Refused refused) {
            troubles.add(RowTexts.inField(Column.EMAIL, refused.reason()));
        }
        if (number.isEmpty()
                && identifier.isEmpty()
                && vatNumber.isEmpty()
                && email.addresses().isEmpty()) {
            troubles.add(RowTexts.notFindable());
        }
        return new Relation(
                line.line(),
                number,
                Typed.cell(headers.field(Column.NAME, fields)),
                method,
                identifier,
                vatNumber,
                email,
                country,
                language(headers.field(Column.LANGUAGE, fields), troubles),
                kind(headers.field(Column.GOVERNMENT, fields), troubles),
                fallback(headers.field(Column.FALLBACK, fields), troubles),
                PrintColumns.read(headers, fields, troubles),
                attachments(headers.field(Column.ATTACHMENTS, fields), troubles),
                troubles,
                unusable(line, headers),
                evidence(fields, delimiter));
    }

    private static Optional<Reason> unusable(CsvLine line, Headers headers) {
        List<String> fields = line.fields();
        if (line.form() == Form.QUOTE_LEFT_OPEN) {
            return Optional.of(RowTexts.quoteLeftOpen());
        }
        if (fields.stream().skip(headers.size()).anyMatch(field -> !Typed.cell(field)
                .isEmpty())) {
            return Optional.of(RowTexts.tooManyFields(fields.size(), headers.size()));
        }
        return NEEDED.stream().anyMatch(column -> headers.endsBefore(column, fields))
                ? Optional.of(RowTexts.tooFewFields(fields.size(), headers.size()))
                : Optional.empty();
    }

    private Optional<IdentifierReading> identifier(String typed, String country) {
        // An apostrophe alone is what Excel leaves of an emptied text cell.
        return Typed.identifier(typed).text().isEmpty()
                ? Optional.empty()
                : Optional.of(identifiers.read(typed, country));
    }

    private String country(String typed, List<Reason> troubles) {
        String shown = Typed.cell(typed);
        if (shown.isEmpty()) {
            return "";
        }
        return words.country(shown).orElseGet(() -> {
            troubles.add(RowTexts.unknownWord(Column.COUNTRY, shown, "buitenland", "abroad"));
            return shown;
        });
    }

    private static String vatNumber(String typed, List<Reason> troubles) {
        String number = VatNumbers.normalised(typed);
        boolean possible = number.startsWith("NL")
                ? number.matches("NL[0-9]{9}B[0-9]{2}")
                : number.matches("[A-Z]{0,2}[A-Z0-9]{6,13}") && number.matches(".*[0-9].*");
        if (!number.isEmpty() && (!possible || typed.indexOf('+') >= 0)) {
            troubles.add(RowTexts.vatNumber(typed));
        }
        return number;
    }

    private Optional<Language> language(String typed, List<Reason> troubles) {
        String shown = Typed.cell(typed);
        Optional<Language> language = words.language(shown);
        if (language.isEmpty() && !shown.isEmpty()) {
            troubles.add(RowTexts.unknownWord(
                    Column.LANGUAGE, shown, "niet ingevuld (het land beslist)", "not filled in (the country decides)"));
        }
        return language;
    }

    private Kind kind(String typed, List<Reason> troubles) {
        YesNo answer = words.yesNo(typed);
        if (answer == YesNo.NOT_UNDERSTOOD) {
            troubles.add(RowTexts.unknownWord(Column.GOVERNMENT, Typed.cell(typed), "ja", "yes"));
        }
        return answer == YesNo.NO ? Kind.ORDINARY : Kind.GOVERNMENT;
    }

    private FallbackChoice fallback(String typed, List<Reason> troubles) {
        FallbackChoice choice = fallbacks.read(typed);
        if (choice instanceof FallbackChoice.NotUnderstood unknown) {
            troubles.add(RowTexts.unknownFallback(unknown.word()));
        }
        return choice;
    }

    private AttachmentsChoice attachments(String typed, List<Reason> troubles) {
        AttachmentsChoice choice = attachments.read(typed);
        if (choice instanceof AttachmentsChoice.NotUnderstood unknown) {
            troubles.add(RowTexts.unknownAttachments(unknown.word()));
        }
        return choice;
    }

    private static String evidence(List<String> fields, char delimiter) {
        String row = fields.stream().map(Typed::cell).collect(Collectors.joining(Character.toString(delimiter)));
        return row.length() > LONGEST_EVIDENCE ? row.substring(0, LONGEST_EVIDENCE) + "…" : row;
    }
}
