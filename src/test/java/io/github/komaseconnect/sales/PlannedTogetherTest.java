package io.github.komaseconnect.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Destination;
import io.github.komaseconnect.relation.Language;
import io.github.komaseconnect.relation.LookUp;
import io.github.komaseconnect.relation.SendingMethod;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several invoices whose relation was looked up are planned or held as they would be one by one. */
class PlannedTogetherTest {
    @TempDir
    private Path folder;

    private PostRoom room;
    private final List<LedgerInvoice> invoices = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        room = PostRoom.open(folder);
        List<Claim> claims = new ArrayList<>();
        for (String name : List.of("1", "2", "3", "4")) {
            room.export(name + ".xml", Documents.invoice("2026-" + name));
        }
        room.ripen();
        for (String name : List.of("1", "2", "3", "4")) {
            claims.addAll(room.claims.take(
                    "acme", room.folder("export").resolve(name + ".xml").toFile()));
        }
        room.intake.accept(claims).forEach(registration -> invoices.add(room.invoice(registration.invoiceId())));
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    private static LookUp.Decided to(String relationName) {
        return new LookUp.Decided(new Destination(
                SendingMethod.PRINT, List.of(), Language.NL, "1", relationName, "", "omdat", "because"));
    }

    private List<InvoiceState> states() {
        return invoices.stream()
                .map(invoice -> room.invoice(invoice.id()).state())
                .toList();
    }

    @Test
    void thoseWithADestinationArePlannedAndTheOthersHeld() {
        Reason nobody = Reason.of("test.nobody", "Niemand.", "Nobody.");
        room.plan.planOrHold(List.of(
                new LookedUp(invoices.get(0), to("A")),
                new LookedUp(invoices.get(1), new LookUp.Undecided(nobody)),
                "what could not be looked up",
                new LookedUp(invoices.get(3), to("B"))));

        assertThat(states())
                .containsExactly(
                        InvoiceState.ON_ITS_WAY, InvoiceState.HELD, InvoiceState.ACCEPTED, InvoiceState.ON_ITS_WAY);
    }

    @Test
    void whatWentAnotherWayMeanwhileIsLeftAlone() {
        List<LookedUp> looked =
                invoices.stream().map(invoice -> new LookedUp(invoice, to("A"))).toList();
        List<LookedUp> twice = new ArrayList<>(looked);
        twice.addAll(looked);
        room.plan.planOrHold(twice);
        room.plan.planOrHold(looked);

        assertThat(invoices)
                .extracting(
                        invoice -> room.invoice(invoice.id()).state(),
                        invoice -> room.ledger.<Integer>reading(
                                books -> books.deliveries().of(invoice.id()).size()))
                .containsOnly(tuple(InvoiceState.ON_ITS_WAY, 1));
    }

    @Test
    void oneThatCannotBePlannedKeepsNoOtherFromIt() {
        // the ledger takes no delivery without a name
        assertThatThrownBy(() -> room.plan.planOrHold(List.of(
                        new LookedUp(invoices.get(0), to("A")),
                        new LookedUp(invoices.get(1), to(null)),
                        new LookedUp(invoices.get(2), to("C")))))
                .isInstanceOf(RuntimeException.class);

        assertThat(states())
                .containsExactly(
                        InvoiceState.ON_ITS_WAY, InvoiceState.ACCEPTED, InvoiceState.ON_ITS_WAY, InvoiceState.ACCEPTED);
    }
}
