package io.github.komaseconnect.demo;

import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What the demo says around its summary, Dutch first, then English. */
final class Told {
    private final String command;
    private final PrintWriter out;

    Told(Path distribution, PrintWriter out) {
        this.command = command(distribution);
        this.out = out;
    }

    private static String command(Path distribution) {
        String name = File.separatorChar == '\\' ? "komas-econnect.bat" : "komas-econnect";
        Path script = distribution.resolve("bin").resolve(name);
        return Files.exists(script) ? quoted(script) : name;
    }

    void both(String dutch, String english) {
        out.println(dutch);
        out.println(english);
        out.flush();
    }

    void begin(DemoHome home, StandIns standIns, Path routes) {
        both(
                "komas-econnect, demo. Niets verlaat deze computer: eConnect en de mailserver zijn nagebootst.",
                "komas-econnect, demo. Nothing leaves this computer: eConnect and the mail server are stand-ins.");
        out.println();
        Table places = new Table("wat/what", "waar/where");
        places.row("de demo-omgeving/the demo's home", home.directory().toString());
        places.row("de routes/the routes", routes.toString());
        places.row("eConnect", standIns.econnectUrl().toString());
        places.row("eConnect, PSB", standIns.psbUrl().toString());
        places.row("hooks", "127.0.0.1:" + standIns.hooksPort());
        places.row("mailserver", "127.0.0.1:" + standIns.smtpPort());
        places.lines().forEach(line -> out.println("  " + line));
        out.println();
        out.flush();
    }

    void exported(int invoices) {
        both(
                "komas-econnect draait. \"Komas\" zet " + invoices
                        + " verkoopfacturen in export/, en bij eConnect wachten " + StandIns.PURCHASE_INVOICES
                        + " inkoopfacturen. Een tweede bedrijf verzendt via de PSB en hoort door hooks van "
                        + StandIns.PSB_PURCHASE_INVOICES + " inkoopfacturen ...",
                "komas-econnect is running. \"Komas\" puts " + invoices + " sales invoices into export/, and "
                        + StandIns.PURCHASE_INVOICES
                        + " purchase invoices wait at eConnect. A second company sends over the PSB and is told of "
                        + StandIns.PSB_PURCHASE_INVOICES + " purchase invoices by hooks ...");
    }

    void whereToLook(DemoHome home) {
        out.println();
        both("WAAR TE KIJKEN, in " + home.company(""), "WHERE TO LOOK, in " + home.company(""));
        Table table = new Table("map/folder", "wat er staat", "what is there");
        table.row("import/", "inkoopfacturen voor Komas", "purchase invoices for Komas");
        table.row("sent/", "verzonden verkoopfacturen, per maand", "sales invoices sent, by month");
        table.row(
                "held/", "wat een mens nodig heeft, met de reden ernaast", "what needs a person, its reason beside it");
        table.row("print-spool/", "PDF's voor de printer", "PDFs for the printer");
        table.row(
                "../../data/archive/",
                "alles wat kwam en ging, byte voor byte",
                "all that came and went, byte for byte");
        table.row("../../logs/", "het logboek", "the log");
        table.lines().forEach(line -> out.println("  " + line));
        out.println();
        step("Alle facturen op een rij / all invoices in a list", commandFor(home, "status"));
        out.flush();
    }

    void tryIt(DemoHome home, StandIns standIns) {
        out.println();
        both("De demo blijft draaien tot Ctrl-C. Probeer:", "The demo stays up until Ctrl-C. Try:");
        step(
                "Verzend zelf: zet een UBL-factuur in deze map / send your own: put a UBL invoice into this folder",
                home.company("export").toString());
        step(
                "Voeg de onbekende klant toe / add the unknown customer",
                home.company("relations.csv").toString());
        step("en verzend de vastgehouden factuur / and send the held invoice", commandFor(home, "retry --held"));
        step("Meer inkoopfacturen / more purchase invoices", moreInvoices(standIns));
        step("en haal ze op / and fetch them", commandFor(home, "refresh"));
        step("Laat iets misgaan / let something go wrong", "curl " + standIns.controlPage());
        out.println();
        out.flush();
    }

    private void step(String what, String how) {
        out.println("  " + what + ":");
        out.println("      " + how);
    }

    private String commandFor(DemoHome home, String order) {
        return command + " --home " + quoted(home.directory()) + " " + order;
    }

    void failed(DemoHome home, Duration patience) {
        out.println();
        both(
                "MISLUKT: niet alles ging zoals het hoort binnen " + patience.toSeconds()
                        + " seconden. De tabellen tonen hoe ver elke factuur kwam; het logboek staat in "
                        + home.directory().resolve("logs") + ".",
                "FAILED: not everything went as it should within " + patience.toSeconds()
                        + " seconds. The tables show how far each invoice got; the log is in "
                        + home.directory().resolve("logs") + ".");
    }

    private static String moreInvoices(StandIns standIns) {
        return "curl -X POST '" + standIns.controlPage() + "/inbox?company=" + StandIns.COMPANY_ID + "&count=3'";
    }

    private static String quoted(Path path) {
        return path.toString().contains(" ") ? "\"" + path + "\"" : path.toString();
    }
}
