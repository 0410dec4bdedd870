package io.github.komaseconnect.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several sales invoices taken in together end as they would one by one. */
class IntakeTest {
    @TempDir
    private Path folder;

    private List<Claim> claims(PostRoom room, String... names) throws IOException {
        room.ripen();
        List<Claim> claims = new ArrayList<>();
        for (String name : names) {
            claims.addAll(
                    room.claims.take("acme", room.folder("export").resolve(name).toFile()));
        }
        return claims;
    }

    @Test
    void manyAreRegisteredInOneTransaction() throws Exception {
        try (PostRoom room = PostRoom.open(folder)) {
            for (int n = 10; n < 40; n++) {
                room.export(n + ".xml", Documents.invoice("2026-" + n));
            }
            String[] names = new String[30];
            for (int n = 0; n < names.length; n++) {
                names[n] = (n + 10) + ".xml";
            }

            List<Registration> registered = room.intake.accept(claims(room, names));

            assertThat(registered).hasSize(30).allMatch(Registration::isToLookUp);
            assertThat(registered).allSatisfy(registration -> {
                Registration.Fresh fresh = registration.fresh().orElseThrow();
                assertThat(fresh.row().id()).isEqualTo(registration.invoiceId());
                assertThat(fresh.row().state()).isEqualTo(InvoiceState.ACCEPTED);
                assertThat(fresh.header().number()).isEqualTo(fresh.row().number());
            });
            assertThat(room.files("outbox")).hasSize(30);
        }
    }

    @Test
    void ofTwoWithOneNumberTheLaterReplacesTheEarlier() throws Exception {
        try (PostRoom room = PostRoom.open(folder)) {
            room.export("a.xml", Documents.invoice("2026-1"));
            room.export("b.xml", Documents.invoice("2026-2"));
            room.export("c.xml", Documents.changed("2026-1"));

            room.intake.accept(claims(room, "a.xml", "b.xml", "c.xml"));

            List<LedgerInvoice> one =
                    room.ledger.reading(books -> books.invoices().withNumber("acme", "2026-1"));
            assertThat(one)
                    .extracting(LedgerInvoice::originalName, LedgerInvoice::state)
                    .containsExactly(tuple("c.xml", InvoiceState.ACCEPTED), tuple("a.xml", InvoiceState.REPLACED));
        }
    }

    @Test
    void theSameContentTwiceIsSentOnce() throws Exception {
        try (PostRoom room = PostRoom.open(folder)) {
            for (String name : List.of("a.xml", "b.xml", "c.xml", "d.xml")) {
                room.export(name, Documents.invoice(name.equals("d.xml") ? "2026-2" : "2026-1"));
            }

            List<Registration> registered = room.intake.accept(claims(room, "a.xml", "b.xml", "c.xml", "d.xml"));

            assertThat(registered).hasSize(2);
            assertThat(room.ledger.<Integer>reading(books ->
                            books.invoices().withNumber("acme", "2026-1").size()))
                    .isEqualTo(1);
        }
    }

    @Test
    void oneThatCannotBeReadHoldsUpNoOther() throws Exception {
        try (PostRoom room = PostRoom.open(folder)) {
            room.export("a.xml", Documents.invoice("2026-1"));
            room.export("b.xml", "geen xml");
            room.export("c.xml", Documents.invoice("2026-3"));
            List<Claim> claims = claims(room, "a.xml", "b.xml", "c.xml");
            Claim gone = new Claim(
                    "acme",
                    "weg.xml",
                    ".weg",
                    claims.get(0).xml().map(file -> file.resolveSibling("weg")),
                    claims.get(0).pdf());
            List<Claim> withOneGone = new ArrayList<>(claims);
            withOneGone.add(1, gone);

            List<Registration> registered = room.intake.accept(withOneGone);

            assertThat(registered).hasSize(2);
            assertThat(Files.exists(room.folder("held").resolve("b.xml"))).isTrue();
            assertThat(room.files("outbox")).hasSize(2);
        }
    }
}
