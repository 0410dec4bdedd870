package io.github.komaseconnect.readiness;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.CompanyFolders;
import io.github.komaseconnect.folder.FolderHealth;
import io.github.komaseconnect.folder.FolderHealth.Together;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether the folders of a company can be used, and files move between them at once, found out by really doing it. */
final class FolderCheck {
    private final NetworkDrives drives;

    FolderCheck(NetworkDrives drives) {
        this.drives = drives;
    }

    List<Finding> look(Company company) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Map<String, Path> folders = byName(company.folders());
        boolean allUsable = true;
        for (Map.Entry<String, Path> folder : folders.entrySet()) {
            FolderHealth health = FolderHealth.of(folder.getValue());
            findings.add(finding(company, folder.getKey(), health));
            allUsable &= health.usable();
            drives.byShare(folder.getValue())
                    .ifPresent(share -> findings.add(mapped(company, folder.getKey(), folder.getValue(), share)));
        }
        if (allUsable) {
            findings.addAll(moves(company));
        }
        if (Files.isDirectory(company.folders().exportFolder())) {
            findings.addAll(waiting(company));
        }
        return findings;
    }

    private static Map<String, Path> byName(CompanyFolders folders) {
        Map<String, Path> all = new LinkedHashMap<>();
        all.put("import", folders.importFolder());
        all.put("export", folders.exportFolder());
        all.put("outbox", folders.outbox());
        all.put("sent", folders.sent());
        all.put("held", folders.held());
        all.put("print-spool", folders.printSpool());
        return all;
    }

    private static Finding finding(Company company, String name, FolderHealth health) {
        Path folder = health.folder();
        if (health.usable()) {
            return Finding.ok(
                    "check.folder",
                    "Map " + name + " bestaat en is te beschrijven: " + folder,
                    "The " + name + " folder is there and can be written.");
        }
        String setting = "company." + company.key() + "." + name + "-folder";
        String detail = health.detail().isEmpty() ? "" : " (" + health.detail() + ")";
        return Finding.error(
                switch (health.state()) {
                    case MISSING, USABLE ->
                        new Reason(
                                "check.folder-missing",
                                "Map " + name + " is er niet: " + folder + ".",
                                "The " + name + " folder is not there: " + folder + ".",
                                "Maak de map, of verbeter " + setting + "." + driveDutch(folder),
                                "Make the folder, or correct " + setting + "." + driveEnglish(folder));
                    case NO_FOLDER ->
                        new Reason(
                                "check.folder-is-file",
                                "Map " + name + " is geen map maar een bestand: " + folder + ".",
                                "The " + name + " folder is not a folder but a file: " + folder + ".",
                                "Verbeter " + setting + ".",
                                "Correct " + setting + ".");
                    case NOT_READABLE ->
                        new Reason(
                                "check.folder-not-readable",
                                "Map " + name + " is niet te lezen: " + folder + detail + ".",
                                "The " + name + " folder cannot be read: " + folder + detail + ".",
                                "Geef het account waaronder komas-econnect draait rechten op de map.",
                                "Give the account that komas-econnect runs as rights on the folder.");
                    case NOT_WRITABLE ->
                        new Reason(
                                "check.folder-not-writable",
                                "In map " + name + " kan geen bestand gemaakt of verwijderd worden: " + folder + detail
                                        + ".",
                                "No file can be made or removed in the " + name + " folder: " + folder + detail + ".",
                                "Geef het account waaronder komas-econnect draait schrijfrechten op de map.",
                                "Give the account that komas-econnect runs as the right to write in the folder.");
                });
    }

    private static String driveDutch(Path folder) {
        return NetworkDrives.hasDrive(folder)
                ? " Is het een netwerkschijf, gebruik dan \\\\server\\map: een ander account ziet uw schijfletters niet."
                : "";
    }

    private static String driveEnglish(Path folder) {
        return NetworkDrives.hasDrive(folder)
                ? " If it is a network drive, use \\\\server\\folder: another account does not see your drive letters."
                : "";
    }

    private static Finding mapped(Company company, String name, Path folder, String share) {
        String setting = "company." + company.key() + "." + name + "-folder";
        return Finding.warning(new Reason(
                "check.folder-mapped",
                "Map " + name + " staat op een netwerkschijf (" + folder
                        + "). Een service ziet de schijfletters van een gebruiker niet.",
                "The " + name + " folder is on a mapped network drive (" + folder
                        + "). A service does not see the drive letters of a user.",
                "Zet bij " + setting + " (of company." + company.key() + ".folder): " + share,
                "Set " + setting + " (or company." + company.key() + ".folder) to: " + share));
    }

    private static List<Finding> moves(Company company) {
        CompanyFolders folders = company.folders();
        List<Finding> findings = new ArrayList<>();
        move(findings, "export", folders.exportFolder(), "outbox", folders.outbox());
        move(findings, "outbox", folders.outbox(), "sent", folders.sent());
        move(findings, "outbox", folders.outbox(), "held", folders.held());
        move(findings, "held", folders.held(), "outbox", folders.outbox());
        move(findings, "import", folders.importFolder(), "import", folders.importFolder());
        if (findings.isEmpty()) {
            findings.add(Finding.ok(
                    "check.moves",
                    "Bestanden gaan in één stap van export via outbox naar sent en held, en verschijnen heel in import.",
                    "Files move from export by outbox to sent and held in one step, and appear whole in import."));
        }
        return findings;
    }

    private static void move(List<Finding> findings, String fromName, Path from, String toName, Path to) {
        Together together = FolderHealth.together(from, to);
        if (together == Together.ONE_FILE_SYSTEM) {
            return;
        }
        String fault = together == Together.APART
                ? "ze staan op verschillende schijven / they are on different drives"
                : "het lukte niet / it failed";
        findings.add(Finding.error(new Reason(
                "check.moves",
                "Een bestand kan niet in één stap van " + fromName + " (" + from + ") naar " + toName + " (" + to
                        + "): " + fault + ".",
                "A file cannot go from " + fromName + " to " + toName + " in one step: " + fault + ".",
                "Zet deze mappen op dezelfde schijf of share.",
                "Put these folders on the same drive or share.")));
    }

    private static List<Finding> waiting(Company company) throws IOException {
        int files = 0;
        try (DirectoryStream<Path> export =
                Files.newDirectoryStream(company.folders().exportFolder())) {
            for (Path file : export) {
                String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                files += name.endsWith(".xml") && !name.startsWith(".") && !name.startsWith("~") ? 1 : 0;
            }
        }
        return files == 0
                ? List.of()
                : List.of(Finding.warning(new Reason(
                        "check.export-waiting",
                        "In de exportmap staan nu " + files
                                + " XML-bestanden; die worden verzonden zodra komas-econnect" + " draait.",
                        "There are " + files + " XML files in the export folder now; they are sent as soon as"
                                + " komas-econnect runs.",
                        "Haal weg wat al op een andere manier is verstuurd.",
                        "Take away what was sent some other way.")));
    }
}
