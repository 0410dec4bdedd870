package io.github.komaseconnect.cli;

import io.github.komaseconnect.econnect.Environment;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Bounces;
import io.github.komaseconnect.ledger.HookTraffic;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.LedgerResponse;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.ledger.Remarks;
import io.github.komaseconnect.ledger.StateCount;
import io.github.komaseconnect.ledger.WorkOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What {@code status} found in the ledger.
 *
 * @param needing invoices that need a person, oldest first
 * @param recent the invoices asked for, newest first
 * @param more whether there are more than {@code recent} shows
 * @param orders not carried out yet, oldest first
 * @param environment the one that the ledger belongs to, once a run used it
 * @param nodes the runtimes that share the ledger; none when one has it for itself
 * @param confirming sales invoices that wait for a second answer to whether their customer is on Peppol, oldest first
 * @param answers to suppliers, that wait or failed, oldest first
 * @param hooks of each company that was told anything
 * @param gathered sales invoices that wait for the daily print, oldest first
 * @param remarked purchase invoices that lack something for Komas
 * @param leftAlone mails in the mailboxes for mails that come back that are about no invoice
 */
record StatusReport(
        List<Alarm> alarms,
        List<Pause> pauses,
        List<StateCount> counts,
        List<InvoiceLine> needing,
        List<InvoiceLine> recent,
        boolean more,
        List<WorkOrder> orders,
        List<NodeLine> nodes,
        Optional<Environment> environment,
        List<InvoiceLine> confirming,
        List<Answering> answers,
        List<HookTraffic> hooks,
        List<InvoiceLine> gathered,
        Remarked remarked,
        List<Bounces.LeftAlone> leftAlone) {
    /** An answer to a supplier, and its invoice. */
    record Answering(LedgerResponse response, LedgerInvoice invoice) {}

    /** How many purchase invoices have remarks that were made at or after {@code since}, by company. */
    record Remarked(Instant since, List<Remarks.CompanyCount> counts) {
        long invoices() {
            return counts.stream().mapToLong(Remarks.CompanyCount::invoices).sum();
        }
    }

    /** Before the first run. */
    static StatusReport empty() {
        return new StatusReport(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Remarked(Instant.EPOCH, List.of()),
                List.of());
    }

    boolean needsPerson() {
        return !alarms.isEmpty() || !needing.isEmpty();
    }
}
