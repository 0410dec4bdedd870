package io.github.komaseconnect.runtime;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.CompanyFolders;
import io.github.komaseconnect.delivery.DueDeliveries;
import io.github.komaseconnect.delivery.PrinterDesk;
import io.github.komaseconnect.delivery.Recovery;
import io.github.komaseconnect.following.OutboxLook;
import io.github.komaseconnect.following.StatusPolls;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.print.PrintBatches;
import io.github.komaseconnect.purchase.DueReceipts;
import io.github.komaseconnect.purchase.PurchaseInbox;
import io.github.komaseconnect.response.DueResponses;
import io.github.komaseconnect.sales.Claim;
import io.github.komaseconnect.sales.InterruptedClaims;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The work of {@link CompanyLife}, with the parts that do it. */
final class CompanyDesk implements CompanyLife.Work {
    private final Ledger ledger;
    private final Recovery recovery;
    private final InterruptedClaims interrupted;
    private final DueDeliveries deliveries;
    private final DueReceipts receipts;
    private final PurchaseInbox inbox;
    private final OutboxLook outbox;
    private final StatusPolls polls;
    private final ExportLooks looks;
    private final DueResponses responses;
    private final RespondLooks respond;
    private final PrinterDesk printers;
    private final PrintBatches batches;
    private final Consumer<CameInHand> cameInHand;
    private final List<Consumer<String>> forgetters;

    /**
     * @param cameInHand tells the routes
     * @param forgetters what remembers something of companies by their keys, and is to forget one that has gone
     */
    CompanyDesk(
            Ledger ledger,
            Recovery recovery,
            InterruptedClaims interrupted,
            DueDeliveries deliveries,
            DueReceipts receipts,
            PurchaseInbox inbox,
            OutboxLook outbox,
            StatusPolls polls,
            ExportLooks looks,
            DueResponses responses,
            RespondLooks respond,
            PrinterDesk printers,
            PrintBatches batches,
            Consumer<CameInHand> cameInHand,
            List<Consumer<String>> forgetters) {
        this.ledger = ledger;
        this.recovery = recovery;
        this.interrupted = interrupted;
        this.deliveries = deliveries;
        this.receipts = receipts;
        this.inbox = inbox;
        this.outbox = outbox;
        this.polls = polls;
        this.looks = looks;
        this.responses = responses;
        this.respond = respond;
        this.printers = printers;
        this.batches = batches;
        this.cameInHand = cameInHand;
        this.forgetters = List.copyOf(forgetters);
    }

    /**
     * What was left open by a crash, an earlier time in hand or another node becomes in doubt, recorded moves are finished,
     * and taken files that were not registered are found.
     */
    @Override
    public List<Claim> recover(Company company) {
        recovery.recover(company, () -> Stream.concat(deliveries.inHand().stream(), batches.inHand().stream())
                .collect(Collectors.toSet()));
        return interrupted.of(company);
    }

    /** Its unfinished claims are registered and its list is read, for it may have been away. */
    @Override
    public void begin(Company company, List<Claim> unfinished) {
        cameInHand.accept(new CameInHand(company.key(), unfinished));
    }

    @Override
    public boolean isHalfWay(Company company, Company next) {
        CompanyFolders now = company.folders();
        boolean staged = !now.importFolder().equals(next.folders().importFolder())
                && ledger
                        .reading(books -> books.invoices().inState(Direction.PURCHASE, List.of(InvoiceState.STAGED)))
                        .stream()
                        .anyMatch(invoice -> invoice.company().equals(company.key()));
        return staged || !now.outbox().equals(next.folders().outbox()) && interrupted.mayHave(company);
    }

    @Override
    public boolean isBusy(String key) {
        return deliveries.isBusy(key)
                || receipts.isBusy(key)
                || inbox.isBusy(key)
                || outbox.isBusy(key)
                || polls.isBusy(key)
                || looks.isBusy(key)
                || responses.isBusy(key)
                || respond.isBusy(key)
                || printers.isBusy(key)
                || batches.isBusy(key);
    }

    @Override
    public void end(String key) {
        forgetters.forEach(forgetter -> forgetter.accept(key));
    }
}
