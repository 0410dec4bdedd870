package io.github.komaseconnect.mail;

import io.github.komaseconnect.reason.Reason;
import java.nio.file.Path;

/** What came of composing an e-mail. */
public sealed interface Composition {
    /**
     * The message lies ready.
     *
     * @param eml the whole message, exactly the bytes that will go out
     * @param messageId with angle brackets
     */
    record Composed(Path eml, String messageId) implements Composition {}

    /** There is something wrong with a template, an address or an attachment; nothing was written. */
    record CannotCompose(Reason reason) implements Composition {}
}
