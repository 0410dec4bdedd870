package io.github.komaseconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens to documents that this program has no hand in. */
class ElsewhereTest extends Rehearsed {
    private static final String ALL = "<Paging><Limit>10</Limit></Paging>";

    @ParameterizedTest
    @EnumSource(DeliveryMethod.class)
    void aDocumentGoesOnAsATestWants(DeliveryMethod method) {
        simulator.deliverBy("F-1", method);
        send("0106:99999999", Ubl.invoice("F-1"));

        assertThat(call("GetOutboxDocuments", ALL).value("DeliveryMethod")).isEqualTo(method.wireName());
    }

    @Test
    void whatReachesNobodyIsInNoInbox() {
        simulator.deliverBy("F-1", DeliveryMethod.OUTBOX_ONLY);
        send("NL:KVK:87654321", Ubl.invoice("F-1"));

        assertThat(wire.call("GetInboxDocuments", betaToken(), ALL).values("ExternalId"))
                .isEmpty();
    }

    @Test
    void goingOnLaterCountsAsAModification() {
        simulator.deliverBy("F-1", DeliveryMethod.NONE);
        String id = send("0106:99999999", Ubl.invoice("F-1")).value("ExternalId");
        clock.advance(Duration.ofHours(2));
        assertThat(modifiedSince("2026-11-22T09:00:00Z").values("ExternalId")).isEmpty();

        simulator.goesBy(id, DeliveryMethod.TO_PEPPOL);

        Wire.Answer changed = modifiedSince("2026-11-22T09:00:00Z");
        assertThat(changed.value("ExternalId")).isEqualTo(id);
        assertThat(changed.value("DeliveryMethod")).isEqualTo("ToPeppol");
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCEPTED", "REJECTED", "PAYABLE", "PAID"})
    void theBuyersStatusCountsAsAModification(InvoiceStatus status) {
        String id = send("0106:99999999", Ubl.invoice("F-1")).value("ExternalId");
        clock.advance(Duration.ofHours(2));

        simulator.receiverSets(id, status);

        assertThat(modifiedSince("2026-11-22T09:00:00Z").value("Code")).isEqualTo(status.code());
    }

    private Wire.Answer modifiedSince(String from) {
        return call(
                "GetOutboxDocuments",
                ALL + "<Search><ModifiedOn><To>2030-01-01T00:00:00Z</To><From>" + from
                        + "</From></ModifiedOn></Search>");
    }
}
