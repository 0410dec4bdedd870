package io.github.komaseconnect.simulator;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Hands out the PDF of one document, as soon as there is one. */
final class PdfDesk {
    private final PdfAvailability availability;
    private final Clock clock;
    private int requests;
    private Optional<Instant> firstRequest = Optional.empty();
    private Optional<Content> base64 = Optional.empty();

    PdfDesk(PdfAvailability availability, Clock clock) {
        this.availability = availability;
        this.clock = clock;
    }

    /** How the base64 text of the PDF comes to be. */
    interface Maker {
        Content make() throws SoapFault;
    }

    /** The PDF in base64; a fault while eConnect is at it. */
    synchronized Content request(UblFacts facts, Maker maker) throws SoapFault {
        Instant now = clock.instant();
        Instant first = firstRequest.orElse(now);
        firstRequest = Optional.of(first);
        requests++;
        if (!facts.embeddedPdf() && !isMade(now, first)) {
            throw SoapFault.pdfBeingMade();
        }
        if (base64.isEmpty()) {
            base64 = Optional.of(maker.make());
        }
        return base64.get();
    }

    private boolean isMade(Instant now, Instant first) {
        if (availability instanceof PdfAvailability.AfterRequests after) {
            return requests > after.refusals();
        }
        if (availability instanceof PdfAvailability.AfterDelay after) {
            return !now.isBefore(first.plus(after.delay()));
        }
        return availability instanceof PdfAvailability.AtOnce;
    }
}
