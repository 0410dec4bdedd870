package io.github.komaseconnect.bounce;

import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.relation.SendingMethod;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the delivery that a mail of ours belongs to by its Message-ID, which stands in its X-Delivery-ID too, and by nothing
 * else. The id holds the number of the delivery and a part of the content's SHA-256, which nobody guesses who did not get the
 * mail.
 */
final class SentMails {
    private static final Pattern OURS = Pattern.compile("<delivery-(\\d{1,18})\\.([0-9a-f]{16})@[^<>\\s]{1,255}>");

    private SentMails() {}

    /** The delivery by e-mail that was handed over, or may have been, under this id. */
    static Optional<Delivery> find(Ledger.Books books, String messageId) {
        Matcher id = OURS.matcher(messageId.strip().toLowerCase(Locale.ROOT));
        if (!id.matches()) {
            return Optional.empty();
        }
        return books.deliveries()
                .find(Long.parseLong(id.group(1)))
                .filter(delivery -> delivery.destination().method() == SendingMethod.EMAIL)
                .filter(delivery -> delivery.attempts() > 0)
                .filter(delivery -> isOurs(delivery.reference())
                        ? delivery.reference().equalsIgnoreCase(messageId.strip())
                        : isOfContent(books, delivery, id.group(2)));
    }

    private static boolean isOurs(String reference) {
        return OURS.matcher(reference.strip().toLowerCase(Locale.ROOT)).matches();
    }

    /** One in doubt has no reference yet; one of which a person said that it was sent has that person's name there. */
    private static boolean isOfContent(Ledger.Books books, Delivery delivery, String beginOfSha256) {
        return books.invoices()
                .find(delivery.invoiceId())
                .filter(invoice -> invoice.sha256().toLowerCase(Locale.ROOT).startsWith(beginOfSha256))
                .isPresent();
    }
}
