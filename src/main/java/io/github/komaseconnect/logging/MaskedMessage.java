package io.github.komaseconnect.logging;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** {@code %msg} of a Logback pattern without secrets, and on one line: what is logged may come from outside. What is not production says so. */
public final class MaskedMessage extends MessageConverter {
    @Override
    public String convert(ILoggingEvent event) {
        String masked = LogSetup.maskOf(getContext()).mask(super.convert(event));
        return LogSetup.markOf(getContext()) + (masked == null ? "" : LogLines.one(masked));
    }
}
