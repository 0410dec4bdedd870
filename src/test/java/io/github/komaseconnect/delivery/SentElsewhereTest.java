package io.github.komaseconnect.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.econnect.ListPage;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.UblFingerprint;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.ForeignDocuments.ForeignDocument;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.relation.SendingMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another program sent already does not go out once more, and anything else is not kept waiting for it. */
class SentElsewhereTest {
    @TempDir
    Path folder;

    private Dispatch dispatch;
    private FakeEConnect eConnect;
    private SentElsewhere elsewhere;

    @BeforeEach
    void open() throws Exception {
        dispatch = new Dispatch(folder, "acme");
        eConnect = dispatch.eConnect.get("acme");
        elsewhere = made();
    }

    @AfterEach
    void close() {
        dispatch.close();
    }

    private SentElsewhere made() {
        SafeXml xml = new SafeXml();
        OutboxSearch search = new OutboxSearch(
                (company, gateway) -> eConnect, dispatch.ledger, new UblReader(xml), new UblFingerprint(xml));
        return new SentElsewhere(
                dispatch.ledger, dispatch.archive, search, dispatch.attempts, dispatch.placement, dispatch.clock);
    }

    private ForeignDocument mailed(String number, String content, String receiver) {
        String id = eConnect.keep(number, content, receiver);
        ForeignDocument document = new ForeignDocument("acme", id, "UBL " + number, receiver, dispatch.clock.instant());
        dispatch.ledger.record(books -> books.foreignDocuments().add(document));
        elsewhere.found(document);
        return document;
    }

    private boolean mayGo() {
        return elsewhere.mayGo(dispatch.take().get(0));
    }

    @Test
    void theVeryInvoiceIsHeldForAPerson() throws Exception {
        long delivery = dispatch.add("acme", "2026-1", SendingMethod.PEPPOL);
        ForeignDocument mailed = mailed("2026-1", Dispatch.ubl("2026-1"), "NL:KVK:12345678");

        assertThat(mayGo()).isFalse();

        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.HELD);
        assertThat(dispatch.invoice(delivery).reason().orElseThrow().dutch())
                .contains("precies deze factuur", mailed.externalId());
        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.IN_DOUBT);
        assertThat(dispatch.delivery(delivery).dueAt()).isEmpty();
        assertThat(eConnect.sent).isEmpty();
    }

    @Test
    void itIsFoundAgainAfterARestart() throws Exception {
        dispatch.add("acme", "2026-1", SendingMethod.PEPPOL);
        mailed("2026-1", Dispatch.ubl("2026-1"), "0106:12345678");
        elsewhere = made();

        assertThat(mayGo()).isFalse();
    }

    @Test
    void aPrintOfWhatWasMailedIsHeldAsWell() throws Exception {
        long delivery = dispatch.add("acme", "2026-1", SendingMethod.PRINT);
        mailed("2026-1", Dispatch.ubl("2026-1"), "0106:12345678");

        assertThat(mayGo()).isFalse();
        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.HELD);
    }

    @Test
    void otherContentOrAnotherReceiverIsSaid() throws Exception {
        long delivery = dispatch.add("acme", "2026-1", SendingMethod.PEPPOL);
        mailed("2026-1", Dispatch.ubl("2026-1"), "0106:99999999");

        assertThat(mayGo()).isFalse();
        assertThat(dispatch.invoice(delivery).reason().orElseThrow().dutch()).contains("andere inhoud of ontvanger");
    }

    @Test
    void anotherNumberCostsNoCallAndAnotherDocumentOne() throws Exception {
        dispatch.add("acme", "2026-1", SendingMethod.PEPPOL);
        mailed("12026-1", Dispatch.ubl("12026-1"), "0106:12345678");
        // the lists of this one fail at once when they are asked
        assertThat(mayGo()).isTrue();

        mailed("2026-1", Dispatch.ubl("heel iets anders"), "0106:12345678");
        dispatch.restart();
        elsewhere = made();
        dispatch.recover();
        assertThat(elsewhere.mayGo(dispatch.take().get(0))).isTrue();
    }

    @Test
    void anAttemptWithoutAnAnswerThatArrivedIsOurs() throws Exception {
        long delivery = dispatch.add("acme", "2026-1", SendingMethod.PEPPOL);
        eConnect.sendings.add(FakeEConnect.Sending.SAY_NOTHING);
        dispatch.work();
        dispatch.clock.advance(Duration.ofMinutes(2));
        // looked up too early: eConnect does not show it yet
        eConnect.lists.add(() -> new Reply.Done<>(new ListPage(List.of(), Optional.empty())));
        dispatch.work();
        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.WAITING);
        mailed("2026-1", Dispatch.ubl("2026-1"), "0106:12345678");

        assertThat(mayGo()).isFalse();
        assertThat(dispatch.delivery(delivery).state()).isEqualTo(DeliveryState.IN_DOUBT);
        assertThat(dispatch.invoice(delivery).state()).isEqualTo(InvoiceState.ON_ITS_WAY);
    }

    @Test
    void aPersonWhoSaysSendAgainIsNotAskedAgain() throws Exception {
        long delivery = dispatch.add("acme", "2026-1", SendingMethod.PEPPOL);
        mailed("2026-1", Dispatch.ubl("2026-1"), "0106:12345678");
        mayGo();
        dispatch.ledger.record(books -> books.deliveries()
                .state(delivery, DeliveryState.WAITING, Optional.of(dispatch.clock.instant()), Optional.empty()));
        dispatch.restart();
        elsewhere = made();

        assertThat(elsewhere.mayGo(dispatch.take().get(0))).isTrue();
    }
}
