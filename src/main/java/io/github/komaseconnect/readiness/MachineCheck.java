package io.github.komaseconnect.readiness;

import io.github.komaseconnect.configuration.Configuration;
import io.github.komaseconnect.configuration.Home;
import io.github.komaseconnect.configuration.RunLock;
import io.github.komaseconnect.folder.FolderHealth;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.runtime.EConnectOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** The machine that komas-econnect runs on: Java, account, home, disk. */
final class MachineCheck {
    private static final int OLDEST_JAVA = 17;
    private static final long MEGABYTE = 1024L * 1024;
    private static final long TOO_LITTLE = 200 * MEGABYTE;
    private static final long LITTLE = 2048 * MEGABYTE;

    private final Home home;
    private final Configuration configuration;

    MachineCheck(Home home, Configuration configuration) {
        this.home = home;
        this.configuration = configuration;
    }

    List<Finding> look() throws IOException {
        List<Finding> findings = new ArrayList<>();
        findings.add(java(Runtime.version().feature()));
        findings.add(account(System.getProperty("user.name", ""), System.getProperty("os.name", "")));
        findings.add(run());
        findings.add(routes());
        findings.add(writable("data", home.data()));
        findings.add(writable("logs", home.logs()));
        findings.add(space("data", home.data()));
        Path archive = configuration.settings().archiveFolder();
        if (!archive.startsWith(home.data())) {
            findings.add(writable("archive.folder", archive));
            findings.add(space("archive.folder", archive));
        }
        LedgerOnShare.refusal(home, configuration.settings().ledgerUrl())
                .map(Finding::error)
                .ifPresent(findings::add);
        return findings;
    }

    static Finding java(int version) {
        return version >= OLDEST_JAVA
                ? Finding.ok("check.java", "Java " + version + ".", "Java " + version + ".")
                : Finding.error(new Reason(
                        "check.java",
                        "Java " + version + " is te oud.",
                        "Java " + version + " is too old.",
                        "Installeer Java 17 of nieuwer.",
                        "Install Java 17 or newer."));
    }

    /** On Windows a service runs as LocalSystem ({@code SYSTEM}, or the computer's name and a dollar sign) unless set. */
    static Finding account(String user, String system) {
        boolean windows = system.toLowerCase(Locale.ROOT).startsWith("windows");
        if (windows && (user.equalsIgnoreCase("SYSTEM") || user.endsWith("$"))) {
            return Finding.warning(new Reason(
                    "check.account",
                    "Dit draait als " + user
                            + " (LocalSystem); dat account ziet geen netwerkschijven en heeft op andere"
                            + " computers geen rechten.",
                    "This runs as " + user + " (LocalSystem); that account sees no network drives and has no rights on"
                            + " other computers.",
                    "Laat de service onder een eigen account lopen, of gebruik alleen lokale mappen.",
                    "Have the service run as an account of its own, or use local folders only."));
        }
        String dutch = windows
                ? " Een service draait als LocalSystem, tenzij anders ingesteld: controleer dan onder dat account."
                : " Controleer onder het account waaronder de service draait.";
        String english = windows
                ? " A service runs as LocalSystem unless set otherwise: check as that account then."
                : " Check as the account that the service runs as.";
        return Finding.ok(
                "check.account", "Gecontroleerd als " + user + "." + dutch, "Checked as " + user + "." + english);
    }

    private Finding run() throws IOException {
        return RunLock.isHeld(home.data())
                ? Finding.ok(
                        "check.run",
                        "komas-econnect draait nu voor deze map.",
                        "komas-econnect runs for this home now.")
                : Finding.ok(
                        "check.run",
                        "komas-econnect draait nu niet voor deze map (" + home.directory() + ").",
                        "komas-econnect does not run for this home now.");
    }

    private Finding routes() {
        Path routes = home.routes();
        boolean own = routes.startsWith(home.directory());
        return Files.isRegularFile(routes.resolve(EConnectOnly.ROUTE_FILE))
                ? Finding.ok(
                        "check.routes",
                        (own ? "Eigen routes in " : "Routes van het programma in ") + routes + ".",
                        own ? "Routes of your own." : "Routes of the program.")
                : Finding.error(new Reason(
                        "check.routes",
                        "In " + routes + " ontbreekt " + EConnectOnly.ROUTE_FILE + ".",
                        EConnectOnly.ROUTE_FILE + " is missing in " + routes + ".",
                        "Zet alle routes van het programma in die map, of haal de map weg.",
                        "Put all routes of the program into that folder, or take the folder away."));
    }

    private static Finding writable(String name, Path folder) {
        FolderHealth health = FolderHealth.of(existing(folder));
        if (health.usable()) {
            String dutch = Files.exists(folder) ? " is te beschrijven." : " wordt bij de eerste start gemaakt.";
            String english = Files.exists(folder) ? " can be written." : " is made at the first start.";
            return Finding.ok("check.home", name + " (" + folder + ")" + dutch, name + english);
        }
        return Finding.error(new Reason(
                "check.home",
                name + " kan niet geschreven worden in " + health.folder() + " (" + health.detail() + ").",
                name + " cannot be written in " + health.folder() + " (" + health.detail() + ").",
                "Geef het account waaronder komas-econnect draait schrijfrechten.",
                "Give the account that komas-econnect runs as the right to write."));
    }

    private static Finding space(String name, Path folder) {
        OptionalLong free = FolderHealth.freeSpace(existing(folder));
        if (free.isEmpty()) {
            return Finding.warning(new Reason(
                    "check.disk",
                    "Hoeveel ruimte er is voor " + name + " was niet vast te stellen.",
                    "How much room there is for " + name + " could not be found out.",
                    "Kijk het na: elke factuur wordt bewaard.",
                    "Look for yourself: every invoice is kept."));
        }
        return space(name, free.getAsLong());
    }

    static Finding space(String name, long free) {
        String room = free / MEGABYTE + " MB";
        if (free >= LITTLE) {
            return Finding.ok(
                    "check.disk",
                    "Vrije ruimte voor " + name + ": " + room + ".",
                    "Room for " + name + ": " + room + ".");
        }
        Reason little = new Reason(
                "check.disk",
                "Er is weinig ruimte voor " + name + ": " + room + ".",
                "There is little room for " + name + ": " + room + ".",
                "Maak ruimte: elke factuur wordt zeven jaar bewaard.",
                "Make room: every invoice is kept for seven years.");
        return free < TOO_LITTLE ? Finding.error(little) : Finding.warning(little);
    }

    /** The folder, or the nearest one above it that exists. */
    private static Path existing(Path folder) {
        Path path = folder.toAbsolutePath();
        while (path.getParent() != null && !Files.exists(path)) {
            path = path.getParent();
        }
        return path;
    }
}
