package io.github.komaseconnect.delivery;

import io.github.komaseconnect.ledger.Attempt;

/** An attempt whose row is in the ledger: the effect may follow now. */
public record OpenAttempt(Shipment shipment, Attempt attempt) {}
