package io.github.komaseconnect.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.komaseconnect.ledger.KnownReach;
import io.github.komaseconnect.reason.DutchTime;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.ElectronicAddress;
import io.github.komaseconnect.relation.SendingMethod;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** Checked relations as CSV for a spreadsheet: semicolons, a header in Dutch, and no cell that a spreadsheet would calculate. */
final class RelationsCsv {
    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    private RelationsCsv() {}

    /** The text; lines end with {@code \r\n}. */
    static String of(List<CheckedRelation> relations) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
        csv.writeRecord(
                "bedrijf",
                "regel",
                "relatienummer",
                "naam",
                "verzendmethode",
                "uitwijk",
                "adres",
                "e-mail",
                "te verbeteren",
                "peppol",
                "toelichting",
                "nagevraagd op",
                "kan naar Peppol",
                "onbereikbaar via Peppol",
                "gaat per uitwijk",
                "als niet op Peppol",
                "let op");
        relations.forEach(one -> csv.writeRecord(cells(one)));
        flush(csv);
        return text.toString();
    }

    private static void flush(CsvWriter csv) {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be written", e);
        }
    }

    private static List<String> cells(CheckedRelation one) {
        return List.of(
                        one.company().key(),
                        Long.toString(one.relation().line()),
                        one.relation().number(),
                        one.relation().name(),
                        one.methodWord(),
                        one.fallback().key(),
                        one.relation().addresses().stream()
                                .map(ElectronicAddress::receiver)
                                .collect(Collectors.joining(" ")),
                        String.join(" ", one.relation().email().addresses()),
                        one.troubles().stream().map(Reason::dutchLine).collect(Collectors.joining(" ")),
                        one.reach().map(known -> known.verdict().dutch()).orElse(""),
                        one.reach().map(KnownReach::dutch).orElse(""),
                        one.reach()
                                .map(known -> DutchTime.minute(known.askedAt()))
                                .orElse(""),
                        one.couldGetPeppol() ? "ja" : "",
                        one.cannotBeReached() ? "ja" : "",
                        one.goesByFallback() ? "ja" : "",
                        one.isByPeppol()
                                ? one.fallsBackTo().map(SendingMethod::word).orElse("vastgehouden")
                                : "",
                        one.relation().warnings().stream()
                                .map(Reason::dutchLine)
                                .collect(Collectors.joining(" ")))
                .stream()
                .map(RelationsCsv::defused)
                .toList();
    }

    /** A spreadsheet takes what begins so for a formula; with an apostrophe before it, it is text. */
    static String defused(String cell) {
        return !cell.isEmpty() && STARTS_A_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
