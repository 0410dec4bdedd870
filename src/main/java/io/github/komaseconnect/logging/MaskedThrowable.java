package io.github.komaseconnect.logging;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** {@code %ex} of a Logback pattern without secrets: exceptions carry URLs, query string and all. */
public final class MaskedThrowable extends ThrowableProxyConverter {
    @Override
    public String convert(ILoggingEvent event) {
        return LogSetup.maskOf(getContext()).mask(super.convert(event));
    }
}
