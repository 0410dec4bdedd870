package io.github.komaseconnect.response;

/** Tells eConnect an answer; one call. */
public final class SupplierResponses {
    /** Tells it; the attempt must be in the ledger already. */
    public EndedResponse send(OpenResponse open) {
        return new EndedResponse(open, open.way().eConnect().respond(open.externalId(), open.said()));
    }
}
