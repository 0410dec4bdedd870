package io.github.komaseconnect.delivery;

import io.github.komaseconnect.company.Validation;
import io.github.komaseconnect.invoice.rules.InvoiceRules;
import io.github.komaseconnect.invoice.rules.RuleReasons;
import io.github.komaseconnect.invoice.rules.Verdict;
import io.github.komaseconnect.invoice.rules.Verdict.Examined;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.reason.DutchTime;
import io.github.komaseconnect.reason.Reason;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Looks whether an invoice keeps the official rules, before its first attempt. Only rules that are known to be broken, and
 * known to be those in force, ever hold one; for whatever else whoever receives it decides, and the ledger tells. A trouble
 * that may be over soon puts one off for a while where such rules would hold it.
 */
public final class RuleCheck {
    /** Kind of the event that lets one invoice out whatever the rules say: an order of a person, until the next one. */
    public static final String WAIVED = "skip-validation";

    /** Kind of the event of any other order about an invoice. */
    public static final String ORDER = "order";

    /** From the first time on that it could not be looked at; then the fault is no passing one. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    /** Kind of the events that tell what was found. */
    static final String TOLD = "validation";

    private final InvoiceRules rules;
    private final Ledger ledger;
    private final Clock clock;

    /** Applies {@code rules}, and tells what it finds in {@code ledger}. */
    public RuleCheck(InvoiceRules rules, Ledger ledger, Clock clock) {
        this.rules = rules;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** As {@link #check}, unless it is known already that it may not go out. */
    public Prepared examine(Prepared prepared) {
        return prepared.isReady() ? check(prepared.shipment()) : prepared;
    }

    /** Whether the shipment may go out as it is; if not, why it is to be held. */
    public Prepared check(Shipment shipment) {
        Validation policy = shipment.company()
                .validation()
                .of(shipment.delivery().destination().method());
        if (policy == Validation.OFF || shipment.delivery().attempts() > 0) {
            return Prepared.toGo(shipment, shipment.ubl());
        }
        Verdict verdict = rules.examine(shipment.ubl(), shipment.sha256());
        if (verdict instanceof Examined examined) {
            return examined.isSound() ? Prepared.toGo(shipment, shipment.ubl()) : broken(shipment, examined, policy);
        }
        if (verdict instanceof Verdict.Disturbed disturbed && mayWait(shipment, policy)) {
            return Prepared.later(shipment, RuleReasons.later(disturbed.fault()));
        }
        return toldAndSent(shipment, RuleReasons.notLookedAt(verdict));
    }

    private boolean mayWait(Shipment shipment, Validation policy) {
        boolean patient = shipment.delivery()
                .failingSince()
                .filter(since -> since.plus(PATIENCE).isBefore(clock.instant()))
                .isEmpty();
        return policy == Validation.BLOCK
                && patient
                && waiver(shipment.invoice().id()).isEmpty();
    }

    private Prepared broken(Shipment shipment, Examined verdict, Validation policy) {
        if (policy == Validation.WARN) {
            return toldAndSent(shipment, RuleReasons.told(verdict));
        }
        if (verdict.release().isOutdated(DutchTime.date(clock.instant()))) {
            return toldAndSent(shipment, RuleReasons.outdated(verdict));
        }
        Optional<LedgerEvent> waiver = waiver(shipment.invoice().id());
        return waiver.isPresent()
                ? toldAndSent(shipment, RuleReasons.waived(verdict, waiver.get().who()))
                : Prepared.cannot(shipment, RuleReasons.held(verdict));
    }

    /** The latest order decides. */
    private Optional<LedgerEvent> waiver(long invoiceId) {
        return ledger.reading(books -> books.events().of(invoiceId)).stream()
                .filter(event -> event.kind().equals(WAIVED) || event.kind().equals(ORDER))
                .reduce((earlier, later) -> later)
                .filter(event -> event.kind().equals(WAIVED));
    }

    /** Told once, however often the invoice comes by. */
    private Prepared toldAndSent(Shipment shipment, Reason reason) {
        long id = shipment.invoice().id();
        boolean told = ledger.reading(books -> books.events().of(id)).stream()
                .anyMatch(event -> event.kind().equals(TOLD) && event.dutch().equals(reason.dutch()));
        if (!told) {
            ledger.record(books -> books.events().add(id, TOLD, reason.dutch(), reason.english()));
        }
        return Prepared.toGo(shipment, shipment.ubl());
    }
}
