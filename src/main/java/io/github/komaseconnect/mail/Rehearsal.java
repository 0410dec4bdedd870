package io.github.komaseconnect.mail;

import io.github.komaseconnect.configuration.EnvironmentSettings;
import io.github.komaseconnect.configuration.InvoiceMails;
import io.github.komaseconnect.econnect.Environment;
import io.github.komaseconnect.reason.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an invoice mail says of itself when it is a rehearsal, so that nobody takes it for a real invoice.
 *
 * @param environment not production
 * @param meantFor the addresses of the customer, when the mail goes to others in their place
 */
public record Rehearsal(Environment environment, List<String> meantFor) {
    public Rehearsal {
        meantFor = List.copyOf(meantFor);
    }

    /** Why no invoice is mailed at all in such an environment; empty when it is. */
    public static Optional<Reason> refusal(EnvironmentSettings environment) {
        return environment.invoiceMails() instanceof InvoiceMails.ToNobody
                ? Optional.of(MailReasons.rehearsal(environment.which()))
                : Optional.empty();
    }

    /** Whether the mail goes to others than the customer. */
    boolean isForOthers() {
        return !meantFor.isEmpty();
    }

    /** The same mail, marked in its subject and at the head of its text. */
    MailText marked(MailText text) {
        String word = environment.dutch().toUpperCase(Locale.ROOT);
        String english = environment.word().toUpperCase(Locale.ROOT);
        String head = "*** OEFENING (" + word + "): dit is geen echte factuur. ***\n*** REHEARSAL (" + english
                + "): this is not a real invoice. ***\n";
        String meant = meantFor.isEmpty()
                ? ""
                : "*** Bedoeld voor (meant for): " + HeaderText.clean(String.join(", ", meantFor)) + " ***\n";
        return new MailText(
                environment.mark() + text.subject(),
                head + meant + "\n" + text.body(),
                text.html().map(page -> HtmlText.headed(page, head + meant)));
    }
}
