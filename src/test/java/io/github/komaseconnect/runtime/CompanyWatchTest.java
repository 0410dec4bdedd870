package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.alarm.BrokenCompanies;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.configuration.Configuration;
import io.github.komaseconnect.configuration.ConfigurationReader;
import io.github.komaseconnect.configuration.CredentialsSource;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.sql.LedgerDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompanyWatchTest {
    private static final String GAMMA = "connection-key=key-1\nconnection-secret=secret-1\ncompany-id=XCNL3\n";

    @TempDir
    Path home;

    private final Companies companies = new Companies(List.of());
    private Ledger ledger;
    private CredentialsSource credentials;
    private CompanyWatch watch;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(
                home.resolve("application.properties"),
                "company.acme.connection-key=acme-key\ncompany.acme.connection-secret=acme-secret\ncompany.acme.company-id=XCNL1\n");
        Files.createDirectories(home.resolve("companies"));
        ledger = LedgerDatabase.open("", home.resolve("data"), Clock.systemUTC(), "test");
        Configuration configuration = new ConfigurationReader(name -> Optional.empty()).read(home);
        credentials = new CredentialsSource(home, name -> Optional.empty());
        companies.configure(configuration.companies());
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-1));
        watch = new CompanyWatch(
                home, configuration, companies, credentials, new BrokenCompanies(new AlarmBell(ledger)), later);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private void write(String text) throws IOException {
        Files.writeString(home.resolve("companies/gamma.properties"), text);
    }

    private List<String> configured() {
        return companies.configured().stream().map(Company::key).toList();
    }

    private List<String> alarms() {
        return ledger.inTransaction(books -> books.alarms().open()).stream()
                .map(Alarm::cause)
                .toList();
    }

    @Test
    void whatChangedCountsOnceItStayedTheSameBetweenTwoLooks() throws IOException {
        write(GAMMA.substring(0, 20));
        watch.look();
        write(GAMMA);
        watch.look();
        assertThat(configured()).containsExactly("acme");
        assertThat(alarms()).isEmpty();

        watch.look();
        assertThat(configured()).containsExactly("acme", "gamma");
        assertThat(alarms()).isEmpty();

        Files.delete(home.resolve("companies/gamma.properties"));
        watch.look();
        assertThat(configured()).containsExactly("acme", "gamma");
        watch.look();
        assertThat(configured()).containsExactly("acme");
    }

    @Test
    void anEditorThatPutsANewFileInItsPlaceRemovesNothing() throws IOException {
        write(GAMMA);
        watch.look();
        watch.look();
        Files.delete(home.resolve("companies/gamma.properties"));
        watch.look();
        write(GAMMA + "pdf=none\n");
        watch.look();
        assertThat(configured()).containsExactly("acme", "gamma");
        watch.look();
        assertThat(companies.findConfigured("gamma").orElseThrow().pdf().name()).isEqualTo("NONE");
    }

    @Test
    void wrongSettingsKeepTheFormerOnesWithTheirKeysAndOneThatNeverRanDoesNotRun() throws IOException {
        write(GAMMA);
        watch.look();
        watch.look();
        write(GAMMA.replace("key-1", "key-2") + "pdf=maybe\n");
        Files.writeString(home.resolve("companies/delta.properties"), "name=Delta\n");
        watch.look();
        watch.look();

        assertThat(configured()).containsExactly("acme", "gamma");
        assertThat(credentials.credentials("gamma").connectionKey().value()).isEqualTo("key-1");
        assertThat(alarms()).containsExactlyInAnyOrder("configuration/delta", "configuration/gamma");

        write(GAMMA.replace("key-1", "key-2"));
        Files.delete(home.resolve("companies/delta.properties"));
        watch.look();
        watch.look();
        assertThat(credentials.credentials("gamma").connectionKey().value()).isEqualTo("key-2");
        assertThat(alarms()).isEmpty();
    }

    @Test
    void aFolderInCommonStopsOnlyTheNewcomer() throws IOException {
        write(GAMMA + "folder=companies/acme\n");
        watch.look();
        watch.look();

        assertThat(configured()).containsExactly("acme");
        assertThat(alarms()).containsExactlyInAnyOrder("configuration/acme", "configuration/gamma");
    }

    @Test
    void aFolderThatCannotBeLookedIntoSaysNothing() throws IOException {
        write(GAMMA);
        watch.look();
        watch.look();
        Files.move(home.resolve("companies"), home.resolve("away"));
        Files.writeString(home.resolve("companies"), "no folder");

        watch.look();
        watch.look();

        assertThat(configured()).containsExactly("acme", "gamma");
    }
}
