package io.github.komaseconnect.sales;

import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.reason.Reason;
import java.nio.charset.StandardCharsets;

/** The text of {@code <name>.reason.txt} beside a held file: Dutch first, then English. */
final class ReasonText {
    private ReasonText() {}

    static byte[] of(LedgerInvoice invoice, Reason reason) {
        String number = invoice.number().isEmpty() ? "" : " " + invoice.number();
        String dutch = invoice.type().map(type -> type.dutch() + number).orElse("bestand " + invoice.originalName());
        String english = invoice.type().map(type -> type.english() + number).orElse("file " + invoice.originalName());
        String text = """
                NEDERLANDS
                Niet verzonden: %s%s
                Wat is er aan de hand: %s
                Wat kunt u doen: %s
                Opnieuw aanbieden: verplaats het bestand (met de PDF) terug naar de exportmap, of geef de opdracht
                  komas-econnect retry %d
                Kenmerk: %d (%s)

                ENGLISH
                Not sent: %s%s
                What is wrong: %s
                What to do: %s
                To send it again: move the file (and its PDF) back to the export folder, or run
                  komas-econnect retry %d
                Reference: %d (%s)
                """.formatted(
                        dutch,
                        party(invoice, " aan "),
                        reason.dutch(),
                        orElse(reason.adviceDutch(), "niets bijzonders: lees hierboven wat er gebeurd is."),
                        invoice.id(),
                        invoice.id(),
                        reason.code(),
                        english,
                        party(invoice, " to "),
                        reason.english(),
                        orElse(reason.adviceEnglish(), "nothing in particular: see above for what happened."),
                        invoice.id(),
                        invoice.id(),
                        reason.code());
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String party(LedgerInvoice invoice, String word) {
        return invoice.party().isEmpty() ? "" : word + invoice.party();
    }

    private static String orElse(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
