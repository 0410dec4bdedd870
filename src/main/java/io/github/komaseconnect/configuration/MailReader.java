package io.github.komaseconnect.configuration;

import io.github.komaseconnect.company.MailOauth2;
import io.github.komaseconnect.company.MailSecurity;
import io.github.komaseconnect.company.MailSettings;
import java.net.URI;
import java.util.Optional;

/** Reads {@code mail.smtp.*}, of the installation and of a company. */
final class MailReader {
    private static final ValueType<Integer> PORT = Measures.number(1, 65_535);
    private static final ValueType<MailSecurity> SECURITY = Values.word(MailSecurity.class);

    private MailReader() {}

    static MailSettings ofInstallation(Settings settings) {
        return new MailSettings(
                settings.text("mail.smtp.host"),
                settings.optional("mail.smtp.port", PORT).orElse(0),
                settings.text("mail.smtp.username"),
                settings.secret("mail.smtp.password"),
                settings.value("mail.smtp.security", SECURITY),
                oauth2(settings, Optional.empty()));
    }

    /** Complete, or none: what is missing is taken from {@code common}, and told where that has nothing either. */
    private static Optional<MailOauth2> oauth2(Settings settings, Optional<MailOauth2> common) {
        boolean any = settings.present("mail.oauth2.token-url")
                || settings.present("mail.oauth2.client-id")
                || settings.present("mail.oauth2.client-secret");
        if (!any) {
            return common;
        }
        Optional<URI> url = settings.optional("mail.oauth2.token-url", Values.WEB_ADDRESS)
                .or(() -> common.map(MailOauth2::tokenUrl));
        Optional<String> clientId = settings.optional("mail.oauth2.client-id", Values.TEXT);
        Secret own = settings.secret("mail.oauth2.client-secret");
        // a client of its own needs a secret of its own
        Optional<MailOauth2> shared = clientId.isPresent() ? Optional.empty() : common;
        Secret secret =
                own.present() ? own : shared.map(MailOauth2::clientSecret).orElse(new Secret(""));
        String id = clientId.or(() -> common.map(MailOauth2::clientId)).orElse("");
        boolean complete = missing(settings, "mail.oauth2.token-url", url.isPresent())
                & missing(settings, "mail.oauth2.client-id", !id.isEmpty())
                & missing(settings, "mail.oauth2.client-secret", secret.present());
        String scope = settings.optional("mail.oauth2.scope", Values.TEXT)
                .or(() -> common.map(MailOauth2::scope))
                .orElse("");
        return complete ? Optional.of(new MailOauth2(url.get(), id, secret, scope)) : Optional.empty();
    }

    private static boolean missing(Settings settings, String name, boolean there) {
        if (!there && !settings.present(name)) {
            settings.error(
                    name,
                    "ontbreekt, terwijl er wel andere mail.oauth2-instellingen zijn",
                    "is missing, though there are other mail.oauth2 settings");
        }
        return there;
    }

    /**
     * A company's own settings, each in place of the installation's. The installation's log-in is used at its own server
     * only: a password is never offered to a host that it was not given for.
     */
    static MailSettings ofCompany(Settings settings, MailSettings common) {
        Optional<String> host = settings.optional("mail.smtp.host", Values.TEXT);
        Optional<String> username = settings.optional("mail.smtp.username", Values.TEXT);
        Secret password = settings.secret("mail.smtp.password");
        Optional<Integer> port = settings.optional("mail.smtp.port", PORT);
        MailSecurity security =
                settings.optional("mail.smtp.security", SECURITY).orElse(common.security());
        boolean ownServer = host.isPresent() && !host.get().equalsIgnoreCase(common.host());
        boolean ownLogIn = ownServer || username.isPresent();
        if (ownServer && username.isEmpty() && !common.username().isEmpty()) {
            settings.warn(
                    "mail.smtp.host",
                    "een eigen mailserver gebruikt mail.smtp.username niet; stel ook de eigen gebruikersnaam in",
                    "a mail server of its own does not use mail.smtp.username; set the company's own user name too");
        }
        return new MailSettings(
                host.orElse(common.host()),
                port.orElse(common.port()),
                ownLogIn ? username.orElse("") : common.username(),
                ownLogIn || password.present() ? password : common.password(),
                security,
                oauth2(settings, ownServer || password.present() ? Optional.empty() : common.oauth2()));
    }

    /** Notes what cannot work, once the settings of a block are read. */
    static void check(Settings settings, MailSettings mail) {
        if (mail.oauth2().isPresent() && mail.username().isEmpty()) {
            settings.warn(
                    "mail.smtp.username",
                    "is leeg; met mail.oauth2 is dit het mailadres waarmee wordt verzonden",
                    "is empty; with mail.oauth2 it is the address of the mailbox that sends");
        }
        if (mail.oauth2().isPresent() && mail.password().present()) {
            settings.warn(
                    "mail.smtp.password",
                    "wordt niet gebruikt zolang mail.oauth2 is ingevuld",
                    "is not used as long as mail.oauth2 is set");
        }
        if (mail.oauth2().isEmpty()
                && !mail.username().isEmpty()
                && !mail.password().present()) {
            settings.warn(
                    "mail.smtp.password",
                    "is leeg terwijl er wel een gebruikersnaam is; vul het wachtwoord in",
                    "is empty though there is a user name; fill in the password");
        }
        boolean inTheClear =
                mail.security() == MailSecurity.NONE && !mail.username().isEmpty();
        if (inTheClear && !mail.host().equals("localhost") && !mail.host().startsWith("127.")) {
            settings.warn(
                    "mail.smtp.security",
                    "met none gaat het wachtwoord leesbaar over het netwerk; neem starttls of tls",
                    "with none the password crosses the network readably; take starttls or tls");
        }
    }
}
