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
    private final PrinterLogins logins;

    private PrinterClient(IppTransport transport, PrinterLogins logins) {
        this.transport = transport;
        this.logins = logins;
    }

    /** For a printer on the own network that may have to wake up, and may take a document no faster than it prints. */
    public static PrinterClient patient(PrinterLogins logins) {
        return new PrinterClient(new IppTransport(PrinterPatience.usual()), logins);
    }

    /** With the same time-out for everything. */
    public static PrinterClient within(Duration patience, PrinterLogins logins) {
        return new PrinterClient(new IppTransport(PrinterPatience.of(patience)), logins);
    }

    static PrinterClient over(IppTransport transport, PrinterLogins logins) {
        return new PrinterClient(transport, logins);
    }

    /**
     * Hands a PDF to a printer.
     *
     * @param job its printer, and its name with a mark that no other has
     * @return under way when the printer took it; in doubt only when it may have; blocked when it is away, stopped or not
     *     one that can be used; temporary when it is busy; rejected when it cannot do what is asked
     */
    public AttemptOutcome print(PrintJob job, Path pdf, PrintWishes wishes, PrintLog log) {
        return new IppPrinting(printer(job)).print(job.name(), pdf, wishes, log);
    }

    /**
     * Whether it is the definite no of a printer to a document that is too large: nothing of it was printed, and a smaller one
     * may well be.
     */
    public static boolean isTooLarge(AttemptOutcome outcome) {
        return outcome instanceof AttemptOutcome.Rejected no
                && no.reason().code().equals(IppReasons.TOO_LARGE);
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
        return printer(job.company(), URI.create(job.printer()));
    }

    private IppPrinter printer(String company, URI address) {
        return new IppPrinter(address, logins.at(company, address), transport);
    }

    /**
     * What a printer can, and how it is; nothing is printed.
     *
     * @param facts empty when it did not say
     * @param obstacle why nothing would come out now
     */
    public record Look(Optional<PrinterFacts> facts, Optional<AttemptOutcome> obstacle) {}

    /** Asks a company's printer what it can. */
    public Look ask(String company, URI printer) {
        return new IppPrinting(printer(company, printer)).ask();
    }
}
