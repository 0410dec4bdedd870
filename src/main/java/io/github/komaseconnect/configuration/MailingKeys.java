package io.github.komaseconnect.configuration;

import io.github.komaseconnect.configuration.KnownKey.Nature;
import java.util.List;

/** The settings of how invoices are mailed, of the installation and of a company. */
final class MailingKeys {
    private MailingKeys() {}

    static List<KnownKey> ofInstallation() {
        return List.of(
                key(
                        "mail.attachments",
                        "pdf+ubl",
                        "What an invoice mail carries, for relations that say nothing of it (column `bijlage`): `pdf`, `pdf+ubl` or `ubl-with-embedded-pdf` (only the UBL, with the PDF inside).",
                        "Wat er bij een factuurmail zit, voor relaties waarbij niets is ingevuld (kolom `bijlage`): `pdf`, `pdf+ubl` of `ubl-with-embedded-pdf` (alleen de UBL, met de PDF erin)."),
                key(
                        "mail.reply-to",
                        "",
                        "Where answers of customers go. Empty: to the sender (`email.from`).",
                        "Waar antwoorden van klanten heen gaan. Leeg: naar de afzender (`email.from`)."),
                key(
                        "mail.cc",
                        "",
                        "Gets a copy of every invoice mail, and customers see that; several addresses with a comma between them.",
                        "Krijgt een kopie van elke factuurmail, en klanten zien dat; meer adressen met een komma ertussen."),
                key(
                        "mail.bcc",
                        "",
                        "Gets a copy of every invoice mail unseen, such as a mail archive; several addresses with a comma between them.",
                        "Krijgt ongezien een kopie van elke factuurmail, zoals een mailarchief; meer adressen met een komma ertussen."),
                key(
                        "limit.email",
                        "20MB",
                        "Largest invoice mail (100KB to 150MB), as it goes over the line: a file grows by over a third. A larger one is held before it is sent.",
                        "Grootste factuurmail (100KB t/m 150MB), zoals hij over de lijn gaat: een bestand wordt ruim een derde groter. Een grotere wordt vastgehouden voordat hij wordt verzonden."),
                key(
                        "mail.per-minute",
                        "",
                        "At most so many invoice mails a minute by one mail account (1 to 10000); companies that share it share the limit. What is over it waits, and nothing else does. Empty: no limit. Microsoft 365 takes 30.",
                        "Hoogstens zoveel factuurmails per minuut via één mailaccount (1 t/m 10000); bedrijven die het delen, delen de grens. Wat erboven komt wacht, en verder niets. Leeg: geen grens. Microsoft 365 staat 30 toe."),
                key(
                        "mail.connections",
                        "3",
                        "At most so many invoice mails are handed over to one mail server at the same time (1 to 50). Microsoft 365 takes 3.",
                        "Hoogstens zoveel factuurmails worden tegelijk aan één mailserver overgedragen (1 t/m 50). Microsoft 365 staat er 3 toe."),
                key(
                        "mail.bounces",
                        "",
                        "Mailbox in which mails come back that could not be delivered, such as `imaps://facturen@acme.nl@imap.acme.nl/INBOX`. It is read, and such an invoice is held. Empty: nothing is read. The log-in is by `mail.bounces-password`, else by `mail.oauth2`.",
                        "Mailbox waarin mails terugkomen die niet bezorgd konden worden, zoals `imaps://facturen@acme.nl@imap.acme.nl/INBOX`. Hij wordt gelezen, en zo'n factuur wordt vastgehouden. Leeg: er wordt niets gelezen. Aangemeld wordt met `mail.bounces-password`, anders met `mail.oauth2`."),
                secret(MailingReader.BOUNCES_PASSWORD, "Password of that mailbox.", "Wachtwoord van die mailbox."));
    }

    static List<KnownKey> ofCompany() {
        return List.of(
                own("mail.attachments"),
                own("mail.reply-to"),
                own("mail.cc"),
                own("mail.bcc"),
                own("limit.email"),
                key(
                        KnownKey.COMPANY_PREFIX + "mail.per-minute",
                        "",
                        "At most so many invoice mails of this company a minute, within `mail.per-minute` of the account; with a mail server of its own it counts in its place.",
                        "Hoogstens zoveel factuurmails van dit bedrijf per minuut, binnen `mail.per-minute` van het account; met een eigen mailserver komt het in de plaats daarvan."),
                key(
                        KnownKey.COMPANY_PREFIX + "mail.bounces",
                        "",
                        "This company's own mailbox for mails that come back, beside `mail.bounces`.",
                        "Eigen mailbox van dit bedrijf voor mails die terugkomen, naast `mail.bounces`."),
                secret(
                        KnownKey.COMPANY_PREFIX + MailingReader.BOUNCES_PASSWORD,
                        "Password of that mailbox.",
                        "Wachtwoord van die mailbox."));
    }

    private static KnownKey own(String name) {
        return key(KnownKey.COMPANY_PREFIX + name, "", "Empty: `" + name + "`.", "Leeg: `" + name + "`.");
    }

    private static KnownKey key(String name, String defaultValue, String english, String dutch) {
        return new KnownKey(name, Nature.OPTIONAL, defaultValue, english, dutch);
    }

    private static KnownKey secret(String name, String english, String dutch) {
        return new KnownKey(name, Nature.SECRET, "", english, dutch);
    }
}
