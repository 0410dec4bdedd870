package io.github.komaseconnect.alarm;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.CompanyFolders;
import io.github.komaseconnect.folder.FolderHealth;
import io.github.komaseconnect.folder.Lane;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reason.Reason;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells when a company's folder has gone or cannot be written, once, and when it is back. Work resumes by itself. */
public final class FolderWatch {
    /** What the print-spool folder is called in a cause. */
    public static final String PRINT_SPOOL = "print-spool";

    private final Companies companies;
    private final Ledger ledger;
    private final AlarmBell alarms;

    /** Watches the folders of these companies. */
    public FolderWatch(Companies companies, Ledger ledger, AlarmBell alarms) {
        this.companies = companies;
        this.ledger = ledger;
        this.alarms = alarms;
    }

    /** The cause of the alarm about a folder of a company, by the name that the folder has in the configuration. */
    public static String cause(String company, String folder) {
        return "folder/" + company + "/" + folder;
    }

    /** Looks once at every folder. */
    public void look() {
        look(companies.all(), Lane.direct());
    }

    /** Looks once at every folder of these companies, by {@code lane}: a share that hangs keeps a look waiting. */
    public void look(List<Company> some, Lane lane) {
        OpenAlarms open = OpenAlarms.of(alarms, "folder/");
        Map<String, Runnable> looks = new LinkedHashMap<>();
        some.forEach(company -> looks.put(company.key(), () -> look(company, open)));
        lane.runAll(looks);
    }

    private void look(Company company, OpenAlarms open) {
        folders(company.folders()).forEach((name, folder) -> {
            FolderHealth health = FolderHealth.of(folder);
            String cause = cause(company.key(), name);
            if (health.usable()) {
                if (open.has(cause) && (!name.equals(PRINT_SPOOL) || !isPrintingAtRest(company))) {
                    open.clear(cause);
                }
            } else {
                alarms.raise(cause, company.key(), reason(name, health), folder.toString());
            }
        });
    }

    /** The folder looks well again, but a disk that is full shows only when something is printed: that ends the alarm. */
    private boolean isPrintingAtRest(Company company) {
        return ledger.reading(
                books -> books.pauses().find(company.key(), Channel.PRINT).isPresent());
    }

    private static Map<String, Path> folders(CompanyFolders folders) {
        Map<String, Path> all = new LinkedHashMap<>();
        all.put("import", folders.importFolder());
        all.put("export", folders.exportFolder());
        all.put("outbox", folders.outbox());
        all.put("sent", folders.sent());
        all.put("held", folders.held());
        all.put(PRINT_SPOOL, folders.printSpool());
        return all;
    }

    private static Reason reason(String name, FolderHealth health) {
        return new Reason(
                "folder." + name,
                "De map " + name + " (" + health.folder() + ") kan niet gebruikt worden: " + dutch(health),
                "The " + name + " folder (" + health.folder() + ") cannot be used: " + english(health),
                "Herstel de map, de netwerkschijf of de rechten; daarna gaat het vanzelf verder.",
                "Restore the folder, the network drive or the permissions; it then goes on by itself.");
    }

    private static String dutch(FolderHealth health) {
        return switch (health.state()) {
            case USABLE -> "";
            case MISSING -> "hij is er niet.";
            case NO_FOLDER -> "er staat een bestand met die naam, geen map.";
            case NOT_READABLE -> "de bestanden erin kunnen niet gelezen worden (" + health.detail() + ").";
            case NOT_WRITABLE -> "er kan niet in geschreven worden (" + health.detail() + ").";
        };
    }

    private static String english(FolderHealth health) {
        return switch (health.state()) {
            case USABLE -> "";
            case MISSING -> "it is not there.";
            case NO_FOLDER -> "there is a file of that name, no folder.";
            case NOT_READABLE -> "its files cannot be read (" + health.detail() + ").";
            case NOT_WRITABLE -> "it cannot be written (" + health.detail() + ").";
        };
    }
}
