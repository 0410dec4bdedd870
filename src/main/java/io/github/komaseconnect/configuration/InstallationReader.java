package io.github.komaseconnect.configuration;

import io.github.komaseconnect.company.MailSettings;
import io.github.komaseconnect.company.Mailing;
import io.github.komaseconnect.configuration.GlobalSettings.DeliverySettings;
import io.github.komaseconnect.configuration.GlobalSettings.FollowingSettings;
import io.github.komaseconnect.configuration.GlobalSettings.PickupSettings;
import io.github.komaseconnect.configuration.GlobalSettings.ReceiveSettings;
import io.github.komaseconnect.relation.LeadingZeros;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** Reads the settings that are not a company's. */
final class InstallationReader {
    private static final ValueType<Duration> WAIT = Measures.duration("0s", "365d");
    private static final ValueType<Duration> PAUSE = Measures.duration("100ms", "365d");
    private static final ValueType<Duration> KEEP = Measures.duration("0s", "30d");
    private static final ValueType<Duration> CONFIRM = Measures.duration("0s", "7d");
    private static final ValueType<Duration> LEASE = Measures.duration("1m", "1d");
    private static final Duration USUAL_MARGIN = Duration.ofSeconds(175);
    private static final Duration LEAST_MARGIN = Duration.ofSeconds(55);
    private static final ValueType<Duration> TIME_OUT = Measures.duration("100ms", "1h");

    private InstallationReader() {}

    /**
     * Reads them.
     *
     * @param firstSender {@code email.from} of the first company, empty without one; sends the alarms when nobody else does
     */
    static GlobalSettings read(Settings settings, Path home, String firstSender) {
        MailSettings mail = MailReader.ofInstallation(settings);
        MailReader.check(settings, mail);
        Mailing mailing = MailingReader.ofInstallation(settings);
        MailingReader.check(settings, mailing, mail);
        settings.secret("econnect.platform.subscription-key");
        settings.secret("econnect.psb.subscription-key");
        String from = settings.optional("mail.from", Values.ADDRESS).orElse(firstSender);
        List<String> alerts = settings.optional("alert.email", Values.ADDRESSES).orElse(List.of());
        checkAlarms(settings, mail, from, alerts);
        // those that count are read with the companies, whose defaults they are; here their problems are noted
        WatchReader.ofInstallation(settings);
        Duration connect = settings.value("http.connect-timeout", TIME_OUT);
        Duration response = settings.value("http.response-timeout", TIME_OUT);
        String ledger = settings.optional("ledger.url", Values.LEDGER).orElse("");
        Path archive = settings.path("archive.folder", home);
        checkShared(settings, ledger, archive, home);
        return new GlobalSettings(
                settings.value("econnect.platform.url", Values.WEB_ADDRESS),
                settings.text("econnect.platform.template-id"),
                settings.text("econnect.platform.credit-note-template-id"),
                new GlobalSettings.PsbSettings(
                        settings.value("econnect.psb.url", Values.WEB_ADDRESS),
                        settings.value("econnect.psb.identity-url", Values.WEB_ADDRESS)),
                connect,
                response,
                delivery(settings),
                new PickupSettings(
                        settings.value("pickup.interval", PAUSE),
                        settings.value("pickup.settle", PAUSE),
                        settings.value("pickup.pdf-wait", WAIT),
                        settings.value("pickup.max-size", Measures.size("1KB", "2GB"))),
                settings.value("limit.peppol", Measures.size("1KB", "1GB")),
                new ReceiveSettings(
                        settings.value("receive.pdf-retry", PAUSE),
                        settings.value("receive.pdf-wait", WAIT),
                        settings.value("receive.overlap", WAIT)),
                new FollowingSettings(
                        settings.value("following.for", WAIT),
                        settings.value("following.poll", PAUSE),
                        settings.value("following.psb-poll", WAIT),
                        settings.value("following.unconfirmed", PAUSE)),
                ledger,
                lease(settings, ledger, GlobalSettings.longestStep(connect, response)),
                archive,
                settings.value("disk.reserve", Measures.size("0MB", "1024GB")),
                settings.path("mail.templates", home),
                mail,
                mailing,
                from,
                alerts,
                settings.value("disk.warn", Measures.sizeOrOff("1KB", "1000GB")),
                health(settings),
                hooks(settings),
                leadingZeros(settings));
    }

    private static LeadingZeros leadingZeros(Settings settings) {
        return settings.value("identifiers.pad-leading-zeros", Values.TRUE_OR_FALSE)
                ? LeadingZeros.PADDED
                : LeadingZeros.PROPOSED;
    }

    private static GlobalSettings.HookListening hooks(Settings settings) {
        int port = settings.optional("hooks.port", Measures.number(1, 65_535)).orElse(0);
        return new GlobalSettings.HookListening(
                settings.text("hooks.host"),
                port == 0 ? OptionalInt.empty() : OptionalInt.of(port),
                Math.toIntExact(settings.value("hooks.max-size", Measures.size("1KB", "10MB"))));
    }

    private static GlobalSettings.HealthSettings health(Settings settings) {
        int port = settings.optional("health.port", Measures.number(1, 65_535)).orElse(0);
        String host = settings.text("health.host");
        return new GlobalSettings.HealthSettings(host, port == 0 ? OptionalInt.empty() : OptionalInt.of(port));
    }

    /** A runtime that lost the others' sight must have finished what it began before they begin it again. */
    private static Duration lease(Settings settings, String ledgerUrl, Duration longestStep) {
        Duration lease = settings.optional("cluster.lease", LEASE).orElse(longestStep.plus(USUAL_MARGIN));
        Duration least = longestStep.plus(LEAST_MARGIN);
        if (GlobalSettings.isShared(ledgerUrl) && lease.compareTo(least) < 0) {
            settings.error(
                    "cluster.lease",
                    "moet minstens " + least.toSeconds()
                            + "s zijn, langer dan een aanroep van eConnect met aanmelding kan duren"
                            + " (http.connect-timeout, http.response-timeout); laat hem anders leeg",
                    "must be at least " + least.toSeconds()
                            + "s, longer than a call to eConnect with its log-in can take"
                            + " (http.connect-timeout, http.response-timeout); or leave it empty");
        }
        return lease;
    }

    private static void checkShared(Settings settings, String ledgerUrl, Path archive, Path home) {
        if (GlobalSettings.isShared(ledgerUrl) && archive.startsWith(home)) {
            settings.warn(
                    "archive.folder",
                    "ligt in deze home (" + archive
                            + "), terwijl ledger.url door meer runtimes gedeeld kan worden; draait er meer"
                            + " dan één, kies dan een map op de share, voor alle dezelfde",
                    "lies in this home (" + archive
                            + "), while ledger.url can be shared by several runtimes; if more than one"
                            + " runs, choose a folder on the share, the same for all");
        }
    }

    private static DeliverySettings delivery(Settings settings) {
        DeliverySettings delivery = new DeliverySettings(
                settings.value("delivery.parallel", Measures.number(1, 200)),
                settings.value("delivery.retry.first", PAUSE),
                settings.value("delivery.retry.multiplier", Measures.decimal(1, 10)),
                settings.value("delivery.retry.max-delay", PAUSE),
                settings.value("delivery.retry.give-up-after", PAUSE),
                settings.value("delivery.in-doubt-wait", WAIT),
                settings.value("delivery.delay", WAIT),
                settings.value("delivery.probe", PAUSE),
                new GlobalSettings.ReachSettings(
                        settings.value("reachability.keep", KEEP),
                        settings.value("reachability.confirm-after", CONFIRM)));
        notShorterThanFirst(settings, "delivery.retry.max-delay", delivery.retryMaxDelay(), delivery);
        notShorterThanFirst(settings, "delivery.retry.give-up-after", delivery.giveUpAfter(), delivery);
        return delivery;
    }

    private static void notShorterThanFirst(Settings settings, String name, Duration value, DeliverySettings delivery) {
        if (value.compareTo(delivery.retryFirst()) < 0) {
            settings.error(
                    name,
                    "moet minstens zo lang zijn als delivery.retry.first",
                    "must be at least as long as delivery.retry.first");
        }
    }

    private static void checkAlarms(Settings settings, MailSettings mail, String from, List<String> alerts) {
        if (alerts.isEmpty()) {
            return;
        }
        if (!mail.configured()) {
            settings.warn(
                    "alert.email",
                    "alarmen kunnen niet per mail weg zolang mail.smtp.host leeg is",
                    "alarms cannot be mailed as long as mail.smtp.host is empty");
        } else if (from.isEmpty()) {
            settings.warn(
                    "mail.from",
                    "is leeg, en geen bedrijf heeft email.from; vul de afzender van alarmen in",
                    "is empty, and no company has email.from; fill in the sender of alarms");
        }
    }
}
