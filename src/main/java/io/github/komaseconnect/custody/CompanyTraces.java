package io.github.komaseconnect.custody;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.ledger.InvoiceQuery;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.sales.InvoiceFiles;
import io.github.komaseconnect.sales.SentFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the folders of a company, and the ledger, show besides the marks. */
final class CompanyTraces implements Evidence.Traces {
    private static final int MOST_WAITING = 10_000;
    private static final Duration MONTH = Duration.ofDays(28);

    private final Company company;
    private final Ledger ledger;
    private final Clock clock;

    CompanyTraces(Company company, Ledger ledger, Clock clock) {
        this.company = company;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public boolean ledgerKnowsTheCompany() {
        return ledger.reading(books -> books.receipts().watermark(company.key()).isPresent()
                || !books.invoices()
                        .list(new InvoiceQuery(Optional.of(company.key()), Set.of(), Optional.empty(), 1))
                        .isEmpty());
    }

    @Override
    public boolean foldersWereUsed() {
        return new FolderTraces(company).foldersWereUsed();
    }

    @Override
    public boolean sentWhatWaits() {
        List<LedgerInvoice> waiting = ledger.reading(books -> books.invoices()
                .list(new InvoiceQuery(
                        Optional.of(company.key()),
                        Set.of(InvoiceState.ACCEPTED, InvoiceState.ON_ITS_WAY),
                        Optional.empty(),
                        MOST_WAITING)));
        return waiting.stream()
                .filter(invoice ->
                        invoice.where().placed() && invoice.where().place() == Place.OUTBOX && invoice.hasXml())
                .filter(invoice -> !Files.exists(
                        company.folders().outbox().resolve(invoice.where().path() + InvoiceFiles.XML)))
                .anyMatch(invoice -> inSent(invoice).isPresent());
    }

    /** Where the file of this invoice lies in the sent folder, if it does. */
    Optional<Path> inSent(LedgerInvoice invoice) {
        Instant end = clock.instant().plus(MONTH);
        for (Instant month = invoice.createdAt(); month.isBefore(end); month = month.plus(MONTH)) {
            Path file = company.folders()
                    .sent()
                    .resolve(SentFolder.month(month))
                    .resolve(invoice.stem() + InvoiceFiles.XML);
            if (Files.exists(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }
}
