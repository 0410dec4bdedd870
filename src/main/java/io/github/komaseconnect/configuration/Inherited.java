package io.github.komaseconnect.configuration;

import io.github.komaseconnect.company.MailSettings;
import io.github.komaseconnect.company.Mailing;
import io.github.komaseconnect.company.WatchLimits;

/** What a company takes from the settings of the installation where it has none of its own. */
record Inherited(MailSettings mail, Mailing mailing, WatchLimits watch) {
    static Inherited of(Settings installation) {
        return new Inherited(
                MailReader.ofInstallation(installation),
                MailingReader.ofInstallation(installation),
                WatchReader.ofInstallation(installation));
    }
}
