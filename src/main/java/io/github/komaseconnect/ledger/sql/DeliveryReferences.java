package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.ledger.Delivery;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Deliveries by what eConnect calls them: its own id, or the one under which they were sent. */
final class DeliveryReferences {
    private final Handle handle;

    DeliveryReferences(Handle handle) {
        this.handle = handle;
    }

    Map<String, Delivery> find(String company, Collection<String> references) {
        Set<String> asked = new HashSet<>(references);
        // what was not sent yet has none
        asked.remove("");
        Map<String, Delivery> byReference = new HashMap<>();
        Map<String, Delivery> byDocument = new HashMap<>();
        for (List<String> part : InList.parts(asked)) {
            rows(company, part).forEach(delivery -> {
                byReference.putIfAbsent(delivery.reference(), delivery);
                delivery.passage().ifPresent(way -> byDocument.putIfAbsent(way.documentId(), delivery));
            });
        }
        byDocument.forEach(byReference::putIfAbsent);
        byReference.keySet().retainAll(asked);
        return byReference;
    }

    /** Two searches, each by its index: asked for the one or the other, SQLite looks through all deliveries of a company. */
    private List<Delivery> rows(String company, List<String> references) {
        return handle.createQuery("""
                        SELECT * FROM delivery WHERE company = :company AND reference IN (<references>)
                        UNION ALL
                        SELECT * FROM delivery WHERE company = :company AND document_id IN (<references>)
                            AND reference NOT IN (<references>)
                        """)
                .bind("company", company)
                .bindList("references", references)
                .map((row, context) -> Rows.delivery(row))
                .list();
    }
}
