package io.github.komaseconnect.logging;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** {@code %msg} of a Logback pattern without secrets, and on one line: what is logged may come from outside. */
public final class MaskedMessage extends MessageConverter {
    @Override
    public String convert(ILoggingEvent event) {
        String masked = LogSetup.maskOf(getContext()).mask(super.convert(event));
        return masked == null ? "" : LogLines.one(masked);
    }
}
