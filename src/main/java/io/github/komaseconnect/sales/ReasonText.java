package io.github.komaseconnect.sales;

import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.reason.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/** The text of {@code <name>.reason.txt} beside a held file: Dutch first, then English. */
final class ReasonText {
    /** What only a person can decide: it may have arrived, or its number was used. */
    private static final Set<String> FOR_RESOLVE =
            Set.of("delivery.in-doubt", "delivery.sent-elsewhere", SalesReasons.NUMBER_USED);

    private static final Pattern ITEM = Pattern.compile(" (\\((?:\\d{1,3}|\\+)\\) )");

    private static final Pattern ORDER = Pattern.compile("\\b(retry|resolve|reroute) ID\\b");

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
                %s
                Kenmerk: %d (%s)

                ENGLISH
                Not sent: %s%s
                What is wrong: %s
                What to do: %s
                %s
                Reference: %d (%s)
                """.formatted(
                        dutch,
                        party(invoice, " aan "),
                        listed(reason.dutch()),
                        advice(invoice, reason.adviceDutch(), "niets bijzonders: lees hierboven wat er gebeurd is."),
                        againDutch(invoice, reason),
                        invoice.id(),
                        reason.code(),
                        english,
                        party(invoice, " to "),
                        listed(reason.english()),
                        advice(invoice, reason.adviceEnglish(), "nothing in particular: see above for what happened."),
                        againEnglish(invoice, reason),
                        invoice.id(),
                        reason.code());
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String againDutch(LedgerInvoice invoice, Reason reason) {
        if (invoice.state() == InvoiceState.REPLACED) {
            return "Opnieuw aanbieden: niet nodig, een ander bestand is ervoor in de plaats gekomen.";
        }
        if (FOR_RESOLVE.contains(reason.code())) {
            return "Opnieuw aanbieden: verplaatsen helpt hier niet. Geef een van deze opdrachten:\n"
                    + "  komas-econnect resolve " + invoice.id() + " --send-again   (verzenden)\n"
                    + "  komas-econnect resolve " + invoice.id()
                    + " --sent         (niet verzenden, geldt als verzonden)";
        }
        if (!invoice.hasXml()) {
            return "Opnieuw aanbieden: zet de XML en deze PDF samen, met dezelfde naam, in de exportmap.";
        }
        return "Opnieuw aanbieden: verplaats het bestand (met de PDF) terug naar de exportmap, of geef de opdracht\n"
                + "  komas-econnect retry " + invoice.id();
    }

    private static String againEnglish(LedgerInvoice invoice, Reason reason) {
        if (invoice.state() == InvoiceState.REPLACED) {
            return "To send it again: not needed, another file took its place.";
        }
        if (FOR_RESOLVE.contains(reason.code())) {
            return "To send it again: moving it does not help here. Run one of these:\n"
                    + "  komas-econnect resolve " + invoice.id() + " --send-again   (send it)\n"
                    + "  komas-econnect resolve " + invoice.id() + " --sent         (do not send, it counts as sent)";
        }
        if (!invoice.hasXml()) {
            return "To send it again: put the XML and this PDF into the export folder together, under one name.";
        }
        return "To send it again: move the file (and its PDF) back to the export folder, or run\n"
                + "  komas-econnect retry " + invoice.id();
    }

    private static String party(LedgerInvoice invoice, String word) {
        return invoice.party().isEmpty() ? "" : word + invoice.party();
    }

    /** A numbered list within a reason, which is on one line elsewhere, one item to a line; none begins a line as a field. */
    private static String listed(String text) {
        return ITEM.matcher(text).replaceAll("\n  $1");
    }

    /** An order in it can be given as it stands there: with the id of this invoice. */
    private static String advice(LedgerInvoice invoice, String text, String otherwise) {
        return text.isEmpty() ? otherwise : ORDER.matcher(text).replaceAll("$1 " + invoice.id());
    }
}
