package io.github.komaseconnect.configuration;

import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.company.HookMailbox;
import io.github.komaseconnect.company.HookSettings;
import io.github.komaseconnect.company.HookSettings.AfterImport;
import io.github.komaseconnect.company.HookSettings.ReceivedResponse;
import io.github.komaseconnect.company.MailSettings;
import io.github.komaseconnect.company.Mailbox;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Reads what a company has set about hooks. */
final class HookSettingsReader {
    private static final ValueType<Mailbox> MAILBOX_ADDRESS = MailboxAddress.withPasswordIn("hook-mailbox-password");

    private static final ValueType<String> HOOK_ADDRESS = new ValueType<>(
            HookSettingsReader::address,
            "een adres zijn zoals https://hooks.acme.nl/hooks/econnect/acme zonder # (het geheim hoort bij hook-secret), of mailto: met een e-mailadres",
            "an address such as https://hooks.acme.nl/hooks/econnect/acme without # (the secret belongs in hook-secret), or mailto: with a mail address");

    private static final ValueType<String> SENDER = new ValueType<>(
            text -> Optional.of(text.toLowerCase(Locale.ROOT)).filter(word -> word.matches("[^\\s@]*@?[a-z0-9.-]+")),
            "een domein of e-mailadres zijn, zoals econnect.eu",
            "a domain or mail address, such as econnect.eu");

    private HookSettingsReader() {}

    static HookSettings read(Settings settings, Gateway gateway) {
        settings.secret("hook-secret");
        settings.secret("hook-mailbox-password");
        String sender = settings.value("hook-mailbox-sender", SENDER);
        Optional<HookMailbox> mailbox =
                settings.optional("hook-mailbox", MAILBOX_ADDRESS).map(box -> new HookMailbox(box, sender));
        Optional<String> url = settings.optional("hook-url", HOOK_ADDRESS);
        if (url.filter(address -> address.startsWith("http")).isPresent() && !settings.present("hook-secret")) {
            settings.error(
                    "hook-secret",
                    "ontbreekt; zonder geheim kan niemand zien of een hook echt van eConnect komt",
                    "is missing; without a secret nobody can see whether a hook is really eConnect's");
        }
        HookSettings hooks = new HookSettings(
                url,
                mailbox,
                settings.value("received-response", Values.word(ReceivedResponse.class)),
                settings.value("delete-after-import", Values.TRUE_OR_FALSE) ? AfterImport.DELETE : AfterImport.KEEP);
        if (gateway != Gateway.PSB && !hooks.equals(HookSettings.none())) {
            settings.warn(
                    "econnect",
                    "hooks, received-response en delete-after-import werken alleen met econnect=psb",
                    "hooks, received-response and delete-after-import work with econnect=psb only");
        }
        return hooks;
    }

    private static Optional<String> address(String text) {
        if (text.toLowerCase(Locale.ROOT).startsWith("mailto:")) {
            String to = text.substring("mailto:".length());
            return Values.ADDRESS.read(to).map(mail -> "mailto:" + mail);
        }
        try {
            URI address = new URI(text);
            boolean bare = address.getRawFragment() == null && address.getRawQuery() == null;
            return bare ? Values.WEB_ADDRESS.read(text).map(URI::toString) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Notes what cannot work: a mailbox without anything to log in with. */
    static void check(Settings settings, HookSettings hooks, MailSettings mail) {
        if (hooks.mailbox().isPresent()
                && !settings.present("hook-mailbox-password")
                && mail.oauth2().isEmpty()) {
            settings.error(
                    "hook-mailbox-password",
                    "ontbreekt; zonder wachtwoord (of mail.oauth2) is hook-mailbox niet te lezen",
                    "is missing; without a password (or mail.oauth2) hook-mailbox cannot be read");
        }
    }
}
