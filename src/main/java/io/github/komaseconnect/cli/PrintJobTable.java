package io.github.komaseconnect.cli;

import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.PrintJob;
import io.github.komaseconnect.reason.DutchTime;
import java.util.function.BiConsumer;

/** Shows what was handed to a printer, or printed together with other invoices, and how that went. */
final class PrintJobTable {
    private final BiConsumer<String, String> fact;

    /** @param fact shows a label and a text */
    PrintJobTable(BiConsumer<String, String> fact) {
        this.fact = fact;
    }

    void tell(Delivery delivery, PrintJob job) {
        String number = job.jobId() == 0 ? "" : ", opdracht (job) " + job.jobId();
        String where = job.isAtPrinter() ? job.printer() + number : "spoolmap (spool folder)";
        fact.accept("  afdruk (print)", job.name());
        fact.accept("", where + ", " + DutchTime.second(job.createdAt()) + ": " + stage(job) + state(job));
        if (job.kind() == PrintJob.Kind.BATCH) {
            int page = job.items().stream()
                    .filter(item -> item.deliveryId() == delivery.id())
                    .mapToInt(PrintJob.Item::page)
                    .findFirst()
                    .orElse(0);
            fact.accept(
                    "", "samen met (together with) " + (job.items().size() - 1) + ", vanaf pagina (from page) " + page);
        }
        job.reason().ifPresent(reason -> {
            fact.accept("", reason.dutch());
            fact.accept("", reason.english());
        });
    }

    private static String state(PrintJob job) {
        return job.state().isEmpty() ? "" : " [" + job.state() + "]";
    }

    private static String stage(PrintJob job) {
        return switch (job.stage()) {
            case PLANNED, CREATED -> "nog niet naar de printer (not sent yet)";
            case SENDING -> "misschien bij de printer (perhaps at the printer)";
            case PRINTING -> "bij de printer (at the printer)";
            case DONE -> job.isAtPrinter() ? "afgedrukt (printed)" : "klaargezet (put ready)";
            case FAILED -> "niet afgedrukt (not printed)";
            case NOT_PRINTED -> "niet naar de printer gegaan (did not go to the printer)";
            case UNKNOWN -> "onbekend bij de printer (unknown to the printer)";
        };
    }
}
