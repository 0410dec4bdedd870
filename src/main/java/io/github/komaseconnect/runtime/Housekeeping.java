package io.github.komaseconnect.runtime;

import io.github.komaseconnect.alarm.ClockWatch;
import io.github.komaseconnect.alarm.FolderWatch;
import io.github.komaseconnect.alarm.StorageWatch;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.delivery.DueDeliveries;
import io.github.komaseconnect.delivery.IdleChannels;
import io.github.komaseconnect.delivery.Recovery;
import io.github.komaseconnect.sales.ClaimTrouble;
import io.github.komaseconnect.sales.ExportWatch;
import io.github.komaseconnect.sales.OutboxWatch;
import io.github.komaseconnect.sales.Placement;
import io.github.komaseconnect.sales.RelationDesk;
import java.util.List;

/** What is looked after now and then. */
public final class Housekeeping {
    private final StorageWatch storage;
    private final ClockWatch clock;
    private final FolderWatch folders;
    private final OutboxWatch outbox;
    private final Placement placement;
    private final ExportWatch exports;
    private final ClaimTrouble claims;
    private final Recovery recovery;
    private final DueDeliveries deliveries;
    private final Companies companies;
    private final RelationDesk relations;
    private final IdleChannels idle;
    private final Turns turns = new Turns();

    /** Looks after these. */
    public Housekeeping(
            StorageWatch storage,
            ClockWatch clock,
            FolderWatch folders,
            OutboxWatch outbox,
            Placement placement,
            ExportWatch exports,
            ClaimTrouble claims,
            Recovery recovery,
            DueDeliveries deliveries,
            Companies companies,
            RelationDesk relations,
            IdleChannels idle) {
        this.storage = storage;
        this.clock = clock;
        this.folders = folders;
        this.outbox = outbox;
        this.placement = placement;
        this.exports = exports;
        this.claims = claims;
        this.recovery = recovery;
        this.deliveries = deliveries;
        this.companies = companies;
        this.relations = relations;
        this.idle = idle;
    }

    /** One round. */
    public void goRound() {
        storage.look();
        clock.look();
        List<Company> turn = turns.next(companies.all());
        turn.forEach(folders::look);
        placement.tidy();
        outbox.look();
        exports.tidy();
        claims.tidy();
        turn.forEach(relations::relations);
        idle.release();
        recovery.recoverExcept(deliveries::inHand);
    }
}
