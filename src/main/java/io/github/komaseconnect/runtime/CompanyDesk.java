package io.github.komaseconnect.runtime;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.delivery.DueDeliveries;
import io.github.komaseconnect.delivery.Recovery;
import io.github.komaseconnect.purchase.DueReceipts;
import io.github.komaseconnect.purchase.PurchaseInbox;
import io.github.komaseconnect.sales.Claim;
import io.github.komaseconnect.sales.InterruptedClaims;
import java.util.List;
import java.util.function.Consumer;

/** What is done for one company when it comes in hand and when it has gone, and whether anything is still being done. */
public final class CompanyDesk {
    private final Recovery recovery;
    private final InterruptedClaims interrupted;
    private final DueDeliveries deliveries;
    private final DueReceipts receipts;
    private final PurchaseInbox inbox;
    private final ExportLooks looks;
    private final Consumer<CameInHand> cameInHand;
    private final List<Consumer<String>> forgetters;

    /**
     * @param cameInHand tells the routes
     * @param forgetters what remembers something of companies by their keys, and is to forget one that has gone
     */
    public CompanyDesk(
            Recovery recovery,
            InterruptedClaims interrupted,
            DueDeliveries deliveries,
            DueReceipts receipts,
            PurchaseInbox inbox,
            ExportLooks looks,
            Consumer<CameInHand> cameInHand,
            List<Consumer<String>> forgetters) {
        this.recovery = recovery;
        this.interrupted = interrupted;
        this.deliveries = deliveries;
        this.receipts = receipts;
        this.inbox = inbox;
        this.looks = looks;
        this.cameInHand = cameInHand;
        this.forgetters = List.copyOf(forgetters);
    }

    /**
     * Before anything new begins for a company, which is attended already: what was left open by a crash, an earlier time
     * in hand or another node becomes in doubt, recorded moves are finished, and taken files that were not registered are
     * found.
     */
    List<Claim> recover(Company company) {
        recovery.recover(company, deliveries::inHand);
        return interrupted.of(company);
    }

    /** The company is in hand: its unfinished claims are registered and its list is read, for it may have been away. */
    void begin(Company company, List<Claim> unfinished) {
        cameInHand.accept(new CameInHand(company.key(), unfinished));
    }

    /** Whether something that was begun for a company is not finished. */
    boolean isBusy(String key) {
        return deliveries.isBusy(key) || receipts.isBusy(key) || inbox.isBusy(key) || looks.isBusy(key);
    }

    /** The company has gone. */
    void end(String key) {
        forgetters.forEach(forgetter -> forgetter.accept(key));
    }
}
