package io.github.komaseconnect.configuration;

import io.github.komaseconnect.company.MailSecurity;
import io.github.komaseconnect.company.MailSettings;
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
                settings.value("mail.smtp.security", SECURITY));
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
                security);
    }

    /** Notes what cannot work, once the settings of a block are read. */
    static void check(Settings settings, MailSettings mail) {
        if (!mail.username().isEmpty() && !mail.password().present()) {
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
