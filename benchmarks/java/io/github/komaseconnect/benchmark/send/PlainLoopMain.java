package io.github.komaseconnect.benchmark.send;

import io.github.komaseconnect.benchmark.Conversation;
import io.github.komaseconnect.benchmark.SettledFiles;
import io.github.komaseconnect.benchmark.SoapClient;
import io.github.komaseconnect.benchmark.SoapText;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Floor (b): a plain Java loop over the export folder, a pooled HTTP client, and a rename. */
public final class PlainLoopMain {
    private static final Logger LOG = LoggerFactory.getLogger(PlainLoopMain.class);

    private final Path export;
    private final Path sent;
    private final SettledFiles settled;
    private final SoapClient client;
    private final String token;
    private final ExecutorService senders;
    private final Set<Path> inHand = ConcurrentHashMap.newKeySet();

    private PlainLoopMain(Path folder, SettledFiles settled, SoapClient client, ExecutorService senders)
            throws IOException {
        this.export = folder.resolve(Folders.EXPORT);
        this.sent = folder.resolve(Folders.SENT);
        this.settled = settled;
        this.client = client;
        this.token = client.logIn();
        this.senders = senders;
    }

    /** Arguments: URL, folder, connections, interval and settle time in milliseconds. */
    public static void main(String[] arguments) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(Integer.parseInt(arguments[2]));
        ScheduledExecutorService looker = Executors.newSingleThreadScheduledExecutor();
        PlainLoopMain loop = new PlainLoopMain(
                Path.of(arguments[1]),
                new SettledFiles(Duration.ofMillis(Long.parseLong(arguments[4]))),
                new SoapClient(URI.create(arguments[0])),
                senders);
        looker.scheduleWithFixedDelay(loop::look, 0, Long.parseLong(arguments[3]), TimeUnit.MILLISECONDS);
        Conversation.hold(Map.of());
        looker.shutdownNow();
        senders.shutdownNow();
    }

    private void look() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(export)) {
            for (Path file : files) {
                if (!inHand.contains(file) && settled.isSettled(file) && inHand.add(file)) {
                    senders.execute(() -> send(file));
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("the export folder could not be read", e);
        }
    }

    private void send(Path file) {
        try {
            String answer = client.call("SendDocument", SoapText.send(token, Files.readAllBytes(file)));
            SoapText.between(answer, "ExternalId");
            Files.move(file, sent.resolve(file.getFileName()));
            settled.forget(file);
        } catch (IOException | RuntimeException e) {
            LOG.error("{} was not sent", file, e);
        } finally {
            inHand.remove(file);
        }
    }
}
