package io.github.komaseconnect.relation;

import io.github.komaseconnect.company.Attachments;
import io.github.komaseconnect.company.PrintWishes;
import java.util.List;
import java.util.Objects;

/**
 * Where one invoice goes and why; fixed at pick-up and stored with the delivery.
 *
 * @param method the sending method
 * @param addresses peppol: exactly one eConnect receiver such as {@code 0106:12345678}; e-mail: one or more addresses;
 *     print: none
 * @param language of texts to the customer
 * @param relationNumber Komas relation number of the row used, empty without one
 * @param relationName name of the relation, else of the customer in the document
 * @param relationRow the row of the relation file as it was read, one line, empty without one; kept as evidence
 * @param whyDutch how the row and the method were found, one sentence
 * @param whyEnglish the same in English
 * @param print what the relation asks of a printer; none for other methods
 * @param attachments e-mail: what the mail carries; means nothing for other methods
 */
public record Destination(
        SendingMethod method,
        List<String> addresses,
        Language language,
        String relationNumber,
        String relationName,
        String relationRow,
        String whyDutch,
        String whyEnglish,
        PrintWishes print,
        Attachments attachments) {
    public Destination {
        addresses = List.copyOf(addresses);
        Objects.requireNonNull(method);
        Objects.requireNonNull(language);
        Objects.requireNonNull(print);
    }

    /** Without anything asked of a printer, and with the usual attachments. */
    public Destination(
            SendingMethod method,
            List<String> addresses,
            Language language,
            String relationNumber,
            String relationName,
            String relationRow,
            String whyDutch,
            String whyEnglish) {
        this(
                method,
                addresses,
                language,
                relationNumber,
                relationName,
                relationRow,
                whyDutch,
                whyEnglish,
                PrintWishes.none(),
                Attachments.PDF_AND_UBL);
    }

    /** The same with other attachments. */
    public Destination with(Attachments others) {
        return new Destination(
                method,
                addresses,
                language,
                relationNumber,
                relationName,
                relationRow,
                whyDutch,
                whyEnglish,
                print,
                others);
    }

    /** The same with other addresses. */
    public Destination withAddresses(List<String> others) {
        return new Destination(
                method,
                others,
                language,
                relationNumber,
                relationName,
                relationRow,
                whyDutch,
                whyEnglish,
                print,
                attachments);
    }
}
