package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.github.komaseconnect.logging.SecretMask;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.InboxDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Connection keys, subscription key and token appear in no log line, not even at DEBUG, and in no file we write. */
class SecretsTest {
    private static final String SUBSCRIPTION = "subscription-5512ab";

    @TempDir
    Path folder;

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> everything = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            String text = event.getFormattedMessage()
                    + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
            // what is logged by default must be clean by itself; what DEBUG adds goes through the mask of our log files
            lines.add(event.getLevel().isGreaterOrEqual(Level.INFO) ? text : mask.mask(text));
        }
    };
    private final SecretMask mask = new SecretMask(() -> List.of(Workshop.KEY, Workshop.SECRET, SUBSCRIPTION));
    private Workshop workshop;
    private Logger ours;
    private Logger camel;

    @BeforeEach
    void open() throws Exception {
        workshop = new Workshop(folder).with("econnect.platform.subscription-key=" + SUBSCRIPTION);
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        everything.setContext(context);
        everything.start();
        ours = context.getLogger("io.github.komaseconnect");
        camel = context.getLogger("org.apache.camel");
        for (Logger logger : new Logger[] {ours, camel}) {
            logger.setLevel(Level.DEBUG);
            logger.setAdditive(false);
            logger.addAppender(everything);
        }
    }

    @AfterEach
    void close() throws Exception {
        for (Logger logger : new Logger[] {ours, camel}) {
            logger.detachAppender(everything);
            logger.setAdditive(true);
            logger.setLevel(null);
        }
        workshop.close();
    }

    @Test
    void noSecretInAnyLogLineOrFile() throws Exception {
        workshop.simulator.deliver("XCNL10019", InboxDocument.of(Workshop.sample("verkoop-peppol.xml")));
        workshop.simulator.faults().onAnyCall().times(3).inject(Fault.resetBeforeAcceptance());
        workshop.simulator.faults().onAnyCall().times(2).inject(Fault.proxyPage());
        workshop.start();
        workshop.export("FACTUUR.XML", Workshop.sample("verkoop-peppol.xml"));
        workshop.export("MAIL.XML", Workshop.sample("verkoop-email.xml"));
        await().atMost(Workshop.PATIENCE).until(() -> workshop.files("sent").size() == 2);
        workshop.simulator.refuseConnections();
        workshop.export("LATER.XML", Workshop.sample("verkoop-overheid.xml"));
        await().atMost(Workshop.PATIENCE).until(() -> lines.stream().anyMatch(line -> line.contains("later opnieuw")));
        workshop.stop();

        assertThat(lines).isNotEmpty();
        assertThat(lines)
                .noneMatch(line -> line.contains(Workshop.SECRET))
                .noneMatch(line -> line.contains(Workshop.KEY))
                .noneMatch(line -> line.contains(SUBSCRIPTION));
        try (Stream<Path> files = Files.walk(workshop.home)) {
            assertThat(files.filter(Files::isRegularFile).filter(file -> !file.endsWith("application.properties")))
                    .noneMatch(file -> holds(file, Workshop.SECRET) || holds(file, SUBSCRIPTION));
        }
    }

    private static boolean holds(Path file, String secret) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(secret);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
