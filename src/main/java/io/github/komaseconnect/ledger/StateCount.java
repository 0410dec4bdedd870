package io.github.komaseconnect.ledger;

/** How many invoices of a company are in a state. */
public record StateCount(String company, InvoiceState state, long invoices) {}
