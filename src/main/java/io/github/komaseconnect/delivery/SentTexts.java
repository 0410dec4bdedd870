package io.github.komaseconnect.delivery;

import io.github.komaseconnect.ledger.PrintJob;
import io.github.komaseconnect.relation.SendingMethod;

/** What a delivery's end is called for each method: a spooled PDF is ready to be printed, not printed; a job that ended at a printer is. */
final class SentTexts {
    private SentTexts() {}

    static String dutch(SendingMethod method, String reference) {
        return switch (method) {
            case PEPPOL -> "Verzonden via Peppol; kenmerk van eConnect " + reference;
            case EMAIL -> "Gemaild; Message-ID " + reference;
            case PRINT ->
                PrintJob.number(reference) > 0
                        ? "Afgedrukt; opdracht bij de printer: " + reference
                        : "Klaargezet om te printen: " + reference;
        };
    }

    static String english(SendingMethod method, String reference) {
        return switch (method) {
            case PEPPOL -> "Sent over Peppol; eConnect's reference " + reference;
            case EMAIL -> "Mailed; Message-ID " + reference;
            case PRINT ->
                PrintJob.number(reference) > 0
                        ? "Printed; job at the printer: " + reference
                        : "Put ready for printing: " + reference;
        };
    }
}
