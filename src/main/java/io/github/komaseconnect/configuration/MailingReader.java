package io.github.komaseconnect.configuration;

import io.github.komaseconnect.company.Attachments;
import io.github.komaseconnect.company.MailSettings;
import io.github.komaseconnect.company.Mailbox;
import io.github.komaseconnect.company.Mailing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads how invoices are mailed: what is attached, who gets copies, how much and how fast. */
final class MailingReader {
    static final String BOUNCES_PASSWORD = "mail.bounces-password";

    private static final ValueType<Attachments> ATTACHMENTS = new ValueType<>(
            Attachments::of, "pdf, pdf+ubl of ubl-with-embedded-pdf zijn", "pdf, pdf+ubl or ubl-with-embedded-pdf");
    private static final ValueType<Long> LIMIT = Measures.size("100KB", "150MB");
    private static final ValueType<Integer> PER_MINUTE = Measures.number(1, 10_000);
    private static final ValueType<Integer> CONNECTIONS = Measures.number(1, 50);
    private static final ValueType<Mailbox> MAILBOX = MailboxAddress.withPasswordIn(BOUNCES_PASSWORD);

    private MailingReader() {}

    static Mailing ofInstallation(Settings settings) {
        settings.secret(BOUNCES_PASSWORD);
        return new Mailing(
                settings.value("mail.attachments", ATTACHMENTS),
                settings.optional("mail.reply-to", Values.ADDRESS),
                addresses(settings, "mail.cc").orElse(List.of()),
                addresses(settings, "mail.bcc").orElse(List.of()),
                settings.value("limit.email", LIMIT),
                perMinute(settings),
                settings.value("mail.connections", CONNECTIONS),
                settings.optional("mail.bounces", MAILBOX));
    }

    /** A company's own, each in place of the installation's; what is its own only, is not inherited. */
    static Mailing ofCompany(Settings settings, Mailing common) {
        settings.secret(BOUNCES_PASSWORD);
        return new Mailing(
                settings.optional("mail.attachments", ATTACHMENTS).orElse(common.attachments()),
                settings.optional("mail.reply-to", Values.ADDRESS).or(common::replyTo),
                addresses(settings, "mail.cc").orElse(common.cc()),
                addresses(settings, "mail.bcc").orElse(common.bcc()),
                settings.optional("limit.email", LIMIT).orElse(common.limit()),
                perMinute(settings),
                common.connections(),
                settings.optional("mail.bounces", MAILBOX));
    }

    private static Optional<List<String>> addresses(Settings settings, String name) {
        return settings.optional(name, Values.ADDRESSES);
    }

    private static OptionalInt perMinute(Settings settings) {
        return settings.optional("mail.per-minute", PER_MINUTE)
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    /** Notes what cannot work: a mailbox without anything to log in with. */
    static void check(Settings settings, Mailing mailing, MailSettings mail) {
        if (mailing.bounces().isPresent()
                && !settings.present(BOUNCES_PASSWORD)
                && mail.oauth2().isEmpty()) {
            settings.error(
                    BOUNCES_PASSWORD,
                    "ontbreekt; zonder wachtwoord (of mail.oauth2) is mail.bounces niet te lezen",
                    "is missing; without a password (or mail.oauth2) mail.bounces cannot be read");
        }
    }
}
