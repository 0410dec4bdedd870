package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceQuery;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Invoices;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.NewInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.ledger.StateCount;
import io.github.komaseconnect.reason.Reason;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** {@link Invoices} behind a {@link Fence}: what changes something passes it first. */
final class FencedInvoices implements Invoices {
    private final Invoices books;
    private final Fence fence;

    FencedInvoices(Invoices books, Fence fence) {
        this.books = books;
        this.fence = fence;
    }

    @Override
    public long add(NewInvoice invoice) {
        fence.pass(invoice.company());
        return books.add(invoice);
    }

    @Override
    public Optional<LedgerInvoice> find(long id) {
        return books.find(id);
    }

    @Override
    public List<LedgerInvoice> find(List<Long> ids) {
        return books.find(ids);
    }

    @Override
    public String label(long id) {
        return books.label(id);
    }

    @Override
    public Optional<LedgerInvoice> live(String company, DocumentType type, String number) {
        return books.live(company, type, number);
    }

    @Override
    public List<LedgerInvoice> withContent(String company, Direction direction, String sha256) {
        return books.withContent(company, direction, sha256);
    }

    @Override
    public List<LedgerInvoice> withNumber(String company, String number) {
        return books.withNumber(company, number);
    }

    @Override
    public List<LedgerInvoice> alike(String company, String sha256, String supplier, String number) {
        return books.alike(company, sha256, supplier, number);
    }

    @Override
    public Optional<LedgerInvoice> withStem(String company, String stem) {
        return books.withStem(company, stem);
    }

    @Override
    public boolean isKnown(String company, String sha256, String stem, String otherStem) {
        return books.isKnown(company, sha256, stem, otherStem);
    }

    @Override
    public void state(long id, InvoiceState state, Optional<Reason> reason) {
        fence.passInvoice(id);
        books.state(id, state, reason);
    }

    @Override
    public void retire(long id) {
        fence.passInvoice(id);
        books.retire(id);
    }

    @Override
    public void revive(long id) {
        fence.passInvoice(id);
        books.revive(id);
    }

    @Override
    public void pdfAdded(long id, String pdfSha256) {
        fence.passInvoice(id);
        books.pdfAdded(id, pdfSha256);
    }

    @Override
    public void complete(long id, InvoiceState state, String pdfSha256) {
        fence.passInvoice(id);
        books.complete(id, state, pdfSha256);
    }

    @Override
    public void place(long id, Place place, String path) {
        fence.passInvoice(id);
        books.place(id, place, path);
    }

    @Override
    public void placed(long id) {
        fence.passInvoice(id);
        books.placed(id);
    }

    @Override
    public void placed(long id, LedgerInvoice.Whereabouts where) {
        fence.passInvoice(id);
        books.placed(id, where);
    }

    @Override
    public void sent(long id, Optional<String> externalId, String path) {
        fence.passInvoice(id);
        books.sent(id, externalId, path);
    }

    @Override
    public List<Long> inState(Collection<Long> ids, Collection<InvoiceState> states) {
        return books.inState(ids, states);
    }

    @Override
    public List<LedgerInvoice> unplaced() {
        return books.unplaced();
    }

    @Override
    public void fetched(long id, Optional<InvoiceHeader> header, String supplier, String sha256, String archive) {
        fence.passInvoice(id);
        books.fetched(id, header, supplier, sha256, archive);
    }

    @Override
    public void externalId(long id, String externalId) {
        fence.passInvoice(id);
        books.externalId(id, externalId);
    }

    @Override
    public List<LedgerInvoice> inState(Direction direction, Collection<InvoiceState> states) {
        return books.inState(direction, states);
    }

    @Override
    public List<LedgerInvoice> list(InvoiceQuery query) {
        return books.list(query);
    }

    @Override
    public List<StateCount> counts(Optional<String> company, Optional<Instant> since) {
        return books.counts(company, since);
    }
}
