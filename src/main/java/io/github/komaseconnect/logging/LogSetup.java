package io.github.komaseconnect.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns the log of a command that just starts into that of an installation: with its secrets masked and, for {@code
 * run}, with files in its {@code logs/}. Before that, {@code logback.xml} has the log on the console only. Who sets {@code
 * -Dlogback.configurationFile} has Logback's own way with it, and the masking where that file names our converters.
 */
public final class LogSetup {
    private static final String MASK = SecretMask.class.getName();
    /** Property of the context; {@link MaskedMessage} writes it. */
    static final String MARK = "komas.mark";

    private static final String OWN_FILE = "logback.configurationFile";
    private static final SecretMask URLS_ONLY = new SecretMask(List::of);

    private LogSetup() {}

    /**
     * Logs to files too: {@code komas-econnect.log}, a new one every day, 30 days.
     *
     * @param logsDirectory made when it is not there
     * @param secrets what must not be shown, at any moment; see {@link SecretMask}
     */
    public static void start(Path logsDirectory, Supplier<? extends Collection<String>> secrets) {
        LoggerContext context = context();
        masking(context, secrets);
        if (System.getProperty(OWN_FILE) == null) {
            addFiles(context, logsDirectory);
            takeOverJavaLogging();
        }
    }

    /**
     * Puts a mark before every message from now on, e.g. that this is not production.
     *
     * @param mark with a space at its end; empty: none
     */
    public static void mark(String mark) {
        context().putProperty(MARK, mark);
    }

    /** How much of the log the console shows; the files have all of it. */
    public enum Console {
        /** As {@code logback.xml} has it. */
        ALL,
        /** Errors only: something else is told there, as in the demo. */
        ERRORS
    }

    /** Changes how much the console shows from now on. */
    public static void console(Console wanted) {
        Appender<ILoggingEvent> console =
                context().getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender("CONSOLE");
        if (System.getProperty(OWN_FILE) == null && console != null) {
            console.clearAllFilters();
            if (wanted == Console.ERRORS) {
                ThresholdFilter errors = new ThresholdFilter();
                errors.setLevel("ERROR");
                errors.start();
                console.addFilter(errors);
            }
        }
    }

    /** Logs to the console only, as commands do beside a running runtime, whose files they leave alone. */
    public static void startConsole(Supplier<? extends Collection<String>> secrets) {
        masking(context(), secrets);
        if (System.getProperty(OWN_FILE) == null) {
            takeOverJavaLogging();
        }
    }

    /** Masks these secrets in everything that a context's patterns write by our converters. */
    static void masking(LoggerContext context, Supplier<? extends Collection<String>> secrets) {
        context.putObject(MASK, new SecretMask(secrets));
    }

    /** Adds the files of {@code logback-files.xml} to a context that has its levels and console already. */
    static void addFiles(LoggerContext context, Path logsDirectory) {
        context.putProperty("logs", logsDirectory.toAbsolutePath().toString());
        int before = context.getStatusManager().getCopyOfStatusList().size();
        URL files = LogSetup.class.getResource("/logback-files.xml");
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(files);
        } catch (JoranException unreadable) {
            // is among what is told below, like everything that went wrong
        }
        context.getStatusManager().getCopyOfStatusList().stream()
                .skip(before)
                .filter(status -> status.getLevel() >= Status.WARN)
                .forEach(status -> context.getLogger(LogSetup.class)
                        .warn("log files in {}: {}", logsDirectory, status.getMessage()));
    }

    /** The mask of a context; one that knows no secret, and masks those in URLs, before any was set. */
    static SecretMask maskOf(Context context) {
        Object mask = context == null ? null : context.getObject(MASK);
        return mask instanceof SecretMask ? (SecretMask) mask : URLS_ONLY;
    }

    /** What {@link #mark} was given; empty without. */
    static String markOf(Context context) {
        String mark = context == null ? null : context.getProperty(MARK);
        return mark == null ? "" : mark;
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    /** Libraries that log by java.util.logging (openhtmltopdf, mail, JAXB) write in our log, and warnings only. */
    private static void takeOverJavaLogging() {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.setLevel(Level.WARNING);
        root.addHandler(new JavaLogging(LoggerFactory.getILoggerFactory()));
    }
}
