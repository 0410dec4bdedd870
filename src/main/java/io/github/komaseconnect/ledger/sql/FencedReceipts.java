package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.ledger.Receipt;
import io.github.komaseconnect.ledger.Receipts;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Receipts} behind a {@link Fence}: what changes something passes it first. */
final class FencedReceipts implements Receipts {
    private final Receipts books;
    private final Fence fence;

    FencedReceipts(Receipts books, Fence fence) {
        this.books = books;
        this.fence = fence;
    }

    @Override
    public Collection<String> known(String company, Collection<String> externalIds) {
        return books.known(company, externalIds);
    }

    @Override
    public void add(
            long invoiceId,
            String company,
            String externalId,
            Gateway gateway,
            Instant createdOn,
            Optional<Instant> dueAt) {
        fence.pass(company);
        books.add(invoiceId, company, externalId, gateway, createdOn, dueAt);
    }

    @Override
    public Optional<Receipt> find(long invoiceId) {
        return books.find(invoiceId);
    }

    @Override
    public Optional<Receipt> ofFile(String company, String fileName) {
        return books.ofFile(company, fileName);
    }

    @Override
    public Optional<Receipt> find(String company, String externalId) {
        return books.find(company, externalId);
    }

    @Override
    public List<String> companiesDue(Instant now) {
        return books.companiesDue(now);
    }

    @Override
    public List<Receipt> due(String company, Instant now, Collection<Long> inHand, int limit) {
        return books.due(company, now, inHand, limit);
    }

    @Override
    public int countDue(String company, Instant now) {
        return books.countDue(company, now);
    }

    @Override
    public void dueNow(String company, Instant now) {
        fence.pass(company);
        books.dueNow(company, now);
    }

    @Override
    public int countFailing(String company, int tries) {
        return books.countFailing(company, tries);
    }

    @Override
    public void next(long invoiceId, Optional<Instant> dueAt, int tries) {
        fence.passInvoice(invoiceId);
        books.next(invoiceId, dueAt, tries);
    }

    @Override
    public void waitForPdfUntil(long invoiceId, Instant until) {
        fence.passInvoice(invoiceId);
        books.waitForPdfUntil(invoiceId, until);
    }

    @Override
    public void named(long invoiceId, String fileName, String stagedIn) {
        fence.passInvoice(invoiceId);
        books.named(invoiceId, fileName, stagedIn);
    }

    @Override
    public void wantRefresh(String company, Instant at) {
        books.wantRefresh(company, at);
    }

    @Override
    public List<String> refreshesWanted() {
        return books.refreshesWanted();
    }

    @Override
    public void refreshBegun(String company) {
        fence.pass(company);
        books.refreshBegun(company);
    }

    @Override
    public Map<String, Watermark> watermarks() {
        return books.watermarks();
    }

    @Override
    public Optional<Watermark> watermark(String company) {
        return books.watermark(company);
    }

    @Override
    public void watermark(String company, Instant createdOn, Instant refreshedAt) {
        fence.pass(company);
        books.watermark(company, createdOn, refreshedAt);
    }
}
