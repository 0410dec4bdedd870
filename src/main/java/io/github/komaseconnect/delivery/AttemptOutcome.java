package io.github.komaseconnect.delivery;

import io.github.komaseconnect.reason.Reason;
import java.time.Duration;
import java.util.Optional;

/** How one attempt to deliver an invoice ended; exactly one is recorded for every attempt. */
public sealed interface AttemptOutcome {
    /**
     * The other side has it.
     *
     * @param reference its proof: eConnect's ExternalId, the Message-ID, the name of the spooled file
     */
    record Delivered(String reference) implements AttemptOutcome {}

    /**
     * The other side had it already: it recognised an earlier attempt of which no answer came.
     *
     * @param reference its proof, as of {@link Delivered}
     */
    record DeliveredBefore(String reference) implements AttemptOutcome {}

    /**
     * The printer has it, and it is followed from here on: delivered only when it came out.
     *
     * @param reference the printer's number for it
     */
    record UnderWay(String reference) implements AttemptOutcome {}

    /** A definite no to this document: held with this reason. */
    record Rejected(Reason reason) implements AttemptOutcome {}

    /** The receiver is not registered on Peppol. */
    record NotReachable(NobodyThere nobody) implements AttemptOutcome {}

    /**
     * Certainly not delivered; tried again later with backoff.
     *
     * @param retryAfter for how long the other side asks to be left alone: the whole channel rests, or only this delivery when
     *     it goes by a gateway that the company has left
     */
    record Temporary(Reason reason, Optional<Duration> retryAfter) implements AttemptOutcome {
        /** For this document alone. */
        public Temporary(Reason reason) {
            this(reason, Optional.empty());
        }
    }

    /**
     * It may or may not have been delivered; never simply tried again.
     *
     * @param retryAfter as of {@link Temporary}
     */
    record InDoubt(Reason reason, Optional<Duration> retryAfter) implements AttemptOutcome {
        /** For this document alone. */
        public InDoubt(Reason reason) {
            this(reason, Optional.empty());
        }
    }

    /** Certainly not delivered, for a cause that concerns the whole company or channel: pauses it, no give-up clock. */
    record Blocked(Reason reason) implements AttemptOutcome {}

    /**
     * Nothing went out: before its turn came, its channel was put to rest. It waits as it did before, and the attempt counts
     * as no failure.
     */
    record NotTried(Reason reason) implements AttemptOutcome {}
}
