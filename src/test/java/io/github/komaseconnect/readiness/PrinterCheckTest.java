package io.github.komaseconnect.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import com.hp.jipp.model.PrinterState;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.explanation.RelationsNow;
import io.github.komaseconnect.print.ipp.FakePrinter;
import io.github.komaseconnect.relation.RelationSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check} says of a printer. */
class PrinterCheckTest {
    @TempDir
    Path folder;

    private FakePrinter printer;
    private GoLiveHome home;
    private int looks;

    @BeforeEach
    void open() throws IOException {
        printer = new FakePrinter();
        home = new GoLiveHome(folder.resolve("home")).acme();
    }

    @AfterEach
    void close() {
        printer.close();
    }

    /** From the second look on in a home of its own. */
    private List<Finding> look(String... settings) throws IOException {
        looks++;
        if (looks > 1) {
            home = new GoLiveHome(folder.resolve("home-" + looks)).acme();
        }
        home.with("company.acme.printer=" + printer.address()).with(settings).write();
        Company company = home.configuration().company("acme").orElseThrow();
        RelationSnapshot relations = new RelationsNow(
                        home.home(), home.configuration().settings().leadingZeros(), Clock.systemUTC())
                .of(company)
                .snapshot();
        return PrinterCheck.of(company, relations, home.credentials()).look();
    }

    private static List<String> codes(Level level, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.level() == level)
                .map(finding -> finding.reason().code())
                .toList();
    }

    @Test
    void oneThatCanBeUsedIsNamedWithItsTraysAndNothingIsPrinted() throws IOException {
        assertThat(look("company.acme.print.duplex=yes")).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.OK);
            assertThat(finding.reason().dutch()).contains("Fake Printer", "tray-1, tray-2", "niets afgedrukt");
        });
        assertThat(printer.allJobs()).isEmpty();
    }

    @Test
    void withoutAPrinterThereIsNothingToSay() throws IOException {
        home.write();
        Company company = home.configuration().company("acme").orElseThrow();

        assertThat(PrinterCheck.of(company, RelationSnapshot.empty("relations.csv"), home.credentials())
                        .look())
                .isEmpty();
    }

    @Test
    void oneThatIsAwayOrStandsStillIsAnErrorAndABusyOneAWarning() throws IOException {
        printer.is(PrinterState.stopped, "media-empty-error");
        assertThat(codes(Level.ERROR, look())).containsExactly("printer.stopped");

        printer.is(PrinterState.idle, "none").accepting(false);
        assertThat(codes(Level.WARNING, look())).containsExactly("printer.busy");

        printer.switchOff();
        assertThat(codes(Level.ERROR, look())).containsExactly("printer.offline");
    }

    @Test
    void whatItCannotDoOfWhatIsAskedIsToldForTheCompanyAndForEachRelation() throws IOException {
        List<String> lines = GoLiveHome.sample("relations.csv")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        StringBuilder wider = new StringBuilder(lines.get(0) + ";exemplaren\n");
        lines.stream().skip(1).forEach(line -> wider.append(line).append(";20\n"));
        home.relations("acme", wider.toString());

        List<Finding> findings = look("company.acme.print.tray=envelope", "company.acme.print.colour=yes");

        assertThat(codes(Level.ERROR, findings)).hasSize(2).containsOnly("printer.option");
        assertThat(codes(Level.WARNING, findings)).contains("printer.option-left-out");
        assertThat(findings)
                .anySatisfy(finding -> assertThat(finding.reason().dutch()).contains("Gevraagd:", "copies=20"));
    }

    @Test
    void aPrinterThatAsksForAPasswordSaysWhichSettingsAreMissingOrWrong() throws IOException {
        printer.demanding("kantoor", "print-geheim-51c8");

        assertThat(look()).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.ERROR);
            assertThat(finding.reason().code()).isEqualTo("printer.log-in-needed");
            assertThat(finding.reason().adviceDutch()).contains("printer-user");
        });
        assertThat(codes(
                        Level.ERROR,
                        look("company.acme.printer-user=kantoor", "company.acme.printer-password=verkeerd-7d21")))
                .containsExactly("printer.log-in-refused");
    }

    @Test
    void withTheRightPasswordItIsUsed() throws IOException {
        printer.demanding("kantoor", "print-geheim-51c8");

        assertThat(look("company.acme.printer-user=kantoor", "company.acme.printer-password=print-geheim-51c8"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.level()).isEqualTo(Level.OK));
    }
}
