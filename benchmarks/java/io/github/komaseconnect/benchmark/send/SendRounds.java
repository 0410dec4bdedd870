package io.github.komaseconnect.benchmark.send;

import io.github.komaseconnect.benchmark.Aftermath;
import io.github.komaseconnect.benchmark.Options;
import io.github.komaseconnect.benchmark.Patience;
import io.github.komaseconnect.benchmark.Round;
import io.github.komaseconnect.benchmark.SampleSales;
import io.github.komaseconnect.benchmark.Scratch;
import io.github.komaseconnect.benchmark.Server;
import io.github.komaseconnect.benchmark.Stopwatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rounds in which the contenders take turns; the first of each warm up and do not count. */
public final class SendRounds {
    private final Server server;
    private final Options options;
    private final List<Contender> contenders;
    private final Aftermath aftermath;
    private final SampleSales sales;
    private final String numbers;

    /**
     * Rounds of these contenders.
     *
     * @param numbers what all invoice numbers begin with
     */
    public SendRounds(Server server, Options options, List<Contender> contenders, String numbers) throws IOException {
        this.server = server;
        this.options = options;
        this.contenders = contenders;
        this.aftermath = new Aftermath(contenders.stream().map(Contender::jvm).toList());
        this.numbers = numbers;
        this.sales = new SampleSales();
    }

    /** All rounds that count, by contender. */
    public Map<Contender, List<Round>> run() throws IOException {
        Map<Contender, List<Round>> measured = new HashMap<>();
        contenders.forEach(contender -> measured.put(contender, new ArrayList<>()));
        for (int n = 0; n < options.warmUp() + options.rounds(); n++) {
            if (n == options.warmUp()) {
                aftermath.begin();
            }
            for (Contender contender : contenders) {
                aftermath.awaitQuiet();
                Round round = measure(contender, n);
                System.err.printf(
                        "%s round %d: %.2f s, cpu %.2f ms/invoice%n",
                        contender.name(), n, round.seconds(), round.cpuSeconds() * 1000 / options.invoices());
                if (n >= options.warmUp()) {
                    measured.get(contender).add(round);
                }
            }
        }
        return measured;
    }

    /** Processor time of one since the first round that counts, within rounds and between them, in seconds. */
    public double cpuSecondsInAll(Contender contender) throws IOException {
        return aftermath.cpuSecondsInAll(contender.jvm());
    }

    private Round measure(Contender contender, int n) throws IOException {
        String prefix = numbers + n + "C" + contenders.indexOf(contender) + "-";
        Path staged = contender.folder().resolve("staged");
        sales.write(staged, prefix, options.invoices());
        Scratch.settleDisk();
        Stopwatch stopwatch = Stopwatch.start(contender.jvm(), server);
        // moved in one by one: the folder itself may hold a mark of its owner
        Scratch.moveAll(staged, contender.export());
        Patience.await(contender.name() + " to send", contender::isDone);
        Round round = stopwatch.stop();
        server.requireAccepted(prefix, options.invoices());
        contender.requireSettled((long) options.invoices() * (n + 1));
        return round;
    }
}
