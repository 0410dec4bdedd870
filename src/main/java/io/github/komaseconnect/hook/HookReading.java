package io.github.komaseconnect.hook;

/** What reading the body of a hook gives. */
public sealed interface HookReading {
    /** A message. */
    record Readable(HookMessage message) implements HookReading {}

    /**
     * No message.
     *
     * @param why in a few words, in English
     */
    record Broken(String why) implements HookReading {}
}
