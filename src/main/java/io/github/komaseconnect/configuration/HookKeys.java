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
                new KnownKey(
                        KnownKey.COMPANY_PREFIX + "hook-secret",
                        Nature.SECRET,
                        "",
                        "The secret with which eConnect signs this company's hooks: what stands after the `#` in the hook's address at eConnect. Empty: no hooks are received over HTTP for this company.",
                        "Het geheim waarmee eConnect de hooks van dit bedrijf ondertekent: wat achter de `#` staat in het adres van de hook bij eConnect. Leeg: voor dit bedrijf komen geen hooks over HTTP binnen."));
    }

    private static KnownKey key(String name, String defaultValue, String english, String dutch) {
        return new KnownKey(name, Nature.OPTIONAL, defaultValue, english, dutch);
    }
}
