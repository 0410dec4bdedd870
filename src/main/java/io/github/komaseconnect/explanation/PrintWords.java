package io.github.komaseconnect.explanation;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.PrintSettings;
import io.github.komaseconnect.company.PrintWishes;
import io.github.komaseconnect.relation.Destination;

/** Says where and how an invoice would be printed. */
final class PrintWords {
    private PrintWords() {}

    static Words of(Company company, Destination destination) {
        PrintSettings printing = company.printing();
        PrintWishes wishes = destination.print().orElse(printing.wishes());
        String where = printing.printer()
                .map(Object::toString)
                .orElse(company.folders().printSpool().toString());
        String asked = printing.printer().isEmpty() || wishes.isEmpty() ? "" : ", " + wishes.text();
        return new Words(
                where
                        + asked
                        + printing.batchAt()
                                .map(at -> ", samen met andere om " + at + " (print-batch=daily)")
                                .orElse(""),
                where
                        + asked
                        + printing.batchAt()
                                .map(at -> ", together with others at " + at + " (print-batch=daily)")
                                .orElse(""));
    }
}
