package io.github.komaseconnect.following;

import io.github.komaseconnect.reason.Reason;

/** What came of looking at eConnect's list of sent documents right before something goes out. */
sealed interface Looked {
    /** It was read just now. */
    record Seen() implements Looked {}

    /** It could not be read for now. */
    record NotNow(Reason why) implements Looked {}

    /** It was not read, and waiting for it would not help: refused, or of a gateway that the company has left. */
    record NotAtAll(Reason why) implements Looked {}
}
