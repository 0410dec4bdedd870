package io.github.komaseconnect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.alarm.BrokenCompanies;
import io.github.komaseconnect.configuration.Configuration;
import io.github.komaseconnect.configuration.ConfigurationReader;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Ledger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenCompaniesTest {
    @TempDir
    Path folder;

    private CommandDesk desk;
    private Ledger ledger;

    @BeforeEach
    void open() {
        desk = new CommandDesk(folder);
        ledger = desk.ledger();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void raisesOneAlarmForABrokenCompanyNamingEachProblem() {
        tell(CommandDesk.ACME, "company.beta.name=Beta", "company.beta.company-id=XCNL10020");
        tell(CommandDesk.ACME, "company.beta.name=Beta", "company.beta.company-id=XCNL10020");

        assertThat(alarms()).singleElement().satisfies(alarm -> {
            assertThat(alarm.cause()).isEqualTo("configuration/beta");
            assertThat(alarm.company()).isEqualTo("beta");
            assertThat(alarm.touches())
                    .extracting(Alarm.Touch::label)
                    .anyMatch(label -> label.contains("company.beta.connection-key"))
                    .anyMatch(label -> label.contains("company.beta.connection-secret"));
        });
    }

    @Test
    void clearsItWhenTheCompanyIsRightAgain() {
        tell(CommandDesk.ACME, "company.beta.name=Beta");
        tell(CommandDesk.ACME, CommandDesk.BETA);

        assertThat(alarms()).isEmpty();
    }

    @Test
    void leavesOtherAlarmsAlone() {
        ledger.record(books -> books.alarms()
                .raise(
                        "folder/acme",
                        "acme",
                        io.github.komaseconnect.reason.Reason.of("x", "Weg.", "Gone."),
                        Optional.empty()));

        tell(CommandDesk.ACME);

        assertThat(alarms()).extracting(Alarm::cause).containsExactly("folder/acme");
    }

    private void tell(String... parts) {
        desk.configure(parts);
        Configuration configuration = new ConfigurationReader(name -> Optional.empty()).read(desk.home);
        new BrokenCompanies(new AlarmBell(ledger)).tell(configuration, Set.of());
    }

    private List<Alarm> alarms() {
        return ledger.inTransaction(books -> books.alarms().open());
    }
}
