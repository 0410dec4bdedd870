package io.github.komaseconnect.rendering;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what openhtmltopdf has to say into the program's own log; it would otherwise write to the console. */
final class RenderingLog implements XRLogger {
    private static final Logger LOG = LoggerFactory.getLogger(InvoicePdf.class);

    @Override
    public void log(String where, Level level, String message) {
        log(where, level, message, null);
    }

    @Override
    public void log(String where, Level level, String message, Throwable failure) {
        if (level.intValue() >= Level.WARNING.intValue()) {
            LOG.warn("{}: {}", where, message, failure);
        } else {
            LOG.trace("{}: {}", where, message, failure);
        }
    }

    @Override
    public void setLevel(String logger, Level level) {
        // levels are set in the program's own logging configuration
    }

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
        return LOG.isTraceEnabled() || diagnostic.getLevel().intValue() >= Level.WARNING.intValue();
    }
}
