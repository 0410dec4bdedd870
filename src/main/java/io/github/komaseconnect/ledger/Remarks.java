package io.github.komaseconnect.ledger;

import io.github.komaseconnect.reason.Reason;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What purchase invoices lack for Komas: told where one asks for it, and in the way of nothing. */
public interface Remarks {
    /** Which step of receiving found it. */
    enum Step {
        /** The check of the document and its PDF. */
        CHECKED,
        /** The writing of its other attachments. */
        ATTACHMENTS,
        /** The putting of them into the import folder. */
        PUT_IN
    }

    /** Records what these steps found; what they found of this invoice before counts no longer. */
    void found(long invoiceId, Map<Step, List<Reason>> remarks);

    /** Those that count, in the order in which they were found. */
    List<Reason> of(long invoiceId);

    /** Which of these invoices have any. */
    Set<Long> among(Collection<Long> invoiceIds);

    /** Invoices with remarks that were made at or after {@code since}, by company. */
    List<CompanyCount> counts(Optional<String> company, Instant since);

    /** How many invoices of a company have remarks; never 0. */
    record CompanyCount(String company, long invoices) {}
}
