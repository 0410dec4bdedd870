package io.github.komaseconnect.crash;

import io.github.komaseconnect.simulator.HookTopic;
import io.github.komaseconnect.simulator.SendOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A sales invoice that goes out over the PSB, which then tells by a hook what became of it. */
final class Followed implements Errand {
    private final Site site;
    private final String number;
    private final End end;
    private boolean told;

    /** What becomes of it after eConnect took it. */
    enum End {
        /** It arrives, which a text beside the file tells. */
        DELIVERED("SENT", "sent", ".status.txt", SendOutcome.SENT),
        /** It does not, and is held for a person. */
        NOT_DELIVERED("HELD", "held", ".reason.txt", SendOutcome.FAILED);

        private final String state;
        private final String folder;
        private final String text;
        private final SendOutcome outcome;

        End(String state, String folder, String text, SendOutcome outcome) {
            this.state = state;
            this.folder = folder;
            this.text = text;
            this.outcome = outcome;
        }
    }

    private Followed(Site site, String number, End end) {
        this.site = site;
        this.number = number;
        this.end = end;
    }

    /** Komas writes it. */
    static Followed export(Site site, String number, Sale.Way way, End end) throws IOException {
        site.tellOf(HookTopic.INVOICE_SENT);
        site.tellOf(HookTopic.INVOICE_SENT_ERROR);
        site.simulator.psb().onSend(number, end.outcome);
        // told when it is sent, so that each step comes in the same order every time
        site.simulator.psb().hooks().pause();
        new Sale(number, way).export(site);
        return new Followed(site, number, end);
    }

    @Override
    public String key() {
        return number;
    }

    @Override
    public void attend(Site anySite, LedgerLook ledger) {
        boolean sent = ledger.unplaced() == 0
                && ledger.first(number)
                        .filter(row -> row.state().equals("SENT") && row.pending() == 0)
                        .isPresent();
        if (sent && !told) {
            told = true;
            site.simulator.psb().hooks().resume();
        }
    }

    @Override
    public boolean isSettled(LedgerLook ledger) {
        List<LedgerLook.Row> rows = ledger.of(number);
        return ledger.unplaced() == 0
                && !rows.isEmpty()
                && rows.stream().allMatch(row -> row.state().equals(end.state) && row.pending() == 0)
                && names(end.folder).stream().anyMatch(name -> name.endsWith(end.text));
    }

    private List<String> names(String folder) {
        try {
            return site.files(folder).stream()
                    .map(Path::getFileName)
                    .map(Path::toString)
                    .filter(name -> name.contains(number))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int timesWanted() {
        return 1;
    }

    @Override
    public long timesArrived(Site anySite) {
        return site.simulator.journal().accepted(number).size();
    }

    @Override
    public List<String> faults(Site anySite, LedgerLook ledger, Set<LedgerLook.OpenAttempt> doubtful) {
        List<String> faults = new ArrayList<>();
        if (timesArrived(site) != 1 || site.mails(number) != 0) {
            faults.add(number + ": accepted " + timesArrived(site) + " times, mailed " + site.mails(number) + " times");
        }
        if (ledger.of(number).size() != 1) {
            faults.add(number + ": rows in the ledger: " + ledger.of(number));
        }
        for (String folder : List.of("export", "outbox", "sent", "held", "print-spool")) {
            List<String> kinds = names(folder).stream()
                    .map(name -> name.substring(name.indexOf(number) + number.length()))
                    .sorted()
                    .toList();
            List<String> wanted = folder.equals(end.folder) ? List.of(".pdf", end.text, ".xml") : List.of();
            if (!kinds.equals(wanted)) {
                faults.add(number + ": in " + folder + ": " + kinds + " in place of " + wanted);
            }
        }
        return faults;
    }
}
