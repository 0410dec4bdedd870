package io.github.komaseconnect.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineCheckTest {
    private static final long GIGABYTE = 1024L * 1024 * 1024;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "SYSTEM, Windows Server 2022, WARNING",
        "KOMAS01$, Windows 11, WARNING",
        "boekhouding, Windows 11, OK",
        "root, Linux, OK"
    })
    void warnsOfAnAccountThatSeesNoShares(String user, String system, Level level) {
        Finding finding = MachineCheck.account(user, system);
        assertThat(finding.level()).isEqualTo(level);
        assertThat(finding.reason().dutch()).contains(user);
    }

    @ParameterizedTest
    @CsvSource({"11, ERROR", "17, OK", "25, OK"})
    void knowsWhichJavaWillDo(int version, Level level) {
        assertThat(MachineCheck.java(version).level()).isEqualTo(level);
    }

    @Test
    void wantsRoomForSevenYears() {
        assertThat(MachineCheck.space("data", 5 * GIGABYTE).level()).isEqualTo(Level.OK);
        assertThat(MachineCheck.space("data", GIGABYTE).level()).isEqualTo(Level.WARNING);
        assertThat(MachineCheck.space("data", 1000).level()).isEqualTo(Level.ERROR);
    }

    @Test
    void makesNothingInANewHome() throws Exception {
        GoLiveHome home = new GoLiveHome(folder).acme().write();
        new MachineCheck(home.home(), home.configuration()).look();
        assertThat(home.home().data()).doesNotExist();
        assertThat(home.home().logs()).doesNotExist();
    }

    @Test
    void anArchiveElsewhereIsLookedAtToo() throws Exception {
        GoLiveHome home = new GoLiveHome(folder)
                .acme()
                .with("archive.folder=" + folder.resolve("kept/archive"))
                .write();
        assertThat(new MachineCheck(home.home(), home.configuration()).look())
                .anyMatch(finding -> finding.reason().english().startsWith("archive.folder"))
                .allMatch(finding -> finding.level() == Level.OK);
    }
}
