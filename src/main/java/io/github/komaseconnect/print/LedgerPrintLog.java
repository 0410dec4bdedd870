package io.github.komaseconnect.print;

import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.PrintJob;
import io.github.komaseconnect.ledger.PrintJob.Stage;
import io.github.komaseconnect.print.ipp.PrintLog;
import io.github.komaseconnect.reason.Reason;
import java.util.List;
import java.util.Optional;

/** How far something is on its way to a printer, in the ledger. */
final class LedgerPrintLog implements PrintLog {
    private final Ledger ledger;
    private final PrintJob job;
    private final List<Long> invoices;

    /** @param invoices in whose history warnings stand */
    LedgerPrintLog(Ledger ledger, PrintJob job, List<Long> invoices) {
        this.ledger = ledger;
        this.job = job;
        this.invoices = List.copyOf(invoices);
    }

    @Override
    public void created(long jobId) {
        ledger.record(books -> books.printJobs().created(job.id(), jobId));
    }

    @Override
    public void sending() {
        ledger.record(books -> books.printJobs().sending(job.id()));
    }

    @Override
    public void notPrinted() {
        ledger.record(books -> {
            PrintJob now = books.printJobs().find(job.id()).orElseThrow();
            books.printJobs()
                    .update(now.id(), Stage.NOT_PRINTED, now.jobId(), now.state(), Optional.empty(), Optional.empty());
        });
    }

    @Override
    public void warn(Reason reason) {
        ledger.record(books -> invoices.forEach(
                invoice -> books.events().add(invoice, "print-warning", reason.dutch(), reason.english())));
    }
}
