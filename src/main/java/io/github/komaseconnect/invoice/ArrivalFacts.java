package io.github.komaseconnect.invoice;

import java.util.Map;

/**
 * What is to be known of an invoice that arrived to tell what it lacks.
 *
 * @param flaws what is wrong with its characters, and the first line of each
 */
public record ArrivalFacts(InvoiceHeader header, InvoiceAmounts amounts, Map<TextFlaws.Kind, Long> flaws) {
    public ArrivalFacts {
        flaws = Map.copyOf(flaws);
    }
}
