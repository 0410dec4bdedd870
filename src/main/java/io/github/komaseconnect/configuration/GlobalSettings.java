package io.github.komaseconnect.configuration;

import io.github.komaseconnect.company.MailSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The settings that are not a company's; names and defaults are in docs/configuration.md.
 *
 * @param platformUrl {@code econnect.platform.url}, without query
 * @param templateId {@code econnect.platform.template-id}
 * @param creditNoteTemplateId {@code econnect.platform.credit-note-template-id}
 * @param connectTimeout {@code http.connect-timeout}
 * @param responseTimeout {@code http.response-timeout}
 * @param ledgerUrl JDBC URL; empty means SQLite in {@code data/}
 * @param archiveFolder absolute
 * @param diskReserve {@code disk.reserve} in bytes
 * @param mailTemplates {@code mail.templates}: folder with the user's own mail texts, absolute; may not exist
 * @param alertEmails {@code alert.email}
 */
public record GlobalSettings(
        URI platformUrl,
        String templateId,
        String creditNoteTemplateId,
        Duration connectTimeout,
        Duration responseTimeout,
        DeliverySettings delivery,
        PickupSettings pickup,
        ReceiveSettings receive,
        String ledgerUrl,
        Path archiveFolder,
        long diskReserve,
        Path mailTemplates,
        MailSettings mail,
        String alertFrom,
        List<String> alertEmails) {
    public GlobalSettings {
        alertEmails = List.copyOf(alertEmails);
    }

    /** {@code delivery.*} */
    public record DeliverySettings(
            int parallel,
            Duration retryFirst,
            double retryMultiplier,
            Duration retryMaxDelay,
            Duration giveUpAfter,
            Duration inDoubtWait,
            Duration delay,
            Duration probe) {}

    /** {@code pickup.*}; {@code maxSize} in bytes. */
    public record PickupSettings(Duration interval, Duration settle, Duration pdfWait, long maxSize) {}

    /** {@code receive.*} */
    public record ReceiveSettings(Duration pdfRetry, Duration pdfWait, Duration overlap) {}
}
