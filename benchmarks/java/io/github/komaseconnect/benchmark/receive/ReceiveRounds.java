package io.github.komaseconnect.benchmark.receive;

import io.github.komaseconnect.benchmark.Aftermath;
import io.github.komaseconnect.benchmark.Options;
import io.github.komaseconnect.benchmark.Patience;
import io.github.komaseconnect.benchmark.Round;
import io.github.komaseconnect.benchmark.Scratch;
import io.github.komaseconnect.benchmark.Server;
import io.github.komaseconnect.benchmark.Stopwatch;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rounds in which the receivers take turns, each with an inbox of its own; the first of each does not count. */
final class ReceiveRounds {
    private final Server server;
    private final Options options;
    private final List<Receiver> receivers;
    private final Aftermath aftermath;

    ReceiveRounds(Server server, Options options, List<Receiver> receivers) {
        this.server = server;
        this.options = options;
        this.receivers = receivers;
        this.aftermath = new Aftermath(receivers.stream().map(Receiver::jvm).toList());
    }

    /** All rounds that count. */
    Map<Receiver, List<Round>> run() throws IOException {
        Map<Receiver, List<Round>> measured = new HashMap<>();
        receivers.forEach(receiver -> measured.put(receiver, new ArrayList<>()));
        for (int n = 0; n < options.warmUp() + options.rounds(); n++) {
            if (n == options.warmUp()) {
                aftermath.begin();
            }
            for (Receiver receiver : receivers) {
                aftermath.awaitQuiet();
                Round round = measure(receiver, n);
                System.err.printf(
                        "%s round %d: %.2f s, cpu %.2f ms/invoice%n",
                        receiver.name(), n, round.seconds(), round.cpuSeconds() * 1000 / options.invoices());
                if (n >= options.warmUp()) {
                    measured.get(receiver).add(round);
                }
            }
        }
        return measured;
    }

    /** Processor time of one since the first round that counts, within rounds and between them, in seconds. */
    public double cpuSecondsInAll(Receiver receiver) throws IOException {
        return aftermath.cpuSecondsInAll(receiver.jvm());
    }

    private Round measure(Receiver receiver, int n) throws IOException {
        server.inbox(receiver.companyId(), options.invoices());
        Scratch.settleDisk();
        Stopwatch stopwatch = Stopwatch.start(receiver.jvm(), server);
        receiver.jvm().ask(receiver.order());
        // the XML comes last: with as many of them as invoices, all is there
        Patience.awaitCount(
                receiver.name() + " to receive",
                stopwatch.startNanos(),
                options.invoices(),
                () -> visible(receiver.folder(), ".xml"));
        Round round = stopwatch.stop();
        require(receiver, ".xml");
        require(receiver, ".pdf");
        long received = (long) options.invoices() * (n + 1);
        Patience.await(receiver.name() + "'s books", () -> receiver.books().haveReceived(received));
        takeAway(receiver.folder());
        return round;
    }

    private void require(Receiver receiver, String ending) throws IOException {
        long found = visible(receiver.folder(), ending);
        if (found != options.invoices()) {
            throw new IllegalStateException(receiver.name() + " has " + found + " files " + ending);
        }
    }

    private static long visible(Path folder, String ending) throws IOException {
        long count = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[!.]*" + ending)) {
            for (Path file : files) {
                count += Files.isRegularFile(file) ? 1 : 0;
            }
        }
        return count;
    }

    /** As Komas does once it has read them. */
    private static void takeAway(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, file -> !Scratch.isMark(file))) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }
}
