package io.github.komaseconnect.cli;

import io.github.komaseconnect.econnect.InvoiceResponse;
import io.github.komaseconnect.ledger.LedgerResponse;
import io.github.komaseconnect.ledger.ResponseAttempt;
import io.github.komaseconnect.reason.DutchTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Shows answers to suppliers to a person. */
final class ResponseTable {
    private final Terminal terminal;

    ResponseTable(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Those that wait or failed, for {@code status}. */
    void unsettled(List<StatusReport.Answering> unsettled) {
        if (unsettled.isEmpty()) {
            return;
        }
        terminal.line("");
        terminal.line("Antwoorden aan leveranciers (answers to suppliers): " + unsettled.size());
        for (StatusReport.Answering answering : unsettled) {
            LedgerResponse response = answering.response();
            terminal.line("  " + response.invoiceId() + "  " + response.company() + ", "
                    + answering.invoice().label() + ", " + answering.invoice().party() + ": " + line(response));
            response.reason()
                    .ifPresent(reason -> terminal.say("      " + reason.dutchLine(), "      " + reason.englishLine()));
        }
    }

    /** One answer with its attempts, for {@code show}. */
    void story(LedgerResponse response, List<ResponseAttempt> attempts) {
        terminal.line("");
        terminal.line("Antwoord (answer) " + line(response));
        texts(response.response()).forEach(text -> terminal.line("  " + text));
        terminal.line("  door (by) " + response.who() + ", " + DutchTime.second(response.createdAt()));
        for (ResponseAttempt attempt : attempts) {
            terminal.line("  " + DutchTime.second(attempt.startedAt()) + "  " + attempt.status() + "  "
                    + (attempt.outcome().isEmpty() ? "loopt (open)" : attempt.outcome()));
            if (!attempt.dutch().isEmpty()) {
                terminal.say("    " + attempt.dutch(), "    " + attempt.english());
            }
        }
    }

    private static String line(LedgerResponse response) {
        var status = response.response().status();
        String next = response.tries() > 0 && response.dueAt().isPresent()
                ? ", volgende poging (next try) "
                        + DutchTime.minute(response.dueAt().get())
                : "";
        return status + ", " + status.dutch() + " (" + status.english() + "): "
                + response.state().dutch() + " (" + response.state().english() + ")" + next;
    }

    private static List<String> texts(InvoiceResponse response) {
        List<String> lines = new ArrayList<>();
        add(lines, "reden (reason) ", response.reasons());
        add(lines, "actie (action) ", response.actions());
        if (!response.note().isEmpty()) {
            lines.add("toelichting (note) " + response.note());
        }
        return lines;
    }

    private static void add(List<String> lines, String label, Map<? extends Enum<?>, String> texts) {
        texts.forEach((code, text) -> lines.add(label + code.name() + ": " + text));
    }
}
