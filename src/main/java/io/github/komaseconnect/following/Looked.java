package io.github.komaseconnect.following;

import io.github.komaseconnect.reason.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What came of looking at eConnect's list of sent documents right before something goes out. */
sealed interface Looked {
    /** It was read just now. */
    record Seen() implements Looked {}

    /**
     * It could not be read for now.
     *
     * @param since when that began; the time for which eConnect asked to be left alone does not count
     * @param restAskedFor for how long eConnect asks to be left alone, so that nothing at all is to be sent now
     */
    record NotNow(Reason why, Instant since, Optional<Duration> restAskedFor) implements Looked {}

    /** It was not read, and waiting for it would not help: refused, or of a gateway that the company has left. */
    record NotAtAll(Reason why) implements Looked {}
}
