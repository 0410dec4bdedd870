package io.github.komaseconnect.runtime;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.CompanyGate;
import io.github.komaseconnect.custody.CustodyGate;
import io.github.komaseconnect.delivery.DueDeliveries;
import io.github.komaseconnect.delivery.PrinterDesk;
import io.github.komaseconnect.delivery.Recovery;
import io.github.komaseconnect.following.OutboxLook;
import io.github.komaseconnect.following.StatusPolls;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.print.PrintBatches;
import io.github.komaseconnect.purchase.DueReceipts;
import io.github.komaseconnect.purchase.PurchaseInbox;
import io.github.komaseconnect.response.DueResponses;
import io.github.komaseconnect.sales.ExportFolder;
import io.github.komaseconnect.sales.ExportWatch;
import io.github.komaseconnect.sales.InterruptedClaims;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts together what lets companies come in hand and go. */
final class LifeWiring {
    private final Companies companies;
    private final Ledger ledger;
    private final Clock clock;
    private final Map<String, Object> beans;

    /** Adds to {@code beans}, which hold the beans that do the work already. */
    LifeWiring(Companies companies, Ledger ledger, Clock clock, Map<String, Object> beans) {
        this.companies = companies;
        this.ledger = ledger;
        this.clock = clock;
        this.beans = beans;
    }

    void wire(CompanyRoutes routes, Recovery recovery, List<Consumer<String>> forgetters) {
        Unexpected unexpected = bean("unexpected", Unexpected.class);
        ExportLooks looks = new ExportLooks(
                companies,
                new ExportFolder(bean("exportWatch", ExportWatch.class), ledger),
                routes::pickUp,
                unexpected,
                clock);
        CompanyDesk desk = new CompanyDesk(
                ledger,
                recovery,
                bean("interruptedClaims", InterruptedClaims.class),
                bean("dueDeliveries", DueDeliveries.class),
                bean("dueReceipts", DueReceipts.class),
                bean("purchaseInbox", PurchaseInbox.class),
                bean("outboxLook", OutboxLook.class),
                bean("statusPolls", StatusPolls.class),
                looks,
                bean("dueResponses", DueResponses.class),
                bean("respondLooks", RespondLooks.class),
                bean("printerDesk", PrinterDesk.class),
                bean("printBatches", PrintBatches.class),
                routes::cameInHand,
                forgetters);
        beans.put("exportLooks", looks);
        beans.put("companyLife", new CompanyLife(companies, gates(), desk, unexpected, clock));
        beans.put("companySchedules", new CompanySchedules(companies, routes));
        beans.put("companies", companies);
    }

    /** Who has a say in whether a company comes in hand, asked in this order. */
    private List<CompanyGate> gates() {
        List<CompanyGate> all = new ArrayList<>();
        Optional.ofNullable(beans.get("clusterNode"))
                .map(ClusterNode.class::cast)
                .map(ClusterNode::gates)
                .ifPresent(all::addAll);
        // this one last: it marks the folders of a company that all others let in
        all.add(bean("custodyGate", CustodyGate.class));
        return all;
    }

    private <T> T bean(String name, Class<T> type) {
        return type.cast(beans.get(name));
    }
}
