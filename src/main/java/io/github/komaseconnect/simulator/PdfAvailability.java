package io.github.komaseconnect.simulator;

import java.time.Duration;

/**
 * When GetDocumentPdf has a PDF for a document. A PDF embedded in the UBL is always there at once; these say how long
 * eConnect takes to make one for a document without.
 */
public sealed interface PdfAvailability {
    /** At the first request. */
    record AtOnce() implements PdfAvailability {}

    /** After {@code refusals} requests were answered with ERRDMN8000003. */
    record AfterRequests(int refusals) implements PdfAvailability {}

    /** When {@code delay} has passed since the first request, by the simulator's clock. */
    record AfterDelay(Duration delay) implements PdfAvailability {}

    /** Never: every request is answered with ERRDMN8000003. */
    record Never() implements PdfAvailability {}

    /** At the first request. */
    static PdfAvailability atOnce() {
        return new AtOnce();
    }

    /** After so many requests in vain. */
    static PdfAvailability afterRequests(int refusals) {
        return new AfterRequests(refusals);
    }

    /** So long after the first request. */
    static PdfAvailability after(Duration delay) {
        return new AfterDelay(delay);
    }

    /** Never. */
    static PdfAvailability never() {
        return new Never();
    }
}
