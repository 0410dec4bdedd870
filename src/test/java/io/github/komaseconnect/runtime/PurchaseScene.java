package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.InvoiceQuery;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.simulator.InboxDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the end to end tests of receiving share: a workshop whose companies buy. */
abstract class PurchaseScene {
    static final String ACME = "XCNL10019";
    static final String BETA = "XCNL10020";
    static final String NEVER = "0 0 3 1 1 ?";

    @TempDir
    Path folder;

    Workshop workshop;

    @BeforeEach
    void open() throws Exception {
        workshop = new Workshop(folder).with("company.acme.received-status=35");
    }

    @AfterEach
    void close() throws Exception {
        workshop.close();
    }

    static InboxDocument purchase(String number) throws IOException {
        String sample = Workshop.sample("verkoop-peppol.xml");
        assertThat(sample).contains("F2026-0101");
        return InboxDocument.of(sample.replace("F2026-0101", number));
    }

    void withBeta() throws IOException {
        workshop.with(
                "company.beta.name=Beta Techniek B.V.",
                "company.beta.connection-key=" + Workshop.KEY,
                "company.beta.connection-secret=" + Workshop.SECRET,
                "company.beta.company-id=" + BETA,
                "company.beta.folder=companies/beta");
        for (String name : List.of("import", "export", "outbox", "sent", "held", "print-spool")) {
            Files.createDirectories(beta(name));
        }
    }

    Path beta(String name) {
        return workshop.home.resolve("companies/beta").resolve(name);
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(".komas-econnect"))
                    .sorted()
                    .toList();
        }
    }

    long count(String company, InvoiceState state) {
        return workshop.ledger()
                .inTransaction(books -> books.invoices()
                        .list(new InvoiceQuery(Optional.of(company), Set.of(state), Optional.empty(), 1000)))
                .size();
    }

    List<Alarm> openAlarms() {
        return workshop.ledger().inTransaction(books -> books.alarms().open());
    }

    long orderRefresh(String company) {
        return workshop.ledger()
                .inTransaction(books -> books.orders().place(WorkOrder.Kind.REFRESH, company, 0, "", "jan@kantoor"));
    }

    WorkOrder order(long id) {
        return workshop.ledger().inTransaction(books -> books.orders().find(id)).orElseThrow();
    }

    WorkOrder finished(long id) {
        await().atMost(Workshop.PATIENCE).until(() -> order(id).finishedAt().isPresent());
        return order(id);
    }

    void awaitReceived(long count) {
        await().atMost(Workshop.PATIENCE).untilAsserted(() -> assertThat(count("acme", InvoiceState.RECEIVED))
                .isEqualTo(count));
    }
}
