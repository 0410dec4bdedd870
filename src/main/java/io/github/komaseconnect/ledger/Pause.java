package io.github.komaseconnect.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * A company's channel at rest.
 *
 * @param probeAt when one invoice may try again; empty: only a person ends it
 */
public record Pause(
        String company,
        Channel channel,
        String reasonCode,
        String dutch,
        String english,
        String who,
        Instant since,
        Optional<Instant> probeAt) {
    /** The same, to be tried out from then on. */
    public Pause probing(Instant next) {
        return new Pause(company, channel, reasonCode, dutch, english, who, since, Optional.of(next));
    }
}
