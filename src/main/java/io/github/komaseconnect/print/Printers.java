package io.github.komaseconnect.print;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.delivery.JobSighting;
import io.github.komaseconnect.delivery.PrinterLook;
import io.github.komaseconnect.ledger.PrintJob;
import io.github.komaseconnect.print.ipp.PrinterClient;
import java.nio.file.Files;

/** Asks printers, and looks into spool folders, what became of something. */
public final class Printers implements PrinterLook {
    private final Companies companies;
    private final PrinterClient client;

    /** Asks by {@code client}. */
    public Printers(Companies companies, PrinterClient client) {
        this.companies = companies;
        this.client = client;
    }

    @Override
    public JobSighting look(PrintJob job) {
        return job.isAtPrinter() ? client.look(job) : inSpool(job);
    }

    /** The name of a batch has a mark that no other file has. That it is not there proves nothing: people take files away. */
    private JobSighting inSpool(PrintJob job) {
        boolean there = Files.isRegularFile(
                companies.get(job.company()).folders().printSpool().resolve(job.name()));
        return there
                ? new JobSighting.Completed(0, "", PrintJob.Naming.NOT_SEEN)
                : new JobSighting.NotKnown(SpoolReasons.batchInDoubt(job.name()));
    }

    @Override
    public void abandon(PrintJob job) {
        if (job.isAtPrinter() && job.jobId() > 0) {
            client.cancel(job);
        }
    }
}
