package io.github.komaseconnect.benchmark.send;

/** The names of the folders, the same for all contenders. */
final class Folders {
    static final String EXPORT = "export";
    static final String OUTBOX = "outbox";
    static final String SENT = "sent";
    static final String HELD = "held";

    private Folders() {}
}
