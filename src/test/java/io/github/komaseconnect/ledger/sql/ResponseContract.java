package io.github.komaseconnect.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.econnect.InvoiceResponse;
import io.github.komaseconnect.econnect.ResponseReason;
import io.github.komaseconnect.econnect.ResponseStatus;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.LedgerResponse;
import io.github.komaseconnect.ledger.ResponseAttempt;
import io.github.komaseconnect.ledger.ResponseState;
import io.github.komaseconnect.ledger.Responses.Next;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What answering suppliers asks of any ledger. */
abstract class ResponseContract extends FollowingContract {
    private static final Instant SOON = Instant.parse("2090-01-01T00:00:00Z");
    private static final InvoiceResponse REJECTED = new InvoiceResponse(
            ResponseStatus.RE, Map.of(ResponseReason.REF, "nummer = ontbreekt"), Map.of(), "één regel\nen nog een");

    private LedgerInvoice invoice(String number) {
        long id = add(number, number.replace('-', '_'));
        return optional(books -> books.invoices().find(id)).orElseThrow();
    }

    @Test
    void keepsAnAnswerAsItWasGivenAndOnceForItsFile() {
        LedgerInvoice invoice = invoice("RS-1");
        long id = ledger().inTransaction(
                        books -> books.responses().add(invoice, REJECTED, 0, "RS-1.response.json", "els"));

        LedgerResponse kept = optional(books -> books.responses().ofFile("acme", "RS-1.response.json"))
                .orElseThrow();
        assertThat(kept.id()).isEqualTo(id);
        assertThat(kept.response()).isEqualTo(REJECTED);
        assertThat(kept.state()).isEqualTo(ResponseState.WAITING);
        assertThat(list(books -> books.responses().of(invoice.id()))).hasSize(1);
        assertThat(optional(books -> books.responses().ofFile("acme", "RS-2.response.json")))
                .isEmpty();
        assertThat(optional(books -> books.responses().ofOrder(0))).isEmpty();
    }

    @Test
    void handsOutTheOldestOfAnInvoiceAndKnowsWhatWasSaid() {
        LedgerInvoice invoice = invoice("RS-3");
        long first = ledger().inTransaction(books ->
                books.responses().add(invoice, InvoiceResponse.of(ResponseStatus.AB), 0, "", "runtime"));
        long second = ledger().inTransaction(books -> books.responses().add(invoice, REJECTED, 41, "", "els"));

        assertThat(list(books -> books.responses().companiesDue(SOON))).contains("acme");
        assertThat(list(books -> books.responses().due("acme", SOON)))
                .filteredOn(one -> one.invoiceId() == invoice.id())
                .extracting(LedgerResponse::id)
                .containsExactly(first);

        ledger().record(books -> {
            LedgerResponse response = books.responses().find(first).orElseThrow();
            long attempt = books.responses().begin(response, ResponseStatus.AB);
            LedgerResponse open = books.responses().find(first).orElseThrow();
            assertThat(open.state()).isEqualTo(ResponseState.ATTEMPTING);
            assertThat(books.responses().wasSaid(invoice.id(), ResponseStatus.AB))
                    .isFalse();
            books.responses().end(open, attempt, ResponseAttempt.DONE, Optional.empty());
            books.responses().state(open, ResponseState.SENT, Next.nothing(Optional.empty()));
            assertThat(books.responses().wasSaid(invoice.id(), ResponseStatus.AB))
                    .isTrue();
            assertThat(books.responses().wasSaid(invoice.id(), ResponseStatus.RE))
                    .isFalse();
            assertThat(books.responses().attempts(first)).singleElement().satisfies(ended -> assertThat(ended.endedAt())
                    .isPresent());
        });
        assertThat(list(books -> books.responses().due("acme", SOON)))
                .filteredOn(one -> one.invoiceId() == invoice.id())
                .extracting(LedgerResponse::id)
                .containsExactly(second);
        assertThat(optional(books -> books.responses().ofOrder(41))
                        .orElseThrow()
                        .id())
                .isEqualTo(second);
    }

    @Test
    void whatFailedIsUnsettledUntilAnotherFollows() {
        LedgerInvoice invoice = invoice("RS-4");
        ledger().record(books -> {
            long id = books.responses().add(invoice, REJECTED, 0, "", "els");
            LedgerResponse response = books.responses().find(id).orElseThrow();
            books.responses().state(response, ResponseState.REFUSED, Next.nothing(Optional.of(REASON)));
            assertThat(books.responses().find(id).orElseThrow().reason()).contains(REASON);
        });
        assertThat(list(books -> books.responses().unsettled())).anyMatch(one -> one.invoiceId() == invoice.id());

        ledger().record(books -> {
            long id = books.responses().add(invoice, REJECTED, 0, "", "els");
            LedgerResponse response = books.responses().find(id).orElseThrow();
            books.responses().state(response, ResponseState.SENT, Next.nothing(Optional.empty()));
        });
        assertThat(list(books -> books.responses().unsettled())).noneMatch(one -> one.invoiceId() == invoice.id());
    }
}
