package io.github.komaseconnect.arrival;

import io.github.komaseconnect.reason.Reason;
import java.util.Optional;

/** What there is to show of an invoice that arrived. */
public sealed interface ArrivedPdf {
    /** The supplier's own PDF. */
    record OfSupplier() implements ArrivedPdf {}

    /**
     * A PDF that eConnect made or had.
     *
     * @param faultOfSuppliers what is wrong with the one that the supplier embedded; empty when there was none
     */
    record OfEConnect(Optional<Reason> faultOfSuppliers) implements ArrivedPdf {}

    /**
     * There is none.
     *
     * @param why empty when nobody made one
     */
    record None(Optional<Reason> why) implements ArrivedPdf {}
}
