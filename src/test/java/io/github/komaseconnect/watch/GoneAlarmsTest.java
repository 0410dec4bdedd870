package io.github.komaseconnect.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.alarm.NodeCauses;
import io.github.komaseconnect.cluster.Ownership;
import io.github.komaseconnect.folder.Lane;
import io.github.komaseconnect.ledger.Node;
import io.github.komaseconnect.reason.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alarms of who is not there any more. */
class GoneAlarmsTest {
    private static final Reason REASON = Reason.of("test", "Mis.", "Wrong.");

    @TempDir
    Path folder;

    private WatchRoom room;

    @BeforeEach
    void open() throws Exception {
        room = new WatchRoom(folder, WatchRoom.USUAL);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void endWithTheCompanyAndStayWithOneThatRests() {
        room.alarms.raise("folder/acme/export", "acme", REASON, "");
        room.alarms.raise("late/beta", "beta", REASON, "");
        room.alarms.raise("configuration/beta", "beta", REASON, "");
        room.alarms.raise("hangs", "", REASON, "");
        room.companies.release("acme");

        new GoneAlarms(room.companies, Ownership.ofAll(), room.ledger, room.alarms).look(Lane.direct());

        assertThat(room.causes()).containsExactlyInAnyOrder("folder/acme/export", "configuration/beta", "hangs");
    }

    @Test
    void stayWithACompanyForWhichAnotherRuntimeAnswers() {
        room.alarms.raise("late/beta", "beta", REASON, "");
        Ownership nothing = new Ownership() {
            @Override
            public boolean owns(String company) {
                return false;
            }

            @Override
            public boolean answersFor(String company) {
                return false;
            }
        };

        new GoneAlarms(room.companies, nothing, room.ledger, room.alarms).look(Lane.direct());

        assertThat(room.causes()).containsExactly("late/beta");
    }

    @Test
    void areToldApartByComputerAndHome() {
        Node here = new Node("n1", "pc-1", "/srv/komas", "test", Instant.EPOCH, Duration.ZERO);

        assertThat(NodeCauses.isOfNone(List.of(here), "disk/sda @ pc-1 /srv/komas"))
                .isFalse();
        assertThat(NodeCauses.isOfNone(List.of(here), "disk/sda @ pc-2 /srv/komas"))
                .isTrue();
        assertThat(NodeCauses.isOfNone(List.of(here), "late/acme")).isFalse();
    }
}
