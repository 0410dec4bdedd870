package io.github.komaseconnect.invoice;

import io.github.komaseconnect.reason.Reason;

/** What came of looking at the text of a document. */
public sealed interface TextDiagnosis {
    /** There is nothing to mend: it is read as it is, and what is wrong with it then is something else. */
    record AsItIs() implements TextDiagnosis {}

    /** It is certain what it should be. */
    record Mendable(TextRepair repair) implements TextDiagnosis {}

    /** It is not certain what it should be, and a person is to see to it. */
    record Doubtful(Reason reason) implements TextDiagnosis {}
}
