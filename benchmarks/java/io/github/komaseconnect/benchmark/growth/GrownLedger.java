package io.github.komaseconnect.benchmark.growth;

import io.github.komaseconnect.benchmark.Options;
import io.github.komaseconnect.benchmark.Pace;
import io.github.komaseconnect.benchmark.Round;
import io.github.komaseconnect.benchmark.Server;
import io.github.komaseconnect.benchmark.Usage;
import io.github.komaseconnect.benchmark.send.Contender;
import io.github.komaseconnect.benchmark.send.Contenders;
import io.github.komaseconnect.benchmark.send.SendRounds;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A home whose ledger has a history, and the program on it. */
final class GrownLedger implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    /** So many invoices are really sent; the rest of the history is made of them. */
    private static final int SEEDS = 100;

    private final Contenders contenders;
    private final Path home;
    private final long size;
    private Optional<Contender> program = Optional.empty();

    private GrownLedger(Contenders contenders, Path home, long size) {
        this.contenders = contenders;
        this.home = home;
        this.size = size;
    }

    /** Makes one with so many invoices in it, all sent; the program does not run on it yet. */
    static GrownLedger make(Options options, Server server, Path work, long size) throws IOException, SQLException {
        Pace pace = new Pace(CONNECTIONS, options.interval(), options.settle());
        Contenders contenders = new Contenders(options, server.url(), pace, work);
        String prefix = "S" + size + "-";
        try (Contender seeding = contenders.ours()) {
            new SendRounds(server, options.withRounds(SEEDS, 1, 0), List.of(seeding), prefix).run();
        }
        GrownLedger ledger = new GrownLedger(contenders, work.resolve("ours"), size);
        new LedgerFill(ledger.database()).fillUpTo(size);
        return ledger;
    }

    void start() throws IOException {
        program = Optional.of(contenders.oursAgain(Long.toString(size)));
    }

    /** Rounds in which these ledgers take turns. */
    static Map<GrownLedger, List<Round>> rounds(Server server, Options options, List<GrownLedger> ledgers)
            throws IOException {
        List<Contender> programs = ledgers.stream().map(GrownLedger::program).toList();
        Map<Contender, List<Round>> measured = new SendRounds(server, options, programs, "R").run();
        Map<GrownLedger, List<Round>> rounds = new LinkedHashMap<>();
        ledgers.forEach(ledger -> rounds.put(ledger, measured.get(ledger.program())));
        return rounds;
    }

    private Contender program() {
        return program.orElseThrow();
    }

    /** How many invoices it had before the first round. */
    long size() {
        return size;
    }

    /** The database file. */
    Path database() {
        return home.resolve("data").resolve("ledger.db");
    }

    Usage usage() throws IOException {
        return program().jvm().usage();
    }

    @Override
    public void close() {
        program.ifPresent(Contender::close);
    }
}
