package io.github.komaseconnect.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.alarm.NodeCauses;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.folder.Lane;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.watch.DiskRoom;
import io.github.komaseconnect.watch.GoneAlarms;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two nodes on a real PostgreSQL, each with a disk of the same name. */
class NodeCausesTest {
    private static final Duration LEASE = Duration.ofSeconds(8);
    private static final Duration STEP = Duration.ofSeconds(1);

    private static DiskRoom disk(Ledger ledger, long free) {
        return new DiskRoom(
                new Companies(List.of()),
                List.of(Path.of("data")),
                Optional.of(1000L),
                folder -> new DiskRoom.Free("sda", free),
                NodeCauses.of(ledger),
                new AlarmBell(ledger));
    }

    private static List<String> causes(Ledger ledger) {
        return new AlarmBell(ledger).open("").stream().map(Alarm::cause).toList();
    }

    @Test
    void neitherEndsTheAlarmOfTheOtherAndOneThatWentLeavesNone() throws Exception {
        try (SharedDatabase database = new SharedDatabase()) {
            String url = database.create("causes");
            try (Ledger full = SharedDatabase.open(url, "n1", "home-1", LEASE, STEP);
                    Ledger roomy = SharedDatabase.open(url, "n2", "home-2", LEASE, STEP)) {
                full.record(books -> books.leases().seen());
                roomy.record(books -> books.leases().seen());
                GoneAlarms gone =
                        new GoneAlarms(new Companies(List.of()), Ownership.ofAll(), roomy, new AlarmBell(roomy));

                disk(full, 1).look(Lane.direct());
                disk(roomy, 5000).look(Lane.direct());
                gone.look(Lane.direct());
                assertThat(causes(roomy)).containsExactly("disk/sda @ machine home-1");

                full.record(books -> books.leases().goes());
                gone.look(Lane.direct());
                assertThat(causes(roomy)).isEmpty();
            }
        }
    }
}
