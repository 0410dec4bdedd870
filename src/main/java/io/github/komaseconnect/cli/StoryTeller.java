package io.github.komaseconnect.cli;

import io.github.komaseconnect.cli.InvoiceStory.TriedDelivery;
import io.github.komaseconnect.configuration.InvoiceMails;
import io.github.komaseconnect.econnect.Environment;
import io.github.komaseconnect.ledger.Attempt;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.PrintJob;
import io.github.komaseconnect.reason.DutchTime;
import io.github.komaseconnect.relation.Destination;
import io.github.komaseconnect.relation.SendingMethod;
import java.util.Locale;

/** Tells a person the story of one invoice. */
final class StoryTeller {
    private static final int LABEL = 32;

    private final Terminal terminal;
    private final Installation installation;

    StoryTeller(Terminal terminal, Installation installation) {
        this.terminal = terminal;
        this.installation = installation;
    }

    void tell(InvoiceStory story) {
        facts(story);
        whereabouts(story);
        new RemarkTable(terminal).story(story.line().remarks());
        story.deliveries().forEach(this::delivery);
        story.responses().forEach(told -> new ResponseTable(terminal).story(told.response(), told.attempts()));
        events(story);
    }

    private void facts(InvoiceStory story) {
        InvoiceLine line = story.line();
        LedgerInvoice invoice = story.invoice();
        terminal.line(invoice.id() + "  " + line.dutchKind() + " " + invoice.label() + " (" + invoice.company() + ")");
        environment();
        fact(
                "toestand (state)",
                line.dutchState() + " (" + line.englishState() + "), sinds (since) "
                        + DutchTime.second(invoice.changedAt()));
        line.outcome().ifPresent(followed -> {
            fact("na verzending (since sent)", followed.dutch() + " (" + followed.english() + ")");
            fact("", followed.remarksDutch());
            fact("", followed.remarksEnglish().equals(followed.remarksDutch()) ? "" : followed.remarksEnglish());
        });
        invoice.reason().ifPresent(reason -> {
            fact("reden (reason)", reason.dutchInFull());
            fact("", reason.englishInFull());
            fact("", "[" + reason.code() + "]");
        });
        fact("relatie (party)", invoice.party());
        fact("leverancier (supplier)", invoice.supplier());
        fact("datum (issue date)", invoice.issueDate());
        fact("bedrag (amount)", Amounts.shown(invoice));
        fact("eConnect ExternalId", invoice.externalId());
        fact("bestand van Komas (original)", invoice.originalName());
        fact("SHA-256", invoice.sha256());
        fact("SHA-256 PDF", invoice.pdfSha256());
        fact("aangemaakt (created)", DutchTime.second(invoice.createdAt()));
    }

    private void environment() {
        Environment environment = installation.configuration().environment().which();
        if (!environment.isProduction()) {
            fact(
                    "omgeving (environment)",
                    environment.dutch() + ", geen productie (not production)"
                            + (installation.configuration().environment().invoiceMails()
                                            instanceof InvoiceMails.Instead instead
                                    ? "; facturen per e-mail gaan naar (invoices by e-mail go to) "
                                            + String.join(", ", instead.addresses())
                                    : ""));
        }
    }

    private void whereabouts(InvoiceStory story) {
        LedgerInvoice invoice = story.invoice();
        new Whereabouts(installation).of(story).forEach((label, text) -> fact(label, text));
        if (!invoice.archive().isEmpty()) {
            fact(
                    "archief (archive)",
                    installation
                            .configuration()
                            .settings()
                            .archiveFolder()
                            .resolve(invoice.archive())
                            .toString());
        }
    }

    private void delivery(TriedDelivery tried) {
        Delivery delivery = tried.delivery();
        Destination to = delivery.destination();
        terminal.line("");
        terminal.line(
                "Aflevering (delivery) " + delivery.id() + " per " + to.method().word() + ": " + state(delivery));
        fact("  naar (to)", String.join(", ", to.addresses()));
        fact("  relatie (relation)", (to.relationNumber() + " " + to.relationName()).strip());
        fact("  regel (row)", to.relationRow());
        fact("  waarom (why)", to.whyDutch());
        fact("", to.whyEnglish());
        tried.fellBack().ifPresent(fellBack -> {
            fact(
                    "  uitwijk (fallback)",
                    fellBack.insteadOf()
                                    .map(id -> "in plaats van aflevering (instead of delivery) " + id)
                                    .orElse("in plaats van Peppol (instead of Peppol)")
                            + ", sinds (since) " + DutchTime.second(fellBack.at()));
            fact("", fellBack.dutch());
            fact("", fellBack.english());
        });
        tried.payload().ifPresent(payload -> {
            fact("  verzonden wordt (sends)", payload.file() + ", " + payload.bytes() + " bytes");
            fact("  SHA-256 daarvan (its SHA-256)", payload.sha256());
        });
        fact("  taal (language)", to.language().name().toLowerCase(Locale.ROOT));
        fact("  bewijs (reference)", delivery.reference());
        boolean open = delivery.state() == DeliveryState.WAITING || delivery.state() == DeliveryState.IN_DOUBT;
        fact("  gevraagd (asked of the printer)", to.print().text());
        tried.jobs().forEach(job -> new PrintJobTable(this::fact).tell(delivery, job));
        delivery.dueAt().filter(at -> open).ifPresent(at -> fact("  volgende keer (next)", DutchTime.second(at)));
        if (tried.attempts().isEmpty()) {
            return;
        }
        Table table = new Table()
                .column("poging", "attempt", Table.Side.RIGHT, Integer.MAX_VALUE)
                .column("begin", "start")
                .column("einde", "end")
                .column("uitkomst", "outcome")
                .column("bewijs", "reference", Table.Side.LEFT, 60)
                .column("reden", "reason");
        tried.attempts().forEach(attempt -> row(table, attempt));
        terminal.table(table);
        tried.attempts().stream()
                .filter(attempt -> !attempt.dutch().isEmpty())
                .forEach(attempt -> terminal.say(
                        "  " + attempt.number() + ": " + attempt.dutch(),
                        "  " + attempt.number() + ": " + attempt.english()));
    }

    private static void row(Table table, Attempt attempt) {
        table.row(
                Integer.toString(attempt.number()),
                DutchTime.second(attempt.startedAt()),
                attempt.endedAt().map(DutchTime::second).orElse(""),
                attempt.outcome().isEmpty() ? "loopt (open)" : attempt.outcome(),
                attempt.reference(),
                attempt.reasonCode());
    }

    private static String state(Delivery delivery) {
        boolean print = delivery.destination().method() == SendingMethod.PRINT;
        return switch (delivery.state()) {
            case WAITING -> "wacht (waiting)";
            case ATTEMPTING -> "bezig (being tried)";
            case IN_DOUBT -> StateFilter.IN_DOUBT_DUTCH + " (" + StateFilter.IN_DOUBT_ENGLISH + ")";
            case PRINTING -> "bij de printer (at the printer)";
            case DELIVERED ->
                print && PrintJob.number(delivery.reference()) == 0
                        ? StateFilter.PUT_READY_DUTCH + " (" + StateFilter.PUT_READY_ENGLISH + ")"
                        : "afgeleverd (delivered)";
            case REJECTED -> "niet gelukt (ended without arriving)";
            case NOT_REACHABLE -> "niet te bereiken via Peppol (not reachable)";
            case CANCELLED -> "ingetrokken (withdrawn)";
        };
    }

    private void events(InvoiceStory story) {
        terminal.line("");
        terminal.line("Gebeurtenissen (events):");
        for (LedgerEvent event : story.events()) {
            String who = event.who().equals(LedgerEvent.RUNTIME) ? "" : " door (by) " + event.who();
            terminal.line("  " + DutchTime.second(event.at()) + "  " + event.kind() + who);
            terminal.say("    " + event.dutch(), "    " + event.english());
        }
    }

    private void fact(String label, String text) {
        if (!text.isEmpty()) {
            terminal.line("  " + label + " ".repeat(Math.max(1, LABEL - label.length())) + text);
        }
    }
}
