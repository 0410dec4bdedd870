package io.github.komaseconnect.cli;

import io.github.komaseconnect.econnect.Environment;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.reason.DutchTime;
import io.github.komaseconnect.reason.Reason;
import java.util.List;
import java.util.Locale;

/** Shows a {@link StatusReport} to a person. */
final class StatusTables {
    private static final int MOST_NEEDING = 50;
    private static final int MOST_TOUCHES = 20;
    private static final int SHORT_TOUCH = 40;

    private final Terminal terminal;

    StatusTables(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Which eConnect this is about, when that is not production.
     *
     * @param configured what the settings say now
     */
    void environment(Environment environment, Environment configured) {
        if (!environment.isProduction()) {
            terminal.say(
                    "OMGEVING: " + environment.dutch() + ", geen productie.",
                    "ENVIRONMENT: " + environment.word() + ", not production.");
        }
        if (environment != configured) {
            terminal.say(
                    "Let op: de instellingen zeggen " + configured.dutch() + ", maar deze administratie hoort bij "
                            + environment.dutch() + "; run start zo niet.",
                    "Mind: the settings say " + configured.word() + ", but this ledger belongs to " + environment.word()
                            + "; run does not start like this.");
        }
    }

    /** Everything: what needs a person first. */
    void all(boolean running, StatusReport report) {
        runtime(running);
        nodes(report.nodes());
        alarms(report.alarms());
        pauses(report.pauses());
        orders(report.orders());
        new ResponseTable(terminal).unsettled(report.answers());
        new HookTable(terminal).unsettled(report.hooks());
        new BounceTable(terminal).leftAlone(report.leftAlone());
        counts(report);
        needing(report.needing());
        waiting("Wacht op een tweede antwoord van eConnect", "waiting for a second answer", report.confirming());
        waiting("Wacht op de dagelijkse afdruk", "waiting for the daily print", report.gathered());
        new RemarkTable(terminal).summary(report.remarked());
        recent(report);
    }

    /** Only what needs a person. */
    void check(boolean running, StatusReport report) {
        runtime(running);
        if (!report.needsPerson()) {
            terminal.say("In orde: niets heeft een mens nodig.", "All is well: nothing needs a person.");
            return;
        }
        alarms(report.alarms());
        needing(report.needing());
    }

    private void runtime(boolean running) {
        if (!running) {
            terminal.say(
                    "Let op: er draait nu geen run; er wordt niets opgehaald of verzonden.",
                    "Mind: no run is going on now; nothing is fetched or sent.");
        }
    }

    private void nodes(List<NodeLine> nodes) {
        if (!nodes.isEmpty()) {
            heading("Runtimes op deze administratie", "runtimes on this ledger", nodes.size());
            terminal.table(NodeTable.of(nodes));
        }
    }

    private void alarms(List<Alarm> alarms) {
        if (alarms.isEmpty()) {
            return;
        }
        heading("Alarmen", "alarms", alarms.size());
        for (Alarm alarm : alarms) {
            terminal.line("  " + (alarm.company().isEmpty() ? "komas-econnect" : alarm.company()) + ", sinds (since) "
                    + DutchTime.minute(alarm.raisedAt()) + ":");
            if (alarm.hasSeveralReasons()) {
                terminal.say("    Niet overal om dezelfde reden:", "    Not for the same reason everywhere:");
            } else {
                reason("    ", alarm.reason());
            }
            touches(alarm);
        }
    }

    private void touches(Alarm alarm) {
        List<String> shown = alarm.touches().stream()
                .limit(MOST_TOUCHES)
                .map(Alarm.Touch::label)
                .toList();
        int rest = alarm.touches().size() - shown.size();
        if (alarm.hasSeveralReasons()) {
            alarm.touches().stream()
                    .limit(MOST_TOUCHES)
                    .forEach(touch -> terminal.line("    - " + touch.label() + ": " + touch.dutch()));
        } else if (shown.stream().anyMatch(label -> label.length() > SHORT_TOUCH)) {
            shown.forEach(label -> terminal.line("    - " + label));
        } else if (!shown.isEmpty()) {
            terminal.line("    Het gaat om (it concerns): " + String.join(", ", shown));
        }
        if (rest > 0) {
            terminal.line("    + " + rest);
        }
    }

    private void pauses(List<Pause> pauses) {
        if (pauses.isEmpty()) {
            return;
        }
        heading("In rust", "at rest", pauses.size());
        for (Pause pause : pauses) {
            String what = channel(pause.channel());
            terminal.line("  " + pause.company() + ", " + what + ", sinds (since) " + DutchTime.minute(pause.since())
                    + pause.probeAt()
                            .map(at -> ", volgende poging (next try) " + DutchTime.minute(at))
                            .orElse("")
                    + ":");
            terminal.say("    " + pause.dutch(), "    " + pause.english());
        }
    }

    private static String channel(Channel channel) {
        return switch (channel) {
            case ALL -> "alles (everything)";
            case ECONNECT -> "eConnect";
            case RECEIVING -> "ontvangen (receiving)";
            case EMAIL -> "e-mail";
            case PRINT -> "print";
        };
    }

    private void orders(List<WorkOrder> orders) {
        if (orders.isEmpty()) {
            return;
        }
        heading("Opdrachten die wachten", "orders that wait", orders.size());
        Table table = new Table()
                .column("sinds", "since")
                .column("door", "by", Table.Side.LEFT, 40)
                .column("opdracht", "order")
                .column("bedrijf", "company")
                .column("factuur", "invoice", Table.Side.RIGHT, Integer.MAX_VALUE);
        orders.forEach(order -> table.row(
                DutchTime.minute(order.placedAt()),
                order.who(),
                (order.kind().name().toLowerCase(Locale.ROOT) + " " + order.argument()).strip(),
                order.company(),
                order.invoiceId() == 0 ? "" : Long.toString(order.invoiceId())));
        terminal.table(table);
    }

    private void counts(StatusReport report) {
        if (report.counts().isEmpty()) {
            terminal.say("Geen facturen.", "No invoices.");
            return;
        }
        heading("Aantallen", "counts");
        Table table = new Table()
                .column("bedrijf", "company")
                .column("toestand", "state")
                .column("", "")
                .column("aantal", "number", Table.Side.RIGHT, Integer.MAX_VALUE);
        report.counts()
                .forEach(count -> table.row(
                        count.company(),
                        count.state().dutch(),
                        count.state().english(),
                        Long.toString(count.invoices())));
        terminal.table(table);
    }

    private void needing(List<InvoiceLine> needing) {
        if (needing.isEmpty()) {
            return;
        }
        heading("Heeft een mens nodig", "needs a person", needing.size());
        for (InvoiceLine line : needing.stream().limit(MOST_NEEDING).toList()) {
            LedgerInvoice invoice = line.invoice();
            String party = invoice.party().isEmpty() ? "" : ", " + invoice.party();
            String amount = invoice.amount().isEmpty() ? "" : ", " + Amounts.shown(invoice);
            String method = line.method().isEmpty() ? "" : ", " + line.methodWord();
            terminal.line("  " + invoice.id() + "  " + invoice.company() + ", " + line.dutchKind() + " "
                    + invoice.label() + party + amount + method + ", " + line.dutchState() + " (" + line.englishState()
                    + ") sinds (since) " + DutchTime.minute(invoice.changedAt()) + ":");
            if (invoice.reason().isPresent()) {
                reason("      ", invoice.reason().get());
            } else if (line.inDoubt()) {
                terminal.say(
                        "      Nog niet zeker of hij is aangekomen; dat wordt vanzelf nagekeken.",
                        "      Not certain yet whether it arrived; that is looked up by itself.");
            }
        }
        if (needing.size() > MOST_NEEDING) {
            int rest = needing.size() - MOST_NEEDING;
            terminal.say(
                    "  … en nog " + rest + ": komas-econnect status --state vastgehouden",
                    "  … and " + rest + " more: komas-econnect status --state held");
        }
    }

    private void waiting(String dutch, String english, List<InvoiceLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        heading(dutch, english, lines.size());
        for (InvoiceLine line : lines.stream().limit(MOST_NEEDING).toList()) {
            LedgerInvoice invoice = line.invoice();
            String party = invoice.party().isEmpty() ? "" : ", " + invoice.party();
            terminal.line("  " + invoice.id() + "  " + invoice.company() + ", " + invoice.label() + party + ":");
            reason("      ", invoice.reason().orElseThrow());
        }
        if (lines.size() > MOST_NEEDING) {
            int rest = lines.size() - MOST_NEEDING;
            terminal.say("  … en nog " + rest + ".", "  … and " + rest + " more.");
        }
    }

    private void recent(StatusReport report) {
        if (report.recent().isEmpty()) {
            return;
        }
        heading("Facturen, nieuwste eerst", "invoices, newest first");
        terminal.table(InvoiceTable.of(report.recent()));
        if (report.more()) {
            terminal.say(
                    "Er zijn er meer: --limit N, --since DATUM of --state TOESTAND.",
                    "There are more: --limit N, --since DATE or --state STATE.");
        }
    }

    private void reason(String indent, Reason reason) {
        terminal.say(indent + reason.dutchLine(), indent + reason.englishLine());
    }

    private void heading(String dutch, String english, int number) {
        heading(dutch, english + "): " + number, "");
    }

    private void heading(String dutch, String english) {
        heading(dutch, english, ")");
    }

    private void heading(String dutch, String english, String end) {
        terminal.line("");
        terminal.line(dutch + " (" + english + end);
    }
}
