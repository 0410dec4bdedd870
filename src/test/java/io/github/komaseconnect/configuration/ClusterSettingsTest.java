package io.github.komaseconnect.configuration;

import static io.github.komaseconnect.configuration.SampleHome.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterSettingsTest {
    private static final String POSTGRES = "ledger.url=jdbc:postgresql://db/komas\n";

    @TempDir
    Path folder;

    private Configuration read(String lines) {
        return new SampleHome(folder).write(ACME + "\n" + lines).read();
    }

    @Test
    void the_lease_outlives_the_longest_call_with_its_log_in() {
        GlobalSettings usual = read("").settings();
        assertThat(usual.longestStep()).isEqualTo(Duration.ofMinutes(12).plusSeconds(5));
        assertThat(usual.clusterLease()).isEqualTo(Duration.ofMinutes(15));
        assertThat(usual.sharesLedger()).isFalse();
        GlobalSettings patient = read(POSTGRES + "http.response-timeout=10m").settings();
        assertThat(patient.clusterLease()).isGreaterThan(patient.longestStep().plusMinutes(1));
        assertThat(patient.sharesLedger()).isTrue();
    }

    @Test
    void a_lease_that_ends_before_a_call_does_is_refused_where_the_ledger_can_be_shared() {
        assertThat(read(POSTGRES + "cluster.lease=12m").globalErrors())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.key()).isEqualTo("cluster.lease");
                    assertThat(problem.english()).contains("780s");
                });
        assertThat(read(POSTGRES + "cluster.lease=13m").globalErrors()).isEmpty();
        assertThat(read("cluster.lease=12m").globalErrors()).isEmpty();
    }

    @Test
    void an_archive_in_a_home_of_its_own_is_warned_of_where_the_ledger_can_be_shared() {
        assertThat(read(POSTGRES).warnings()).singleElement().satisfies(problem -> assertThat(problem.key())
                .isEqualTo("archive.folder"));
        Path share = folder.resolveSibling("share-of-" + folder.getFileName());
        assertThat(read(POSTGRES + "archive.folder=" + share).warnings()).isEmpty();
        assertThat(read("").warnings()).isEmpty();
    }
}
