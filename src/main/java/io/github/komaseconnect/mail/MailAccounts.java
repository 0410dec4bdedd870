package io.github.komaseconnect.mail;

import io.github.komaseconnect.company.MailSettings;
import java.util.Optional;

/** Gives the mail settings in force; asked anew for every mail, so that a new password needs no restart. */
@FunctionalInterface
public interface MailAccounts {
    /**
     * The settings of a company.
     *
     * @param companyKey empty for the general settings ({@code mail.smtp.*})
     */
    MailSettings settingsOf(Optional<String> companyKey);
}
