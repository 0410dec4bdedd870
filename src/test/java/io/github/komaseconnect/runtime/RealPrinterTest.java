package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.Counts;
import io.github.komaseconnect.ledger.Attempt;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.print.ipp.EvePrinter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Invoices on a printer that is not of our making; left out, loudly, where there is none. */
@EnabledOnOs(OS.LINUX)
class RealPrinterTest {
    @TempDir
    Path folder;

    @Test
    void everyInvoiceComesOutOnceByteForByteThoughThePrinterIsBusyInBetween() throws Exception {
        Optional<EvePrinter> found =
                EvePrinter.start(Files.createDirectory(folder.resolve("p")), Duration.ofMillis(1500));
        Assumptions.assumeTrue(found.isPresent(), "no ippeveprinter here");
        try (EvePrinter printer = found.get();
                Workshop workshop = new Workshop(folder).with("company.acme.printer=" + printer.address())) {
            workshop.start();
            List<String> numbers = List.of("P-1", "P-2", "P-3");
            for (String number : numbers) {
                workshop.export(
                        number + ".XML",
                        Workshop.sample("verkoop-print-credit.xml").replace("C2026-0007", number));
            }

            long busy = 0;
            for (String number : numbers) {
                LedgerInvoice invoice = workshop.awaitState(number, InvoiceState.SENT);
                Delivery delivery = workshop.ledger()
                        .inTransaction(books -> books.deliveries().of(invoice.id()))
                        .get(0);
                assertThat(delivery.reference())
                        .startsWith("job ")
                        .endsWith(printer.address().toString());
                List<Attempt> attempts = workshop.ledger()
                        .inTransaction(books -> books.deliveries().attempts(delivery.id()));
                busy += attempts.stream()
                        .filter(attempt -> attempt.reasonCode().equals("printer.busy"))
                        .count();
                Path archived = workshop.home
                        .resolve("data/archive")
                        .resolve(invoice.archive())
                        .resolve("delivery-" + delivery.id() + "-printed.pdf");
                List<Path> same = new ArrayList<>();
                for (Path page : printer.pages()) {
                    if (Files.mismatch(page, archived) < 0) {
                        same.add(page);
                    }
                }
                // it names a file by the name of the job, in small letters
                assertThat(same).singleElement().satisfies(page -> assertThat(
                                page.getFileName().toString())
                        .containsIgnoringCase(number));
            }
            assertThat(printer.pages()).hasSize(numbers.size());
            Counts.of("printed on ippeveprinter")
                    .add("invoices", numbers.size())
                    .add("busy", busy)
                    .add("lost", 0)
                    .add("twice", 0)
                    .print();
        }
    }
}
