package io.github.komaseconnect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.cli.CommandDesk.Said;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.NumberBook.Series;
import io.github.komaseconnect.ledger.WorkOrder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Missing invoice numbers, as a person sees and accepts them. */
class GapsCommandTest {
    @TempDir
    Path folder;

    private CommandDesk desk;
    private Ledger ledger;

    @BeforeEach
    void open() {
        desk = new CommandDesk(folder).configure(CommandDesk.ACME, CommandDesk.BETA);
        ledger = desk.ledger();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private void missing(String company, String number) {
        ledger.record(books -> {
            Series series = new Series(0, company, "CREDIT_NOTE", number, "", 0, 9);
            long id = books.watching().numbers().addSeries(series);
            books.watching()
                    .numbers()
                    .missing(
                            new Series(id, company, "CREDIT_NOTE", number, "", 0, 9),
                            3,
                            number + "3",
                            Instant.parse("2026-11-20T09:00:00Z"));
        });
    }

    @Test
    void showsWhatIsMissing() {
        missing("acme", "F2026-");
        missing("beta", "B-");

        Said all = desk.at("gaps");
        Said one = desk.at("gaps", "beta");

        assertThat(all.exitCode()).isZero();
        assertThat(all.out()).contains("acme", "credit-note", "F2026-3", "20-11-2026 10:00", "B-3");
        assertThat(one.out()).contains("B-3").doesNotContain("F2026-3");
    }

    @Test
    void saysThatNothingIsMissing() {
        assertThat(desk.at("gaps", "acme").out()).contains("ontbreken geen factuurnummers", "No invoice numbers");
    }

    @Test
    void acceptsByAnOrder() {
        missing("acme", "F2026-");

        Said said = desk.at("gaps", "acme", "--accept", "F2026-3", "F2026-4");

        assertThat(said.exitCode()).isZero();
        List<WorkOrder> orders = ledger.inTransaction(books -> books.orders().open());
        assertThat(orders).singleElement().satisfies(order -> {
            assertThat(order.kind()).isEqualTo(WorkOrder.Kind.ACCEPT_GAPS);
            assertThat(order.company()).isEqualTo("acme");
            assertThat(order.argument()).isEqualTo("F2026-3\nF2026-4");
        });
    }

    @Test
    void wantsToKnowTheCompany() {
        assertThat(desk.at("gaps", "--accept", "F2026-3").exitCode()).isEqualTo(2);
        assertThat(desk.at("gaps", "gamma").exitCode()).isEqualTo(2);
    }
}
