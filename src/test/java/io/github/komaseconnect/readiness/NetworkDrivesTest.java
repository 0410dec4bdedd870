package io.github.komaseconnect.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkDrivesTest {
    private static final String ENGLISH = """
            New connections will be remembered.

            Status       Local     Remote                    Network

            -------------------------------------------------------------------------------
            OK           K:        \\\\server\\komas            Microsoft Windows Network
            Unavailable  m:        \\\\nas.local\\Data files     Microsoft Windows Network
                                   \\\\server\\IPC$             Microsoft Windows Network
            The command completed successfully.
            """;

    private static final String DUTCH = """
            Nieuwe verbindingen worden onthouden.

            Status       Lokaal    Extern                    Netwerk
            -------------------------------------------------------------------------------
            OK           Z:        \\\\srv01\\een_heel_lange_naam_van_een_share
                                                            Microsoft Windows Network
            """;

    @Test
    void findsTheShareOfADrive() {
        NetworkDrives drives = NetworkDrives.parse(ENGLISH);
        assertThat(drives.shares()).containsOnlyKeys("K:", "M:");
        assertThat(drives.byShare("K:\\export")).contains("\\\\server\\komas\\export");
        assertThat(drives.byShare("k:\\export\\")).contains("\\\\server\\komas\\export\\");
        assertThat(drives.byShare("M:\\x")).contains("\\\\nas.local\\Data files\\x");
    }

    @Test
    void readsDutchWindowsAndLongShares() {
        assertThat(NetworkDrives.parse(DUTCH).byShare("Z:\\in"))
                .contains("\\\\srv01\\een_heel_lange_naam_van_een_share\\in");
    }

    @Test
    void localDrivesAndSharesAreNoNetworkDrives() {
        NetworkDrives drives = NetworkDrives.parse(ENGLISH.replace("\n", "\r\n"));
        assertThat(drives.byShare("C:\\Komas\\export")).isEmpty();
        assertThat(drives.byShare("\\\\server\\komas\\export")).isEmpty();
        assertThat(drives.byShare("/srv/komas")).isEmpty();
        assertThat(drives.byShare("K:\\a")).contains("\\\\server\\komas\\a");
    }

    @Test
    void thereAreNoneWhenWindowsDoesNotSay() {
        assertThat(NetworkDrives.parse("").shares()).isEmpty();
        assertThat(NetworkDrives.parse("There are no entries in the list.").shares())
                .isEmpty();
    }
}
