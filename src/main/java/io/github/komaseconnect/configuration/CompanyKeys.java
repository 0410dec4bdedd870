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
        keys.addAll(psb());
        keys.addAll(folders());
        keys.addAll(PrintKeys.all());
        keys.addAll(receivingAndSending());
        keys.addAll(fallback());
        keys.addAll(validation());
        keys.addAll(branding());
        keys.addAll(mail());
        keys.addAll(MailKeys.ofCompany());
        keys.addAll(MailingKeys.ofCompany());
        keys.addAll(HookKeys.ofCompany());
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
                        "econnect",
                        "platform",
                        "By which way this company uses eConnect: `platform` (connection keys and Company ID) or `psb` (client and party id). Settings of the other one may stay: what was begun there is finished there.",
                        "Langs welke weg dit bedrijf eConnect gebruikt: `platform` (koppelsleutels en Company ID) of `psb` (client en party id). Instellingen van de andere mogen blijven staan: wat daar begon, wordt daar afgemaakt."),
                key(
                        "connection-key",
                        Nature.SECRET,
                        "Connection key of eConnect (App Key). *Required* with `econnect=platform`.",
                        "Koppelsleutel van eConnect (App Key). Verplicht bij `econnect=platform`."),
                key(
                        "connection-secret",
                        Nature.SECRET,
                        "The secret that belongs to the connection key. *Required* with `econnect=platform`.",
                        "Het geheim (Secret) bij de koppelsleutel. Verplicht bij `econnect=platform`."),
                key(
                        "subscription-key",
                        Nature.SECRET,
                        "Subscription key of this company. Empty: `econnect.platform.subscription-key`.",
                        "Subscription key van dit bedrijf. Leeg: `econnect.platform.subscription-key`."),
                key(
                        "company-id",
                        "",
                        "Company ID at eConnect, such as `XCNL10019`; capitals matter. *Required* with `econnect=platform`.",
                        "Company ID bij eConnect, zoals `XCNL10019`; let op hoofdletters. Verplicht bij `econnect=platform`."),
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

    private static List<KnownKey> psb() {
        return List.of(
                key(
                        "party-id",
                        "",
                        "Who this company is on the PSB, such as `NL:KVK:12345678` or `NL:VAT:NL123456782B01`. *Required* with `econnect=psb`.",
                        "Wie dit bedrijf op de PSB is, zoals `NL:KVK:12345678` of `NL:VAT:NL123456782B01`. Verplicht bij `econnect=psb`."),
                key(
                        "client-id",
                        "",
                        "Client id for the PSB, from eConnect. *Required* with `econnect=psb`.",
                        "Client id voor de PSB, van eConnect. Verplicht bij `econnect=psb`."),
                key(
                        "client-secret",
                        Nature.SECRET,
                        "The secret that belongs to the client id. *Required* with `econnect=psb`.",
                        "Het geheim (secret) bij de client id. Verplicht bij `econnect=psb`."),
                key(
                        "username",
                        "",
                        "User name for the PSB, when eConnect gave one beside the client. Empty: the client logs in by itself.",
                        "Gebruikersnaam voor de PSB, als eConnect die naast de client heeft gegeven. Leeg: de client meldt zichzelf aan."),
                key("password", Nature.SECRET, "Password of that user.", "Wachtwoord van die gebruiker."));
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
                        "respond-folder",
                        "<folder>/respond",
                        "Answers to suppliers as files (`<invoice>.response.json`). Need not be there.",
                        "Antwoorden aan leveranciers als bestand (`<factuur>.response.json`). Hoeft er niet te zijn."),
                key(
                        "relations",
                        "<folder>/relations.csv",
                        "The relation file: which customer gets invoices how.",
                        "Het relatiebestand: welke klant krijgt facturen op welke manier."));
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
                        "Status code that eConnect gets once an invoice is in the import folder. Empty: none. 40, 50 and 70 are your answer to the supplier: `respond` does not tell the same again, and after 40 only that it was paid.",
                        "Statuscode die eConnect krijgt zodra een factuur in de importmap staat. Leeg: geen. 40, 50 en 70 zijn uw antwoord aan de leverancier: `respond` meldt hetzelfde niet nog eens, en na 40 alleen nog dat er betaald is."),
                key(
                        "import-attachments",
                        "false",
                        "Whether other attachments of a purchase invoice than its PDF are written as well, into a folder `<name>.bijlagen` beside it: `true` or `false`. In the UBL file they are either way.",
                        "Of andere bijlagen van een inkoopfactuur dan de PDF ook worden weggeschreven, in een map `<naam>.bijlagen` ernaast: `true` (ja) of `false` (nee). In het UBL-bestand staan ze hoe dan ook."),
                key(
                        "default-method",
                        "hold",
                        "For a sales invoice whose relation is unknown or has no method: `hold`, `peppol`, `email`, `print` or `auto` (Peppol when the customer can be reached there, else `fallback`).",
                        "Voor een verkoopfactuur waarvan de relatie onbekend is of geen methode heeft: `hold` (vasthouden), `peppol`, `email`, `print` of `auto` (Peppol als de klant daar te bereiken is, anders `fallback`)."),
                key(
                        "pdf",
                        "optional",
                        "Whether a PDF comes with the XML: `none`, `optional` or `required`.",
                        "Of er een PDF bij de XML hoort: `none` (nooit), `optional` (mag) of `required` (moet)."),
                key(
                        "embed-pdf",
                        "paired",
                        "Which PDF is put into a UBL that shows no invoice before it goes out over Peppol: `none`, `paired` (the one that came beside the XML) or `rendered` (that one, else one made of the UBL).",
                        "Welke PDF in een UBL zonder factuurbeeld wordt gezet voordat hij via Peppol weggaat: `none` (geen), `paired` (die naast de XML lag) of `rendered` (die, en anders een uit de UBL gemaakte)."),
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

    private static List<KnownKey> fallback() {
        return List.of(
                key(
                        "fallback",
                        "none",
                        "For a customer who turned out not to be on Peppol (asked twice, `reachability.confirm-after` apart): `none` (hold), `email`, `print`, or `email,print` (print when there is no e-mail address). A relation can have its own. Never for governments and `strict-countries`.",
                        "Voor een klant die niet op Peppol blijkt te zitten (twee keer gevraagd, met `reachability.confirm-after` ertussen): `none` (vasthouden), `email`, `print`, of `email,print` (print als er geen e-mailadres is). Een relatie kan een eigen uitwijk hebben. Nooit voor overheden en `strict-countries`."),
                key(
                        "country",
                        "NL",
                        "Where the company is established, such as `NL` or `BE`. A company in Belgium has `BE` among its `strict-countries`.",
                        "Waar het bedrijf gevestigd is, zoals `NL` of `BE`. Een bedrijf in België heeft `BE` bij zijn `strict-countries`."),
                key(
                        "strict-countries",
                        "",
                        "Receivers in these countries get Peppol or nothing, such as `BE, DE`; by their country, or by the country of their VAT number or Peppol id.",
                        "Ontvangers in deze landen krijgen Peppol of niets, bijvoorbeeld `BE, DE`; naar hun land, of het land van hun btw-nummer of Peppol-id."));
    }

    private static List<KnownKey> validation() {
        return List.of(
                key(
                        "validation",
                        "",
                        "What is done with a sales invoice that breaks the official rules for e-invoices: `block` (held before it is sent), `warn` (sent, and told in `show`) or `off`. Empty: `block` for Peppol, `warn` for e-mail and print.",
                        "Wat er gebeurt met een verkoopfactuur die niet aan de officiële regels voor e-facturen voldoet: `block` (vastgehouden voor het verzenden), `warn` (verzonden, en gemeld in `show`) of `off` (niet gecontroleerd). Leeg: `block` voor Peppol, `warn` voor e-mail en afdrukken."),
                key(
                        "validation.peppol",
                        "",
                        "The same for invoices by Peppol only. Empty: `validation`, else `block`.",
                        "Hetzelfde, alleen voor facturen per Peppol. Leeg: `validation`, anders `block`."),
                key(
                        "validation.email",
                        "",
                        "The same for invoices by e-mail only. Empty: `validation`, else `warn`.",
                        "Hetzelfde, alleen voor facturen per e-mail. Leeg: `validation`, anders `warn`."),
                key(
                        "validation.print",
                        "",
                        "The same for invoices that are printed only. Empty: `validation`, else `warn`.",
                        "Hetzelfde, alleen voor facturen die worden afgedrukt. Leeg: `validation`, anders `warn`."));
    }

    private static List<KnownKey> branding() {
        return List.of(
                key(
                        "pdf.logo",
                        "",
                        "Logo on the PDF that is made of an invoice that has none: a PNG or JPEG file, at most 1 MB and 2000 by 2000 pixels. Relative to `folder`. Empty: the name of the company.",
                        "Logo op de PDF die van een factuur zonder PDF gemaakt wordt: een PNG- of JPEG-bestand van hoogstens 1 MB en 2000 bij 2000 beeldpunten. Vanuit `folder`. Leeg: de naam van het bedrijf."),
                key(
                        "pdf.colour",
                        "#1f3f66",
                        "Colour of headings and rules on that PDF, as `#rrggbb`.",
                        "Kleur van koppen en lijnen op die PDF, als `#rrggbb`."));
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
