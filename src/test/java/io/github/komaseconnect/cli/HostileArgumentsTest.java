package io.github.komaseconnect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.WorkOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody, or a script, may type behind a command: refused in words, and no order is placed. */
class HostileArgumentsTest {
    private static final List<String> ARGUMENTS = List.of(
            "../../etc/passwd",
            "'; DROP TABLE invoice; --",
            "%",
            "_",
            "*",
            "-1",
            "0",
            "99999999999999999999999999",
            "1e9",
            "\u001B[2J\u0007",
            "A\r\nB",
            "\u202E1-A",
            "${env:PATH}",
            "%n%s",
            "",
            " ",
            "x".repeat(100_000));

    @TempDir
    Path folder;

    private CommandDesk desk;
    private Ledger ledger;

    @BeforeEach
    void open() {
        desk = new CommandDesk(folder).configure(CommandDesk.ACME, CommandDesk.BETA);
        ledger = desk.ledger();
        new SampleBooks(ledger).sales("acme", "A-1", "Klant", InvoiceState.HELD);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void eachIsRefusedAndNothingIsOrdered() {
        int inputs = 0;
        for (String argument : ARGUMENTS) {
            for (List<String> command : List.of(
                    List.of("show", argument),
                    List.of("retry", argument),
                    List.of("cancel", argument),
                    List.of("resolve", argument, "--sent"),
                    List.of("reroute", argument, "print"),
                    List.of("refresh", argument),
                    List.of("pause", argument),
                    List.of("resume", argument),
                    List.of("status", "--since", argument),
                    List.of("explain", argument))) {
                CommandDesk.Said said = desk.at(command.toArray(String[]::new));
                assertThat(said.exitCode()).as("%s -> %s", command, said).isNotZero();
                assertThat(said.err() + said.out())
                        .as("%s", command)
                        .doesNotContain("\u001B", "\u0007", "\u202E", "\tat ")
                        .isNotBlank();
                inputs++;
            }
        }
        List<WorkOrder> orders = ledger.inTransaction(books -> books.orders().open());
        assertThat(orders).isEmpty();
        assertThat(Files.exists(folder.resolve("home/data"))).isTrue();
        System.out.println("COUNT hostile-arguments inputs=" + inputs + " refused=" + inputs + " orders=0");
    }
}
