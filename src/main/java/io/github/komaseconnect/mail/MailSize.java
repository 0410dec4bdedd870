package io.github.komaseconnect.mail;

import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;

/**
 * How large a mail is, in bytes, as it goes over the line.
 *
 * @param mail all of it
 * @param files what is attached, as it is on disk
 * @param limit that counts for it
 * @param company whose setting that is
 */
record MailSize(long mail, long files, long limit, String company) {
    /** Of base64, so many bytes stand on a line, which has so many characters with its end. */
    private static final int BYTES_A_LINE = 57;

    private static final int LINE = 78;

    /** What it will be at least: its attachments. */
    static MailSize expected(InvoiceMail mail) throws IOException {
        long encoded =
                switch (mail.destination().attachments()) {
                    case PDF -> encoded(Files.size(mail.pdf()));
                    case PDF_AND_UBL -> encoded(Files.size(mail.pdf())) + encoded(Files.size(mail.carried()));
                    case UBL_WITH_PDF -> encoded(Files.size(mail.carried()));
                };
        return of(mail, encoded);
    }

    /** What it is. */
    static MailSize of(InvoiceMail mail, long size) throws IOException {
        long files =
                switch (mail.destination().attachments()) {
                    case PDF -> Files.size(mail.pdf());
                    case PDF_AND_UBL -> Files.size(mail.pdf()) + Files.size(mail.carried());
                    case UBL_WITH_PDF -> Files.size(mail.carried());
                };
        return new MailSize(
                size, files, mail.company().mailing().limit(), mail.company().key());
    }

    private static long encoded(long bytes) {
        return (bytes + BYTES_A_LINE - 1) / BYTES_A_LINE * LINE;
    }

    /** Why it is not sent; empty when it is not too large. */
    Optional<Reason> tooLarge() {
        if (mail <= limit) {
            return Optional.empty();
        }
        Locale dutch = Locale.forLanguageTag("nl-NL");
        String setting = "limit.email (of company." + company + ".limit.email)";
        return Optional.of(Reason.of(
                        "mail.too-large",
                        "De mail met deze factuur zou " + megabytes(mail, dutch) + " worden (bijlagen "
                                + megabytes(files, dutch) + "; in een mail worden ze ruim een derde groter); hoogstens "
                                + megabytes(limit, dutch) + " is toegestaan. Er is niets verzonden.",
                        "The mail with this invoice would be " + megabytes(mail, Locale.UK) + " (attachments "
                                + megabytes(files, Locale.UK)
                                + "; in a mail they grow by over a third); at most " + megabytes(limit, Locale.UK)
                                + " is allowed. Nothing was sent.")
                .advise(
                        "Maak de bijlagen in Komas kleiner, kies bij de relatie bijlage pdf, of verzend deze factuur anders"
                                + " (reroute). Nemen uw mailserver en die van de klant grotere mails aan, verhoog dan "
                                + setting + ". Bied de factuur daarna opnieuw aan.",
                        "Make the attachments smaller in Komas, set the relation's attachments to pdf, or send this invoice"
                                + " another way (reroute). If your mail server and the customer's take larger mails, raise "
                                + setting.replace(" of ", " or ") + ". Then send the invoice again."));
    }

    /** Such as {@code 2.7 MB}. */
    static String megabytes(long bytes, Locale language) {
        return String.format(language, "%.1f MB", bytes / (1024.0 * 1024.0));
    }
}
