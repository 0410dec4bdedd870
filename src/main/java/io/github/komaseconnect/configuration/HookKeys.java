package io.github.komaseconnect.configuration;

import io.github.komaseconnect.configuration.KnownKey.Nature;
import java.util.List;

/** The settings of what eConnect tells by itself. */
final class HookKeys {
    private HookKeys() {}

    static List<KnownKey> ofInstallation() {
        return List.of(
                key(
                        "hooks.port",
                        "",
                        "Port on which eConnect's hooks are received, at `POST /hooks/econnect/<key>` of each company with a `hook-secret`. Empty: nothing listens. eConnect asks for https: put a reverse proxy before it.",
                        "Poort waarop hooks van eConnect binnenkomen, op `POST /hooks/econnect/<key>` van elk bedrijf met een `hook-secret`. Leeg: er luistert niets. eConnect vraagt https: zet er een reverse proxy voor."),
                key(
                        "hooks.host",
                        "127.0.0.1",
                        "Address on which it listens; `0.0.0.0` is every address of this computer.",
                        "Adres waarop het luistert; `0.0.0.0` is elk adres van deze computer."),
                key(
                        "hooks.max-size",
                        "1MB",
                        "A larger message is refused (1KB to 10MB).",
                        "Een groter bericht wordt geweigerd (1KB t/m 10MB)."));
    }

    static List<KnownKey> ofCompany() {
        return List.of(
                secret(
                        "hook-secret",
                        "The secret with which eConnect signs this company's hooks: what stands after the `#` in the hook's address at eConnect. Empty: no hooks are received over HTTP for this company.",
                        "Het geheim waarmee eConnect de hooks van dit bedrijf ondertekent: wat achter de `#` staat in het adres van de hook bij eConnect. Leeg: voor dit bedrijf komen geen hooks over HTTP binnen."),
                company(
                        "hook-url",
                        "",
                        "The address at which eConnect is to reach this company's hooks, as seen from the internet and without the secret, such as `https://hooks.acme.nl/hooks/econnect/acme`; or `mailto:` with the address of the hook mailbox. `check --fix-hooks` registers it.",
                        "Het adres waarop eConnect de hooks van dit bedrijf moet bezorgen, gezien vanaf internet en zonder het geheim, zoals `https://hooks.acme.nl/hooks/econnect/acme`; of `mailto:` met het adres van de hookmailbox. `check --fix-hooks` meldt het aan."),
                company(
                        "hook-mailbox",
                        "",
                        "For a site that cannot be reached from outside: the mailbox in which eConnect's mails with purchase invoices arrive, such as `imaps://facturen@acme.nl@imap.acme.nl/INBOX`.",
                        "Voor wie van buiten niet bereikbaar is: de mailbox waarin de mails van eConnect met inkoopfacturen binnenkomen, zoals `imaps://facturen@acme.nl@imap.acme.nl/INBOX`."),
                secret(
                        "hook-mailbox-password",
                        "Password of that mailbox. Without one the log-in is by `mail.oauth2`.",
                        "Wachtwoord van die mailbox. Zonder wachtwoord wordt aangemeld met `mail.oauth2`."),
                company(
                        "hook-mailbox-sender",
                        "econnect.eu",
                        "Domain (with its subdomains) or address from which eConnect mails; other mails are left alone.",
                        "Domein (met subdomeinen) of adres waarvandaan eConnect mailt; andere mails blijven ongemoeid."),
                company(
                        "received-response",
                        "none",
                        "PSB: the Invoice Response that the supplier gets once an invoice is in the import folder: `ab` (received) or `none`.",
                        "PSB: het antwoord (Invoice Response) dat de leverancier krijgt zodra een factuur in de importmap staat: `ab` (ontvangen) of `none` (geen)."),
                company(
                        "delete-after-import",
                        "false",
                        "PSB: `true` removes an invoice at eConnect once it is in the import folder and the archive.",
                        "PSB: `true` verwijdert een factuur bij eConnect zodra hij in de importmap en het archief staat."));
    }

    private static KnownKey company(String name, String defaultValue, String english, String dutch) {
        return key(KnownKey.COMPANY_PREFIX + name, defaultValue, english, dutch);
    }

    private static KnownKey secret(String name, String english, String dutch) {
        return new KnownKey(KnownKey.COMPANY_PREFIX + name, Nature.SECRET, "", english, dutch);
    }

    private static KnownKey key(String name, String defaultValue, String english, String dutch) {
        return new KnownKey(name, Nature.OPTIONAL, defaultValue, english, dutch);
    }
}
