package io.github.komaseconnect.logging;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.slf4j.ILoggerFactory;

/** Passes on to our log what a library says by java.util.logging, so that it is masked and kept like the rest. */
final class JavaLogging extends Handler {
    private final SimpleFormatter formatter = new SimpleFormatter();
    private final ILoggerFactory log;

    JavaLogging(ILoggerFactory log) {
        this.log = log;
    }

    @Override
    public void publish(LogRecord said) {
        String logger = said.getLoggerName() == null ? "java" : said.getLoggerName();
        org.slf4j.event.Level level = said.getLevel().intValue() >= Level.SEVERE.intValue()
                ? org.slf4j.event.Level.ERROR
                : said.getLevel().intValue() >= Level.WARNING.intValue()
                        ? org.slf4j.event.Level.WARN
                        : org.slf4j.event.Level.DEBUG;
        log.getLogger(logger).atLevel(level).setCause(said.getThrown()).log(formatter.formatMessage(said));
    }

    @Override
    public void flush() {
        // our log flushes every line
    }

    @Override
    public void close() {
        // our log is closed by Logback
    }
}
