package io.github.komaseconnect.watch;

import io.github.komaseconnect.ledger.NumberBook;
import io.github.komaseconnect.ledger.NumberBook.Numbered;
import io.github.komaseconnect.ledger.NumberBook.Series;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads the numbers of sales invoices into their series and notes those that were left out. The first number of a series has
 * nothing before it; and after a leap of more than {@value #LEAP} a new range began.
 */
final class NumberReading {
    /** More numbers at once are not lost invoices, but another range. */
    static final int LEAP = 500;

    private NumberReading() {}

    /** Reads one. */
    static void read(NumberBook book, Numbered invoice, Instant now) {
        InvoiceNumber.of(invoice.number(), invoice.issueDate()).ifPresent(number -> read(book, invoice, number, now));
    }

    private static void read(NumberBook book, Numbered invoice, InvoiceNumber number, Instant now) {
        Optional<Series> known =
                book.series(invoice.company(), invoice.documentType(), number.prefix(), number.suffix());
        if (known.isEmpty()) {
            book.addSeries(new Series(
                    0,
                    invoice.company(),
                    invoice.documentType(),
                    number.prefix(),
                    number.suffix(),
                    number.width(),
                    number.running()));
            return;
        }
        Series before = known.get();
        Series after = new Series(
                before.id(),
                before.company(),
                before.documentType(),
                before.prefix(),
                before.suffix(),
                Math.max(before.width(), number.width()),
                Math.max(before.highest(), number.running()));
        if (number.running() - before.highest() <= LEAP) {
            for (long missing = before.highest() + 1; missing < number.running(); missing++) {
                book.missing(
                        after,
                        missing,
                        InvoiceNumber.whole(after.prefix(), missing, after.width(), after.suffix()),
                        now);
            }
        }
        book.came(after, number.running());
        if (!after.equals(before)) {
            book.update(after);
        }
    }
}
