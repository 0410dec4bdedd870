package io.github.komaseconnect.crash;

import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.order.ResolveOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A sales invoice that Komas writes, with a PDF of its own. */
final class Sale implements Errand {
    private static final String DOUBT = "delivery.in-doubt";

    private static final String IN_SENT = "[^.].*\\.(xml|pdf|note\\.txt)";
    /**
     * A double is put aside with a note; where a crash leaves the invoice held meanwhile, the double becomes one with the
     * held file in place of that, and what was begun of the note stays behind under its hidden name.
     */
    private static final String UNFINISHED_NOTE = "\\..*-dubbel\\.note\\.txt\\.tmp-again";

    private final String number;
    private final byte[] xml;
    private final byte[] pdf;
    private final Way way;
    private int resolved;
    private int insisted;
    /** What had arrived when a person last had it sent again. */
    private long knownArrivals;

    /** How a sales invoice reaches its customer. */
    enum Method {
        PEPPOL,
        EMAIL,
        PRINT,
        /** On a printer that is asked for its jobs: no crash leaves a doubt for a person. */
        PRINTER
    }

    /**
     * What is to become of it.
     *
     * @param sample which sample it is made of
     * @param sampleNumber the number in the sample
     * @param method by which the customer gets it in the end
     * @param files how many XML files of it may lie in the sent folder in the end; one at least does
     * @param doubts how often a person is asked without any crash
     * @param person what is done about it when it is held for another reason than a doubt
     * @param insistence how often a person has it sent again although it arrived
     */
    record Way(
            String sample, String sampleNumber, Method method, int files, int doubts, Person person, int insistence) {
        static Way of(String sample, String sampleNumber, Method method) {
            return new Way(sample, sampleNumber, method, 1, 0, (site, sale, row) -> {}, 0);
        }

        Way held(Person who) {
            return new Way(sample, sampleNumber, method, files, doubts, who, insistence);
        }

        Way inDoubt(int againAllTheSame) {
            return new Way(sample, sampleNumber, method, files, 1, person, againAllTheSame);
        }

        Way written(int copies) {
            return new Way(sample, sampleNumber, method, copies, doubts, person, insistence);
        }
    }

    /** Somebody who deals with a held invoice, with no more than one order. */
    interface Person {
        void deal(Site site, Sale sale, LedgerLook.Row row) throws IOException;
    }

    Sale(String number, Way way) throws IOException {
        this(number, way, UnaryOperator.identity());
    }

    /** @param change what its sample is changed into, besides its number */
    Sale(String number, Way way, UnaryOperator<String> change) throws IOException {
        this.number = number;
        this.way = way;
        this.xml = change.apply(Site.sample(way.sample()).replace(way.sampleNumber(), number))
                .getBytes(StandardCharsets.UTF_8);
        this.pdf = ("%PDF-1.4\n% " + number + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Komas writes it. */
    Sale export(Site site) throws IOException {
        offer(site, number);
        return this;
    }

    /** Puts both files into the export folder, under this name. */
    void offer(Site site, String name) throws IOException {
        site.put("export", name + ".PDF", pdf);
        site.put("export", name + ".XML", xml);
    }

    @Override
    public String key() {
        return number;
    }

    @Override
    public void attend(Site site, LedgerLook ledger) throws IOException {
        Optional<LedgerLook.Row> held =
                ledger.first(number).filter(row -> row.state().equals("HELD"));
        if (held.isEmpty() || ledger.openOrders() > 0 || ledger.unplaced() > 0) {
            return;
        }
        if (held.get().reason().equals(DOUBT)) {
            long arrived = arrivals(site);
            boolean insists = arrived > knownArrivals && insisted < way.insistence();
            insisted += insists ? 1 : 0;
            boolean again = insists || arrived == knownArrivals;
            knownArrivals = arrived;
            resolved++;
            site.order(WorkOrder.Kind.RESOLVE, held.get().id(), again ? ResolveOrder.SEND_AGAIN : ResolveOrder.SENT);
        } else {
            way.person().deal(site, this, held.get());
        }
    }

    private long arrivals(Site site) throws IOException {
        site.takeAway();
        return arrivals(site, way.method());
    }

    private long arrivals(Site site, Method method) {
        return switch (method) {
            case PEPPOL -> site.simulator.journal().accepted(number).size();
            case EMAIL -> site.mails(number);
            case PRINT -> site.taken("print-spool", number).size();
            case PRINTER ->
                site.printer.jobs().stream()
                        .filter(job -> new String(job.document(), StandardCharsets.ISO_8859_1).contains(number))
                        .count();
        };
    }

    @Override
    public boolean isSettled(LedgerLook ledger) {
        List<LedgerLook.Row> rows = ledger.of(number);
        return ledger.openOrders() == 0
                && ledger.unplaced() == 0
                && !rows.isEmpty()
                && rows.stream().allMatch(row -> row.state().equals("SENT") && row.pending() == 0);
    }

    @Override
    public int timesWanted() {
        return 1 + way.insistence();
    }

    @Override
    public long timesArrived(Site site) {
        return Arrays.stream(Method.values())
                .mapToLong(method -> arrivals(site, method))
                .sum();
    }

    @Override
    public List<String> faults(Site site, LedgerLook ledger, Set<LedgerLook.OpenAttempt> doubtful) throws IOException {
        List<String> faults = new ArrayList<>();
        for (Method method : Method.values()) {
            int expected = method == way.method() ? timesWanted() : 0;
            expect(faults, expected, arrivals(site, method), "arrived by " + method);
        }
        long byCrash = way.method() == Method.PRINTER
                ? 0
                : doubtful.stream()
                        .filter(attempt -> attempt.key().equals(number))
                        .count();
        // where both fall on one attempt, a person is asked once
        if (resolved != way.doubts() + byCrash && (way.doubts() == 0 || resolved != Math.max(way.doubts(), byCrash))) {
            faults.add(
                    number + ": a person was asked " + resolved + " times; doubts " + way.doubts() + " and " + byCrash);
        }
        String embedded = Base64.getEncoder().encodeToString(pdf);
        site.simulator.journal().accepted(number).stream()
                .map(accepted -> accepted.payload().text())
                .filter(payload -> payload.split(embedded, -1).length != 2)
                .forEach(payload -> faults.add(number + ": its PDF is not in what arrived once: " + payload));
        expect(faults, 1, ledger.of(number).size(), "rows in the ledger");
        folders(site, faults);
        for (LedgerLook.Row row : ledger.of(number)) {
            Path archived = site.home.resolve("data/archive").resolve(row.archive());
            expect(faults, true, holds(archived.resolve("document.xml"), xml), "XML in the archive as it was");
            expect(faults, true, holds(archived.resolve("document.pdf"), pdf), "PDF in the archive as it was");
        }
        return faults;
    }

    /** Whether it is nowhere but where it belongs. */
    private void folders(Site site, List<String> faults) throws IOException {
        for (String folder : List.of("export", "outbox", "sent", "held", "print-spool", "import")) {
            List<String> names = new ArrayList<>();
            for (Path file : site.files(folder)) {
                if (file.getFileName().toString().contains(number)) {
                    names.add(file.getFileName().toString());
                }
            }
            if (folder.equals("sent")) {
                for (String kind : List.of(".xml", ".pdf")) {
                    long found =
                            names.stream().filter(name -> name.endsWith(kind)).count();
                    expect(faults, true, found >= 1 && found <= way.files(), kind + " in " + folder + names);
                }
                names.removeIf(name -> name.matches(way.files() == 1 ? IN_SENT : IN_SENT + "|" + UNFINISHED_NOTE));
            }
            expect(faults, List.of(), names, "left in " + folder);
        }
    }

    private static boolean holds(Path file, byte[] content) throws IOException {
        return Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content);
    }

    private void expect(List<String> faults, Object expected, Object found, String what) {
        if (!String.valueOf(expected).equals(String.valueOf(found))) {
            faults.add(number + ": " + what + ": " + found + " in place of " + expected);
        }
    }
}
