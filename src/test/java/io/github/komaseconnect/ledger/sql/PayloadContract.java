package io.github.komaseconnect.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Payload;
import org.junit.jupiter.api.Test;

/** What keeping what is sent in the place of what came asks of any ledger. */
abstract class PayloadContract extends LedgerMarks {
    private static final String MENDED = "a".repeat(64);
    private static final String EMBEDDED = "b".repeat(64);

    @Test
    void aDeliverySendsItsOwnElseThatOfTheInvoiceElseWhatCame() {
        long id = add("payload-1", "P_1");
        assertThat(optional(books -> books.payloads().sent(id, 7))).isEmpty();
        Payload mended = new Payload(id, Payload.OF_ALL, "document-mended.xml", MENDED, 12);
        Payload embedded = new Payload(id, 7, "delivery-7-document.xml", EMBEDDED, 3_000_000_000L);

        ledger().record(books -> books.payloads().keep(mended));
        assertThat(optional(books -> books.payloads().sent(id, 7))).contains(mended);

        ledger().record(books -> books.payloads().keep(embedded));
        assertThat(optional(books -> books.payloads().sent(id, 7))).contains(embedded);
        assertThat(optional(books -> books.payloads().sent(id, 8))).contains(mended);
        assertThat(optional(books -> books.payloads().sent(id, Payload.OF_ALL))).contains(mended);
        assertThat(list(books -> books.payloads().of(id))).containsExactly(mended, embedded);
    }

    @Test
    void whatIsMadeAgainTakesTheSamePlace() {
        long id = add("payload-2", "P_2");
        Payload again = new Payload(id, 7, "delivery-7-document.xml", EMBEDDED, 2);
        ledger().record(books -> {
            books.payloads().keep(new Payload(id, 7, "delivery-7-document.xml", MENDED, 1));
            books.payloads().keep(again);
        });
        assertThat(list(books -> books.payloads().of(id))).containsExactly(again);
    }

    @Test
    void itsContentTellsTheInvoice() {
        long id = add("payload-3", "P_3");
        String content = "c".repeat(64);
        ledger().record(books ->
                books.payloads().keep(new Payload(id, Payload.OF_ALL, "document-mended.xml", content, 12)));
        String company =
                optional(books -> books.invoices().find(id)).orElseThrow().company();

        assertThat(list(books -> books.payloads().withContent(company, content)))
                .extracting(LedgerInvoice::id)
                .containsExactly(id);
        assertThat(list(books -> books.payloads().withContent("nobody", content)))
                .isEmpty();
        assertThat(yes(books -> books.invoices().isKnown(company, content, "NIETS", "NIETS")))
                .isTrue();
        assertThat(yes(books -> books.invoices().isKnown("nobody", content, "NIETS", "NIETS")))
                .isFalse();
    }
}
