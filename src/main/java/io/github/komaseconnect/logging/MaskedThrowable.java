package io.github.komaseconnect.logging;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * {@code %ex} of a Logback pattern without secrets: exceptions carry URLs, query string and all; and their messages, which may come from
 * outside, cannot pass for lines of the log.
 */
public final class MaskedThrowable extends ThrowableProxyConverter {
    @Override
    public String convert(ILoggingEvent event) {
        String masked = LogSetup.maskOf(getContext()).mask(super.convert(event));
        return masked == null ? "" : LogLines.trace(masked);
    }
}
