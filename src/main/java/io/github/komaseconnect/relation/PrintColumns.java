package io.github.komaseconnect.relation;

import io.github.komaseconnect.company.PrintWishes;
import io.github.komaseconnect.company.PrintWords;
import io.github.komaseconnect.reason.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a line of the relation file asks of a printer; what is not understood counts as not filled in, and is told. */
final class PrintColumns {
    private static final String COMPANY_DUTCH = "niet ingevuld (de instelling van het bedrijf geldt)";
    private static final String COMPANY_ENGLISH = "not filled in (the setting of the company counts)";

    private PrintColumns() {}

    static PrintWishes read(Headers headers, List<String> fields, List<Reason> troubles) {
        return new PrintWishes(
                read(Column.COPIES, headers, fields, PrintWords::copies, troubles),
                read(Column.DUPLEX, headers, fields, PrintWords::sides, troubles),
                read(Column.TRAY, headers, fields, PrintWords::tray, troubles),
                read(Column.COLOUR, headers, fields, PrintWords::colour, troubles));
    }

    private static <T> Optional<T> read(
            Column column,
            Headers headers,
            List<String> fields,
            Function<String, Optional<T>> reader,
            List<Reason> troubles) {
        String shown = Typed.cell(headers.field(column, fields));
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> value = reader.apply(shown);
        if (value.isEmpty()) {
            troubles.add(RowTexts.unknownWord(column, shown, COMPANY_DUTCH, COMPANY_ENGLISH));
        }
        return value;
    }
}
