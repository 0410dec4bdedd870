package io.github.komaseconnect.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.LogRecord;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** The program's own logback.xml in a context of its own, with the console caught. */
class LogSetupTest {
    private static final String SECRET = "kJ8s+dS9x/secret";

    @TempDir
    Path folder;

    private final LoggerContext context = new LoggerContext();
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final PrintStream realConsole = System.err;

    @BeforeEach
    void configure() throws Exception {
        System.setErr(new PrintStream(console, true, StandardCharsets.UTF_8));
        context.setMDCAdapter(new LogbackMDCAdapter());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(LogSetup.class.getResource("/logback.xml"));
    }

    @AfterEach
    void stop() {
        context.stop();
        System.setErr(realConsole);
    }

    @Test
    void every_line_bears_the_mark_of_what_is_not_production() throws Exception {
        start();
        Logger log = context.getLogger("io.github.komaseconnect.econnect");
        log.info("before");

        context.putProperty(LogSetup.MARK, "[SIMULATOR] ");
        log.info("after");

        assertThat(console.toString(StandardCharsets.UTF_8)).contains("INFO  before", "INFO  [SIMULATOR] after");
        assertThat(file()).contains(" - before", " - [SIMULATOR] after");
    }

    @Test
    void no_line_shows_a_secret_also_not_of_an_exception_with_the_url() throws Exception {
        start();
        Logger log = context.getLogger("io.github.komaseconnect.econnect");
        HttpOperationFailedException failure = new HttpOperationFailedException(
                "https://api.everbinding.nl/soap/v3.1?subscriptionKey=0a1b2c3d", 503, "busy", null, null, "");

        log.info("log-in with {} at https://host/?subscriptionKey=0a1b2c3d", SECRET);
        log.warn("could not send", new IllegalStateException("key " + SECRET + " refused", failure));
        log.error("HTTP {}", failure.getMessage(), failure);

        assertThat(List.of(file(), console.toString(StandardCharsets.UTF_8))).allSatisfy(text -> assertThat(text)
                .contains("log-in with *** at https://host/?subscriptionKey=***")
                .contains("key *** refused")
                .contains("HttpOperationFailedException")
                .contains("Caused by")
                .doesNotContain(SECRET, "0a1b2c3d"));
    }

    @Test
    void the_console_is_plain_and_the_file_says_when_and_who() throws Exception {
        start();

        context.getLogger("io.github.komaseconnect.delivery").info("invoice 2026-1 sent");

        assertThat(console.toString(StandardCharsets.UTF_8))
                .matches("\\d\\d:\\d\\d:\\d\\d INFO  invoice 2026-1 sent\\R");
        assertThat(file())
                .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3} INFO  \\[.+] i\\.g\\.k.*delivery"
                        + " - invoice 2026-1 sent\\R");
    }

    @Test
    void a_line_from_outside_cannot_pretend_to_be_two() throws Exception {
        start();

        context.getLogger("io.github.komaseconnect.invoice").info("number {}", "1\r\n12:00:00 INFO  all is well");

        assertThat(file().lines()).hasSize(1);
    }

    @Test
    void without_files_nothing_is_written_but_the_console_is_masked() {
        LogSetup.masking(context, () -> List.of(SECRET));

        context.getLogger("io.github.komaseconnect.cli").warn("with {}", SECRET);

        assertThat(console.toString(StandardCharsets.UTF_8)).contains("with ***");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_folder_that_cannot_be_written_is_said_on_the_console_and_stops_nothing() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        LogSetup.addFiles(context, file.resolve("logs"));
        context.getLogger("io.github.komaseconnect.cli").info("goes on");

        assertThat(console.toString(StandardCharsets.UTF_8).lines())
                .hasSizeLessThan(6)
                .anySatisfy(line -> assertThat(line).contains("WARN", "log files in", file.toString()))
                .anySatisfy(line -> assertThat(line).contains("INFO  goes on"));
    }

    @Test
    void before_any_start_keys_in_urls_are_masked_already() {
        context.getLogger("io.github.komaseconnect.cli").warn("https://host/?subscriptionKey=0a1b2c3d");

        assertThat(console.toString(StandardCharsets.UTF_8)).contains("https://host/?subscriptionKey=***");
    }

    @Test
    void libraries_are_quiet_and_the_wire_is_never_heard() {
        context.getLogger("ROOT").setLevel(Level.TRACE);

        assertThat(context.getLogger("io.github.komaseconnect").isDebugEnabled())
                .isTrue();
        for (String library :
                List.of("org.apache.hc.core5", "org.flywaydb.core", "com.zaxxer.hikari", "com.openhtmltopdf")) {
            assertThat(context.getLogger(library).isInfoEnabled()).as(library).isFalse();
            assertThat(context.getLogger(library).isErrorEnabled()).as(library).isTrue();
        }
        assertThat(context.getLogger("org.apache.hc.client5.http.wire").isDebugEnabled())
                .isFalse();
        assertThat(context.getLogger("org.apache.hc.client5.http.headers").isDebugEnabled())
                .isFalse();
        assertThat(context.getLogger("org.eclipse.angus.mail.smtp").isDebugEnabled())
                .isFalse();
    }

    @Test
    void what_libraries_say_by_java_logging_is_heard_and_masked_from_warnings_on() {
        LogSetup.masking(context, () -> List.of(SECRET));
        JavaLogging bridge = new JavaLogging(context);

        bridge.publish(said(java.util.logging.Level.INFO, "details"));
        bridge.publish(said(java.util.logging.Level.WARNING, "odd font {0}"));
        bridge.publish(said(java.util.logging.Level.SEVERE, "no font {0}"));

        assertThat(console.toString(StandardCharsets.UTF_8))
                .contains("WARN  odd font ***", "ERROR no font ***", "IllegalArgumentException: ***")
                .doesNotContain("details", SECRET);
    }

    @Test
    void nothing_that_is_logged_looks_like_another_line_or_reaches_for_the_terminal() throws IOException {
        start();
        String forged = "x.xml\r\n2026-01-01 00:00:00.000 ERROR [main] forged\u001B[2J\u0007\u0085";
        context.getLogger("test").error("taken: {}", forged, new IOException(forged, new IOException(forged)));

        for (String text : List.of(file(), console.toString(StandardCharsets.UTF_8))) {
            assertThat(text).doesNotContainPattern("[\\p{Cc}&&[^\\n\\t]]");
            assertThat(text.lines()).noneMatch(line -> line.startsWith("2026-01-01"));
            assertThat(text).contains("taken: x.xml | 2026-01-01", "    | 2026-01-01");
        }
    }

    private static LogRecord said(java.util.logging.Level level, String message) {
        LogRecord said = new LogRecord(level, message);
        said.setLoggerName("com.openhtmltopdf.load");
        said.setParameters(new Object[] {SECRET});
        said.setThrown(new IllegalArgumentException(SECRET));
        return said;
    }

    private void start() {
        LogSetup.masking(context, () -> List.of(SECRET));
        LogSetup.addFiles(context, folder.resolve("logs"));
    }

    private String file() throws IOException {
        return Files.readString(folder.resolve("logs/komas-econnect.log"));
    }
}
