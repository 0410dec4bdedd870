package io.github.komaseconnect.print.ipp;

import io.github.komaseconnect.company.PrintWishes;
import io.github.komaseconnect.delivery.AttemptOutcome;
import io.github.komaseconnect.delivery.JobSighting;
import io.github.komaseconnect.ledger.PrintJob;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Prints on printers that speak IPP, and asks them. Nothing is repeated here, and every call ends in time. */
public final class PrinterClient {
    private final IppTransport transport;

    private PrinterClient(IppTransport transport) {
        this.transport = transport;
    }

    /** With time-outs for a printer on the own network that may have to wake up. */
    public static PrinterClient patient() {
        return new PrinterClient(
                new IppTransport(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(2)));
    }

    /** With the same time-out for every answer. */
    public static PrinterClient within(Duration patience) {
        return new PrinterClient(new IppTransport(patience, patience, patience));
    }

    /**
     * Hands a PDF to a printer.
     *
     * @param name of the job, with a mark that no other has
     * @return under way when the printer took it; in doubt only when it may have; blocked when it is away, stopped or not
     *     one that can be used; temporary when it is busy; rejected when it cannot do what is asked
     */
    public AttemptOutcome print(URI printer, String name, Path pdf, PrintWishes wishes, PrintLog log) {
        return new IppPrinting(new IppPrinter(printer, transport)).print(name, pdf, wishes, log);
    }

    /** What became of a job at a printer. */
    public JobSighting look(PrintJob job) {
        return new JobLook(printer(job)).look(job);
    }

    /** Cancels a job of which no document left, unless its number is another's by now; what comes of it does not matter. */
    public void cancel(PrintJob job) {
        new JobLook(printer(job)).abandon(job);
    }

    private IppPrinter printer(PrintJob job) {
        return new IppPrinter(URI.create(job.printer()), transport);
    }

    /**
     * What a printer can, and how it is; nothing is printed.
     *
     * @param facts empty when it did not say
     * @param obstacle why nothing would come out now
     */
    public record Look(Optional<PrinterFacts> facts, Optional<AttemptOutcome> obstacle) {}

    /** Asks a printer what it can. */
    public Look ask(URI printer) {
        return new IppPrinting(new IppPrinter(printer, transport)).ask();
    }
}
