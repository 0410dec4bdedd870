package io.github.komaseconnect.company;

import io.github.komaseconnect.relation.SendingMethod;

/** {@link Validation} for each way in which an invoice can go out. */
public record ValidationByMethod(Validation peppol, Validation email, Validation print) {
    /** The same for all. */
    public static ValidationByMethod all(Validation validation) {
        return new ValidationByMethod(validation, validation, validation);
    }

    /** What counts for an invoice that goes out in this way. */
    public Validation of(SendingMethod method) {
        return switch (method) {
            case PEPPOL -> peppol;
            case EMAIL -> email;
            case PRINT -> print;
        };
    }

    /** Whether invoices are looked at at all. */
    public boolean looksAtAny() {
        return peppol != Validation.OFF || email != Validation.OFF || print != Validation.OFF;
    }
}
