package io.github.komaseconnect.crash;

import io.github.komaseconnect.bounce.mailbox.Reports;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.order.ResolveOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sales invoice whose mail comes back; a person has it printed then. */
final class Bounced implements Errand {
    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: (<[^>]+>)");

    private final String number;
    private boolean returned;
    private boolean printed;

    private Bounced(String number) {
        this.number = number;
    }

    /** Komas writes it. */
    static Bounced export(Site site, String number, String sample, String sampleNumber) throws IOException {
        String xml = Site.sample(sample).replace(sampleNumber, number);
        site.put(
                "export", number + ".PDF", ("%PDF-1.4\n% " + number + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII));
        site.put("export", number + ".XML", xml.getBytes(StandardCharsets.UTF_8));
        return new Bounced(number);
    }

    @Override
    public String key() {
        return number;
    }

    @Override
    public void attend(Site site, LedgerLook ledger) throws IOException {
        Optional<LedgerLook.Row> row = ledger.first(number);
        if (row.isEmpty() || ledger.openOrders() > 0 || ledger.unplaced() > 0) {
            return;
        }
        if (row.get().state().equals("SENT") && !returned && site.mails(number) == 1) {
            returned = true;
            site.postbox()
                    .arrives(Reports.failed(messageId(site), "klant@example.com", "smtp; 550 5.1.1 User unknown"));
        } else if (row.get().state().equals("HELD")) {
            held(site, row.get());
        }
    }

    private void held(Site site, LedgerLook.Row row) throws IOException {
        if (row.reason().equals("mail.bounced")) {
            if (!printed) {
                printed = true;
                site.order(WorkOrder.Kind.REROUTE, row.id(), "PRINT");
            }
            return;
        }
        // a doubt is about the way it went last
        site.takeAway();
        long arrived = printed ? site.taken("print-spool", number).size() : site.mails(number);
        site.order(WorkOrder.Kind.RESOLVE, row.id(), arrived == 0 ? ResolveOrder.SEND_AGAIN : ResolveOrder.SENT);
    }

    private String messageId(Site site) {
        return site.mail.messages().stream()
                .map(message -> new String(message, StandardCharsets.ISO_8859_1))
                .filter(message -> message.contains(number))
                .map(MESSAGE_ID::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public boolean isSettled(LedgerLook ledger) {
        List<LedgerLook.Row> rows = ledger.of(number);
        return returned
                && printed
                && ledger.openOrders() == 0
                && ledger.unplaced() == 0
                && !rows.isEmpty()
                && rows.stream().allMatch(row -> row.state().equals("SENT") && row.pending() == 0);
    }

    /** By mail, which came back, and printed. */
    @Override
    public int timesWanted() {
        return 2;
    }

    @Override
    public long timesArrived(Site site) {
        try {
            site.takeAway();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return site.mails(number) + site.taken("print-spool", number).size();
    }

    @Override
    public List<String> faults(Site site, LedgerLook ledger, Set<LedgerLook.OpenAttempt> doubtful) throws IOException {
        List<String> faults = new ArrayList<>();
        expect(faults, 1, site.mails(number), "mails");
        expect(faults, 1, site.taken("print-spool", number).size(), "prints");
        expect(faults, 1, ledger.of(number).size(), "rows in the ledger");
        expect(faults, 1, timesHeld(site), "times held because it came back");
        for (String folder : List.of("export", "outbox", "held")) {
            for (Path file : site.files(folder)) {
                if (file.getFileName().toString().contains(number)) {
                    faults.add(number + ": left in " + folder + ": " + file.getFileName());
                }
            }
        }
        long sent = site.files("sent").stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.contains(number) && name.endsWith(".xml"))
                .count();
        expect(faults, 1, sent, "XML in sent");
        return faults;
    }

    private long timesHeld(Site site) {
        String query = "SELECT COUNT(*) FROM event e JOIN invoice i ON i.id = e.invoice_id WHERE i.number = '" + number
                + "' AND e.kind = 'held' AND e.text_nl LIKE '%kwam terug%User unknown%'";
        try (Connection connection = site.ledger.look();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            return found.next() ? found.getLong(1) : 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void expect(List<String> faults, long expected, long found, String what) {
        if (expected != found) {
            faults.add(number + ": " + what + ": " + found + " in place of " + expected);
        }
    }
}
