package io.github.komaseconnect.configuration;

import io.github.komaseconnect.configuration.KnownKey.Nature;
import java.util.List;

/** The settings of a log-in by OAuth 2 to a mail server, of the installation and of a company. */
final class MailKeys {
    private MailKeys() {}

    static List<KnownKey> ofInstallation() {
        return List.of(
                key(
                        "mail.oauth2.token-url",
                        "",
                        "Log in to the mail server by OAuth 2 in place of a password (Microsoft 365): where the token is got, such as `https://login.microsoftonline.com/<tenant>/oauth2/v2.0/token`. `mail.smtp.username` is then the address of the mailbox.",
                        "Meld bij de mailserver aan met OAuth 2 in plaats van een wachtwoord (Microsoft 365): waar het token vandaan komt, zoals `https://login.microsoftonline.com/<tenant>/oauth2/v2.0/token`. `mail.smtp.username` is dan het adres van de mailbox."),
                key(
                        "mail.oauth2.client-id",
                        "",
                        "Client id of the app registration (application id).",
                        "Client id van de app-registratie (application id)."),
                secret(
                        "mail.oauth2.client-secret",
                        "The secret that belongs to that client id.",
                        "Het geheim (client secret) bij die client id."),
                key(
                        "mail.oauth2.scope",
                        "https://outlook.office365.com/.default",
                        "For what the token is asked.",
                        "Waarvoor het token wordt gevraagd."));
    }

    static List<KnownKey> ofCompany() {
        return List.of(
                key(
                        KnownKey.COMPANY_PREFIX + "mail.oauth2.token-url",
                        "",
                        "Empty: `mail.oauth2.token-url`, unless this company has its own mail server or password.",
                        "Leeg: `mail.oauth2.token-url`, tenzij dit bedrijf een eigen mailserver of wachtwoord heeft."),
                key(
                        KnownKey.COMPANY_PREFIX + "mail.oauth2.client-id",
                        "",
                        "Empty: `mail.oauth2.client-id`, with its secret.",
                        "Leeg: `mail.oauth2.client-id`, met het geheim daarvan."),
                secret(
                        KnownKey.COMPANY_PREFIX + "mail.oauth2.client-secret",
                        "The secret that belongs to this company's client id.",
                        "Het geheim bij de client id van dit bedrijf."),
                key(
                        KnownKey.COMPANY_PREFIX + "mail.oauth2.scope",
                        "",
                        "Empty: `mail.oauth2.scope`.",
                        "Leeg: `mail.oauth2.scope`."));
    }

    private static KnownKey key(String name, String defaultValue, String english, String dutch) {
        return new KnownKey(name, Nature.OPTIONAL, defaultValue, english, dutch);
    }

    private static KnownKey secret(String name, String english, String dutch) {
        return new KnownKey(name, Nature.SECRET, "", english, dutch);
    }
}
