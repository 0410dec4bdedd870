package io.github.komaseconnect.configuration;

import io.github.komaseconnect.configuration.KnownKey.Nature;
import java.util.ArrayList;
import java.util.List;

/** The settings of one company. */
final class CompanyKeys {
    private CompanyKeys() {}

    static List<KnownKey> all() {
        List<KnownKey> keys = new ArrayList<>();
        keys.addAll(identity());
        keys.addAll(folders());
        keys.addAll(receivingAndSending());
        keys.addAll(mail());
        keys.addAll(WatchKeys.ofCompany());
        return keys;
    }

    private static List<KnownKey> identity() {
        return List.of(
                key(
                        "name",
                        "<key>",
                        "Name of the company, as customers see it in mails.",
                        "Naam van het bedrijf, zoals klanten die in mails zien."),
                key(
                        "enabled",
                        "true",
                        "`false`: nothing happens for this company.",
                        "`false`: voor dit bedrijf gebeurt er niets."),
                key(
                        "connection-key",
                        Nature.REQUIRED_SECRET,
                        "Connection key of eConnect (App Key).",
                        "Koppelsleutel van eConnect (App Key)."),
                key(
                        "connection-secret",
                        Nature.REQUIRED_SECRET,
                        "The secret that belongs to the connection key.",
                        "Het geheim (Secret) bij de koppelsleutel."),
                key(
                        "subscription-key",
                        Nature.SECRET,
                        "Subscription key of this company. Empty: `econnect.platform.subscription-key`.",
                        "Subscription key van dit bedrijf. Leeg: `econnect.platform.subscription-key`."),
                key(
                        "company-id",
                        Nature.REQUIRED,
                        "Company ID at eConnect, such as `XCNL10019`; capitals matter.",
                        "Company ID bij eConnect, zoals `XCNL10019`; let op hoofdletters."),
                key(
                        "coc-number",
                        "",
                        "CoC number (8 digits). When set, a sales invoice of another supplier is held.",
                        "KvK-nummer (8 cijfers). Indien ingevuld wordt een verkoopfactuur van een andere leverancier vastgehouden."),
                key(
                        "vat-number",
                        "",
                        "VAT number. When set, a sales invoice of another supplier is held.",
                        "Btw-nummer. Indien ingevuld wordt een verkoopfactuur van een andere leverancier vastgehouden."));
    }

    private static List<KnownKey> folders() {
        return List.of(
                key(
                        "folder",
                        "companies/<key>",
                        "Folder of the company; the folders below are in it unless set one by one.",
                        "Map van het bedrijf; de mappen hieronder staan daarin, tenzij apart ingesteld."),
                key(
                        "import-folder",
                        "<folder>/import",
                        "Purchase invoices for Komas (its background job IU01 reads them).",
                        "Inkoopfacturen voor Komas (achtergrondjob IU01 leest ze)."),
                key(
                        "export-folder",
                        "<folder>/export",
                        "Sales invoices as Komas writes them.",
                        "Verkoopfacturen zoals Komas ze schrijft."),
                key(
                        "outbox-folder",
                        "<folder>/outbox",
                        "Sales invoices accepted and on their way.",
                        "Verkoopfacturen die zijn opgepakt en onderweg zijn."),
                key(
                        "sent-folder",
                        "<folder>/sent",
                        "Sales invoices sent, in a folder for each month.",
                        "Verstuurde verkoopfacturen, per maand in een map."),
                key(
                        "held-folder",
                        "<folder>/held",
                        "Sales invoices that need a person, each with its reason beside it.",
                        "Verkoopfacturen die iemand moet bekijken, elk met de reden ernaast."),
                key("print-spool-folder", "<folder>/print-spool", "PDFs to be printed.", "PDF's om af te drukken."),
                key(
                        "relations",
                        "<folder>/relations.csv",
                        "The relation file: which customer gets invoices how.",
                        "Het relatiebestand: welke klant krijgt facturen op welke manier."),
                key(
                        "printer",
                        "",
                        "Reserved. IPP printers follow later; print from the spool folder.",
                        "Gereserveerd. IPP-printers volgen later; druk af vanuit de spoolmap."));
    }

    private static List<KnownKey> receivingAndSending() {
        return List.of(
                key(
                        "refresh",
                        "0 0/15 * * * ?",
                        "When purchase invoices are fetched: a Quartz cron expression, in the time of Amsterdam.",
                        "Wanneer inkoopfacturen worden opgehaald: een Quartz-cronexpressie, in Nederlandse tijd."),
                key(
                        "receive-since",
                        "",
                        "First run: fetch what was received from this day on (`2026-01-31`). Empty: what nobody has downloaded yet.",
                        "Eerste keer: haal op wat vanaf deze dag is ontvangen (`2026-01-31`). Leeg: wat nog niemand heeft gedownload."),
                key(
                        "received-status",
                        "",
                        "Status code that eConnect gets once an invoice is in the import folder. Empty: none.",
                        "Statuscode die eConnect krijgt zodra een factuur in de importmap staat. Leeg: geen."),
                key(
                        "default-method",
                        "hold",
                        "For a sales invoice whose relation is unknown: `hold`, `peppol`, `email` or `print`.",
                        "Voor een verkoopfactuur waarvan de relatie onbekend is: `hold` (vasthouden), `peppol`, `email` of `print`."),
                key(
                        "pdf",
                        "optional",
                        "Whether a PDF comes with the XML: `none`, `optional` or `required`.",
                        "Of er een PDF bij de XML hoort: `none` (nooit), `optional` (mag) of `required` (moet)."),
                key(
                        "in-doubt",
                        "hold",
                        "A mail or print that may have gone out (a crash, a broken connection): `hold` it for a person, or `resend` it once more.",
                        "Een mail of afdruk die misschien al weg is (storing, verbinding verbroken): vasthouden voor een mens (`hold`), of nog eens versturen (`resend`)."),
                key(
                        "email.from",
                        "",
                        "Sender of invoices by e-mail. Needed to send any.",
                        "Afzender van facturen per e-mail. Nodig om er te kunnen versturen."),
                key(
                        "alert-email",
                        "",
                        "Who gets this company's alarms, besides `alert.email`.",
                        "Wie de alarmen van dit bedrijf krijgt, naast `alert.email`."));
    }

    private static List<KnownKey> mail() {
        return List.of(
                key(
                        "mail.smtp.host",
                        "",
                        "This company's own mail server. Empty: `mail.smtp.host`. With one of its own, user name and password are its own too.",
                        "Eigen mailserver van dit bedrijf. Leeg: `mail.smtp.host`. Met een eigen server horen ook een eigen gebruikersnaam en wachtwoord."),
                key("mail.smtp.port", "", "Empty: `mail.smtp.port`.", "Leeg: `mail.smtp.port`."),
                key(
                        "mail.smtp.username",
                        "",
                        "Empty: `mail.smtp.username`, with its password.",
                        "Leeg: `mail.smtp.username`, met het wachtwoord daarvan."),
                key(
                        "mail.smtp.password",
                        Nature.SECRET,
                        "Password of this company's user name.",
                        "Wachtwoord bij de gebruikersnaam van dit bedrijf."),
                key("mail.smtp.security", "", "Empty: `mail.smtp.security`.", "Leeg: `mail.smtp.security`."));
    }

    private static KnownKey key(String name, String defaultValue, String english, String dutch) {
        return new KnownKey(KnownKey.COMPANY_PREFIX + name, Nature.OPTIONAL, defaultValue, english, dutch);
    }

    private static KnownKey key(String name, Nature nature, String english, String dutch) {
        return new KnownKey(KnownKey.COMPANY_PREFIX + name, nature, "", english, dutch);
    }
}
