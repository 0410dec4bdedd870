package io.github.komaseconnect.configuration;

import io.github.komaseconnect.configuration.KnownKey.Nature;
import java.util.ArrayList;
import java.util.List;

/** The settings of the installation as a whole. */
final class GlobalKeys {
    /** The MasterId that eConnect documents for invoices; none is documented for credit notes. */
    private static final String INVOICE_TEMPLATE = "GLDT9223370666504283001RA000000006DTP2000001";

    private GlobalKeys() {}

    static List<KnownKey> all() {
        List<KnownKey> keys = new ArrayList<>();
        keys.addAll(econnect());
        keys.addAll(mail());
        keys.addAll(MailKeys.ofInstallation());
        keys.addAll(MailingKeys.ofInstallation());
        keys.addAll(delivery());
        keys.addAll(reachability());
        keys.addAll(files());
        keys.addAll(HookKeys.ofInstallation());
        keys.addAll(WatchKeys.ofInstallation());
        return keys;
    }

    private static List<KnownKey> econnect() {
        return List.of(
                key(
                        "econnect.environment",
                        "",
                        "Which eConnect this is: `production`, `acceptance` or `simulator`. Empty: what the addresses say (this computer itself: simulator; eConnect's own hosts: production or acceptance). Needed for any other host. A contradiction stops the start.",
                        "Met welk eConnect wordt gewerkt: `production`, `acceptance` of `simulator`. Leeg: wat de adressen zeggen (deze computer zelf: simulator; de hosts van eConnect: productie of acceptatie). Nodig bij elke andere host. Een tegenspraak houdt de start tegen."),
                key(
                        "rehearsal.email",
                        "",
                        "Not in production: who gets invoices by e-mail in the place of the customers, marked as a rehearsal; several addresses with a comma between them. `customers`: really the customers. Empty: nobody, they are held.",
                        "Niet in productie: wie facturen per e-mail krijgt in plaats van de klanten, gemerkt als oefening; meer adressen met een komma ertussen. `customers`: echt de klanten. Leeg: niemand, ze worden vastgehouden."),
                key(
                        "econnect.platform.url",
                        "https://api.everbinding.nl/soap/v3.1",
                        "Address of eConnect's platform API, without anything after a `?`. `http://` is accepted for this computer itself only.",
                        "Adres van de platform-API van eConnect, zonder iets na een `?`. `http://` mag alleen voor deze computer zelf."),
                secret(
                        "econnect.platform.subscription-key",
                        "Subscription key of eConnect. Many customers have none; leave it empty then.",
                        "Subscription key van eConnect. Veel klanten hebben er geen; laat hem dan leeg."),
                key(
                        "econnect.platform.template-id",
                        INVOICE_TEMPLATE,
                        "MasterId of eConnect's invoice template.",
                        "MasterId van het factuursjabloon van eConnect."),
                key(
                        "econnect.platform.credit-note-template-id",
                        INVOICE_TEMPLATE,
                        "MasterId of the template for credit notes.",
                        "MasterId van het sjabloon voor creditnota's."),
                key(
                        "econnect.psb.url",
                        "https://psb.econnect.eu",
                        "Address of eConnect's Procurement Service Bus (PSB), for companies with `econnect=psb`. Acceptance: `https://accp-psb.econnect.eu`.",
                        "Adres van de Procurement Service Bus (PSB) van eConnect, voor bedrijven met `econnect=psb`. Acceptatie: `https://accp-psb.econnect.eu`."),
                key(
                        "econnect.psb.identity-url",
                        "https://identity.econnect.eu",
                        "Address where the PSB's tokens come from. Acceptance: `https://accp-identity.econnect.eu`.",
                        "Adres waar de tokens voor de PSB vandaan komen. Acceptatie: `https://accp-identity.econnect.eu`."),
                secret(
                        "econnect.psb.subscription-key",
                        "Subscription key for the PSB. Only for those who were given one.",
                        "Subscription key voor de PSB. Alleen voor wie er een heeft gekregen."),
                key(
                        "http.connect-timeout",
                        "10s",
                        "How long making a connection to eConnect may take.",
                        "Hoe lang verbinding maken met eConnect mag duren."),
                key(
                        "http.response-timeout",
                        "100s",
                        "How long eConnect may take to answer. An invoice that was not answered in time is in doubt and is looked up, never simply sent again.",
                        "Hoe lang eConnect over een antwoord mag doen. Een factuur zonder antwoord op tijd is in twijfel en wordt opgezocht, nooit zomaar nog eens verstuurd."));
    }

    private static List<KnownKey> mail() {
        return List.of(
                key(
                        "mail.smtp.host",
                        "",
                        "Mail server for invoices by e-mail and for alarms. Empty: no mail leaves.",
                        "Mailserver voor facturen per e-mail en voor alarmen. Leeg: er gaat geen mail uit."),
                key(
                        "mail.smtp.port",
                        "",
                        "Port of the mail server. Empty: 587 for `starttls`, 465 for `tls`, 25 for `none`.",
                        "Poort van de mailserver. Leeg: 587 bij `starttls`, 465 bij `tls`, 25 bij `none`."),
                key(
                        "mail.smtp.username",
                        "",
                        "User name at the mail server; empty for a server without log-in.",
                        "Gebruikersnaam op de mailserver; leeg voor een server zonder aanmelding."),
                secret("mail.smtp.password", "Password at the mail server.", "Wachtwoord op de mailserver."),
                key("mail.smtp.security", "starttls", "`starttls`, `tls` or `none`.", "`starttls`, `tls` of `none`."),
                key(
                        "mail.from",
                        "",
                        "Sender of alarms. Empty: `email.from` of the first company.",
                        "Afzender van alarmen. Leeg: `email.from` van het eerste bedrijf."),
                key(
                        "mail.templates",
                        "templates",
                        "Folder with your own mail texts, in place of the built-in ones.",
                        "Map met eigen mailteksten, in plaats van de meegeleverde."),
                key(
                        "alert.email",
                        "",
                        "Who gets alarms of all companies; several addresses with a comma between them.",
                        "Wie alarmen van alle bedrijven krijgt; meer adressen met een komma ertussen."));
    }

    private static List<KnownKey> delivery() {
        return List.of(
                key(
                        "delivery.parallel",
                        "8",
                        "How many invoices are delivered at the same time (1 to 200).",
                        "Hoeveel facturen tegelijk worden afgeleverd (1 t/m 200)."),
                key(
                        "delivery.retry.first",
                        "30s",
                        "Wait before the first new attempt after a temporary failure.",
                        "Wachttijd voor de eerste nieuwe poging na een tijdelijke storing."),
                key(
                        "delivery.retry.multiplier",
                        "2",
                        "How much longer each next wait is (1 to 10).",
                        "Hoeveel langer elke volgende wachttijd is (1 t/m 10)."),
                key(
                        "delivery.retry.max-delay",
                        "1h",
                        "Longest wait between two attempts.",
                        "Langste wachttijd tussen twee pogingen."),
                key(
                        "delivery.retry.give-up-after",
                        "72h",
                        "After this long without success an invoice is held.",
                        "Na deze tijd zonder succes wordt een factuur vastgehouden."),
                key(
                        "delivery.in-doubt-wait",
                        "2m",
                        "How long after an attempt without an answer eConnect is asked whether it has the invoice.",
                        "Hoe lang na een poging zonder antwoord aan eConnect wordt gevraagd of de factuur er is."),
                key(
                        "delivery.delay",
                        "0s",
                        "Time in which a sales invoice can still be cancelled before it is sent.",
                        "Tijd waarin een verkoopfactuur nog kan worden tegengehouden voordat hij weggaat."),
                key(
                        "delivery.probe",
                        "5m",
                        "How often a company or channel that is paused (keys refused, balance blocked, mail server or folder gone) is tried again.",
                        "Hoe vaak een stilgelegd bedrijf of kanaal (sleutels geweigerd, saldo geblokkeerd, mailserver of map weg) opnieuw wordt geprobeerd."));
    }

    private static List<KnownKey> reachability() {
        return List.of(
                key(
                        "reachability.confirm-after",
                        "1h",
                        "Not on Peppol counts only after two answers at least this far apart; the invoice waits meanwhile.",
                        "Niet op Peppol telt pas na twee antwoorden met minstens deze tijd ertussen; de factuur wacht zolang."),
                key(
                        "reachability.keep",
                        "24h",
                        "How long an answer about a customer counts: within it a customer who can be reached is not asked for again, and a first `not on Peppol` still counts as the first of two.",
                        "Hoe lang een antwoord over een klant telt: zolang wordt niet opnieuw gevraagd naar een klant die te bereiken is, en geldt een eerste `niet op Peppol` nog als de eerste van de twee."));
    }

    private static List<KnownKey> files() {
        return List.of(
                key(
                        "pickup.interval",
                        "1s",
                        "How often the export folders are looked at.",
                        "Hoe vaak in de exportmappen wordt gekeken."),
                key(
                        "pickup.settle",
                        "2s",
                        "How long size and time of a file must stay the same before it is taken.",
                        "Hoe lang grootte en tijd van een bestand gelijk moeten blijven voordat het wordt opgepakt."),
                key(
                        "pickup.pdf-wait",
                        "10s",
                        "How much later than the XML its PDF may arrive.",
                        "Hoeveel later dan de XML de bijbehorende PDF mag komen."),
                key(
                        "pickup.max-size",
                        "100MB",
                        "A larger file is held (1KB to 2GB).",
                        "Een groter bestand wordt vastgehouden (1KB t/m 2GB)."),
                key(
                        "limit.peppol",
                        "20MB",
                        "A document that is larger than this is not sent over Peppol but held; its attachments count as they are in it, in base64 (1KB to 1GB).",
                        "Een document dat groter is dan dit gaat niet via Peppol weg maar wordt vastgehouden; bijlagen tellen zoals ze erin staan, in base64 (1KB t/m 1GB)."),
                key(
                        "receive.pdf-retry",
                        "5s",
                        "How often eConnect is asked again for a PDF that it is still making.",
                        "Hoe vaak opnieuw om een PDF wordt gevraagd die eConnect nog aan het maken is."),
                key(
                        "receive.pdf-wait",
                        "15m",
                        "After this long a purchase invoice goes to the import folder without its PDF, with a warning.",
                        "Na deze tijd gaat een inkoopfactuur zonder PDF naar de importmap, met een waarschuwing."),
                key(
                        "receive.overlap",
                        "24h",
                        "How far before the newest document seen each refresh looks again.",
                        "Hoe ver voor het nieuwste document elke verversing opnieuw kijkt."),
                key(
                        "following.for",
                        "90d",
                        "How long after it was sent an invoice is followed: whether it was delivered, and what the buyer answers (`0s`: not).",
                        "Hoe lang na het verzenden een factuur wordt gevolgd: of hij is afgeleverd en wat de klant antwoordt (`0s`: niet)."),
                key(
                        "following.poll",
                        "15m",
                        "How often eConnect's list of sent documents is read for what changed, as long as something is followed or waits to be sent.",
                        "Hoe vaak in de lijst met verzonden documenten van eConnect naar veranderingen wordt gekeken, zolang er iets te volgen of te verzenden is."),
                key(
                        "following.psb-poll",
                        "1h",
                        "PSB: when no hook told anything of a sent invoice for so long, its status is asked for; then again and again after ever longer, up to a day, or up to a week when only the buyer's answer is waited for (`0s`: never).",
                        "PSB: als zo lang geen hook iets over een verzonden factuur heeft gemeld, wordt de stand opgevraagd; daarna steeds na langere tijd, tot eens per dag, of eens per week als alleen het antwoord van de klant nog ontbreekt (`0s`: nooit)."),
                key(
                        "following.unconfirmed",
                        "24h",
                        "People are told when nobody confirmed for so long after sending that an invoice was delivered.",
                        "Er komt een alarm als zo lang na het verzenden niet is bevestigd dat een factuur is afgeleverd."),
                key(
                        "ledger.url",
                        "",
                        "Database of the ledger, `jdbc:postgresql:…` or `jdbc:sqlite:…`. Empty: SQLite in `data/`.",
                        "Database waarin wordt bijgehouden wat er met elke factuur is gebeurd, `jdbc:postgresql:…` of `jdbc:sqlite:…`. Leeg: SQLite in `data/`."),
                key(
                        "archive.folder",
                        "data/archive",
                        "Folder of the archive: every invoice as it came, and exactly what was sent.",
                        "Map van het archief: elke factuur zoals hij kwam, en precies wat er is verstuurd."),
                key(
                        "cluster.lease",
                        "",
                        "Several runtimes on one PostgreSQL: how long one keeps a company without being heard of. Empty: long enough for the time-outs, 15m with the usual ones.",
                        "Meer runtimes op één PostgreSQL: hoe lang er een een bedrijf houdt zonder iets van zich te laten horen. Leeg: lang genoeg voor de time-outs, 15m bij de gebruikelijke."),
                key(
                        "disk.reserve",
                        "500MB",
                        "When less than this is free on the disk of `data/`, the archive or a company's folders, nothing new is picked up, fetched or sent until there is more (0MB to 1024GB; `0MB`: do not look).",
                        "Is er op de schijf van `data/`, het archief of de mappen van een bedrijf minder vrij dan dit, dan wordt er niets nieuws opgepakt, opgehaald of verzonden tot er weer meer is (0MB t/m 1024GB; `0MB`: niet naar kijken)."),
                key(
                        "identifiers.pad-leading-zeros",
                        "false",
                        "A number in the relation file or an invoice that has probably lost its leading zeros in a spreadsheet: `false` refuses it and says what was probably meant; `true` puts the zeros back and says so (numbers with check digits only when those are right then).",
                        "Een nummer in het relatiebestand of een factuur dat in Excel waarschijnlijk nullen vooraan kwijtraakte: bij `false` wordt het geweigerd en staat erbij wat waarschijnlijk bedoeld is; bij `true` worden de nullen aangevuld en gemeld (nummers met controlecijfers alleen als die dan kloppen)."),
                key(
                        "camel.*",
                        "",
                        "Handed to Apache Camel as it is (camel-main's own settings).",
                        "Gaat ongewijzigd naar Apache Camel (de eigen instellingen van camel-main)."));
    }

    private static KnownKey key(String name, String defaultValue, String english, String dutch) {
        return new KnownKey(name, Nature.OPTIONAL, defaultValue, english, dutch);
    }

    private static KnownKey secret(String name, String english, String dutch) {
        return new KnownKey(name, Nature.SECRET, "", english, dutch);
    }
}
