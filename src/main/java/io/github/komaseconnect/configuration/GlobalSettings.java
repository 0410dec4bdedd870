package io.github.komaseconnect.configuration;

import io.github.komaseconnect.company.MailSettings;
import io.github.komaseconnect.company.Mailing;
import io.github.komaseconnect.relation.LeadingZeros;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The settings that are not a company's; names and defaults are in docs/configuration.md.
 *
 * @param platformUrl {@code econnect.platform.url}, without query
 * @param templateId {@code econnect.platform.template-id}
 * @param creditNoteTemplateId {@code econnect.platform.credit-note-template-id}
 * @param psb the addresses of the PSB
 * @param connectTimeout {@code http.connect-timeout}
 * @param responseTimeout {@code http.response-timeout}
 * @param peppolLimit {@code limit.peppol}, in bytes
 * @param ledgerUrl JDBC URL; empty means SQLite in {@code data/}
 * @param clusterLease {@code cluster.lease}: how long one of several runtimes keeps a company; longer than {@link #longestStep}
 * @param archiveFolder absolute
 * @param diskReserve {@code disk.reserve} in bytes
 * @param mailTemplates {@code mail.templates}: folder with the user's own mail texts, absolute; may not exist
 * @param mailing what counts for companies that have no setting of their own
 * @param alertEmails {@code alert.email}
 * @param diskWarn {@code disk.warn}, in bytes; empty: no warning
 * @param leadingZeros {@code identifiers.pad-leading-zeros}
 */
public record GlobalSettings(
        URI platformUrl,
        String templateId,
        String creditNoteTemplateId,
        PsbSettings psb,
        Duration connectTimeout,
        Duration responseTimeout,
        DeliverySettings delivery,
        PickupSettings pickup,
        long peppolLimit,
        ReceiveSettings receive,
        FollowingSettings following,
        String ledgerUrl,
        Duration clusterLease,
        Path archiveFolder,
        long diskReserve,
        Path mailTemplates,
        MailSettings mail,
        Mailing mailing,
        String alertFrom,
        List<String> alertEmails,
        Optional<Long> diskWarn,
        HealthSettings health,
        HookListening hooks,
        LeadingZeros leadingZeros) {
    public GlobalSettings {
        alertEmails = List.copyOf(alertEmails);
    }

    /** Longest time of one call to eConnect, whatever it does meanwhile. */
    public static final Duration CALL_LIMIT = Duration.ofMinutes(10);

    /** Whether several runtimes can use the ledger. */
    public boolean sharesLedger() {
        return isShared(ledgerUrl);
    }

    static boolean isShared(String ledgerUrl) {
        return ledgerUrl.startsWith("jdbc:postgresql:");
    }

    /** An attempt that waits for its turn for longer than this asks once more whether it may go. */
    public static final Duration SURE_OF_TURN = Duration.ofSeconds(5);

    /**
     * Longest time from recording that an invoice is being sent to the end of the call: it waits for its turn, and a log-in may
     * come before it.
     */
    public Duration longestStep() {
        return longestStep(connectTimeout, responseTimeout);
    }

    static Duration longestStep(Duration connectTimeout, Duration responseTimeout) {
        return SURE_OF_TURN
                .plus(CALL_LIMIT)
                .plus(connectTimeout.multipliedBy(2))
                .plus(responseTimeout);
    }

    /** {@code econnect.psb.url} and {@code econnect.psb.identity-url}, both without query. */
    public record PsbSettings(URI url, URI identityUrl) {}

    /** {@code delivery.*} */
    public record DeliverySettings(
            int parallel,
            Duration retryFirst,
            double retryMultiplier,
            Duration retryMaxDelay,
            Duration giveUpAfter,
            Duration inDoubtWait,
            Duration delay,
            Duration probe,
            ReachSettings reach) {
        /** With the usual answers about who can be reached. */
        public DeliverySettings(
                int parallel,
                Duration retryFirst,
                double retryMultiplier,
                Duration retryMaxDelay,
                Duration giveUpAfter,
                Duration inDoubtWait,
                Duration delay,
                Duration probe) {
            this(
                    parallel,
                    retryFirst,
                    retryMultiplier,
                    retryMaxDelay,
                    giveUpAfter,
                    inDoubtWait,
                    delay,
                    probe,
                    new ReachSettings(Duration.ofHours(24), Duration.ofHours(1)));
        }
    }

    /** {@code reachability.*} */
    public record ReachSettings(Duration keep, Duration confirmAfter) {}

    /** {@code pickup.*}; {@code maxSize} in bytes. */
    public record PickupSettings(Duration interval, Duration settle, Duration pdfWait, long maxSize) {}

    /** {@code health.*}; without a port nothing listens. */
    public record HealthSettings(String host, OptionalInt port) {}

    /** {@code hooks.*}; without a port nothing listens. {@code maxSize} in bytes. */
    public record HookListening(String host, OptionalInt port, int maxSize) {}

    /**
     * {@code following.*}
     *
     * @param time {@code following.for}: how long after it was sent
     * @param psbPoll after how long a silence the PSB is asked for a status; zero: never
     */
    public record FollowingSettings(Duration time, Duration poll, Duration psbPoll, Duration unconfirmed) {}

    /** {@code receive.*} */
    public record ReceiveSettings(Duration pdfRetry, Duration pdfWait, Duration overlap) {}
}
