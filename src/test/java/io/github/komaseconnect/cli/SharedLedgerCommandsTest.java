package io.github.komaseconnect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.komaseconnect.cli.CommandDesk.Said;
import io.github.komaseconnect.cluster.LeaseKeeper;
import io.github.komaseconnect.cluster.SharedDatabase;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Membership;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands at a machine where nothing runs, while a runtime elsewhere shares the ledger. */
class SharedLedgerCommandsTest {
    private static final Membership ELSEWHERE =
            new Membership("server-1", "server", "/srv/komas", Duration.ofMinutes(15), Duration.ofMinutes(12));

    @TempDir
    Path folder;

    @Test
    void statusShowsWhoWorksForWhomAndOrdersGoToWhoeverRuns() throws Exception {
        try (SharedDatabase database = new SharedDatabase()) {
            String url = database.create("komas");
            CommandDesk desk = new CommandDesk(folder).configure(CommandDesk.ACME, "ledger.url=" + url);
            try (Ledger node = LedgerDatabase.open(url, desk.data(), Clock.systemUTC(), "1.2", ELSEWHERE)) {
                LeaseKeeper keeper =
                        new LeaseKeeper(node, ELSEWHERE, () -> List.of("acme"), System::nanoTime, Clock.systemUTC());
                keeper.goRound();

                assertThat(desk.at("status").out())
                        .contains("Runtimes op deze administratie")
                        .containsPattern("server +/srv/komas +1.2 .* ja \\(yes\\) +1: acme")
                        .doesNotContain("er draait nu geen run");
                JsonNode json =
                        new ObjectMapper().readTree(desk.at("status", "--json").out());
                assertThat(json.at("/running").asBoolean()).isTrue();
                assertThat(json.at("/nodes/0/id").asText()).isEqualTo("server-1");
                assertThat(json.at("/nodes/0/alive").asBoolean()).isTrue();
                assertThat(json.at("/nodes/0/forAll").asBoolean()).isTrue();
                assertThat(json.at("/nodes/0/companies/0").asText()).isEqualTo("acme");

                node.record(books -> books.orders().place(WorkOrder.Kind.PAUSE, "acme", 0, "", "anna@kantoor"));
                desk.patience = Duration.ofSeconds(1);
                Said waiting = desk.at("pause", "acme");
                assertThat(waiting.err()).contains("nog niet uitgevoerd");

                keeper.giveBackAll();
            }
            assertThat(desk.at("refresh", "acme").err()).contains("geen run");
            assertThat(desk.at("status").out())
                    .contains("er draait nu geen run")
                    .doesNotContain("server-1");
        }
    }
}
