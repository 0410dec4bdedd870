package io.github.komaseconnect.following;

import io.github.komaseconnect.ledger.Followed;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.reason.DutchTime;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The text of {@code <name>.status.txt} beside a sent file: Dutch first, then English. */
final class StatusText {
    private StatusText() {}

    static byte[] of(LedgerInvoice invoice, Followed followed, List<LedgerEvent> events) {
        String dutchKind = invoice.type().map(type -> type.dutch()).orElse("factuur");
        String englishKind = invoice.type().map(type -> type.english()).orElse("invoice");
        String text = """
                NEDERLANDS
                Verzonden via Peppol: %s %s%s
                Stand: %s
                Wat er gebeurde (nieuwste onderaan):
                %s
                Kenmerk: %d; bij eConnect: %s

                ENGLISH
                Sent over Peppol: %s %s%s
                Status: %s
                What happened (newest last):
                %s
                Reference: %d; at eConnect: %s
                """.formatted(
                        dutchKind,
                        invoice.label(),
                        invoice.party().isEmpty() ? "" : " aan " + invoice.party(),
                        followed.dutch() + remarks(followed.remarksDutch()),
                        history(events, LedgerEvent::dutch),
                        invoice.id(),
                        followed.reference(),
                        englishKind,
                        invoice.label(),
                        invoice.party().isEmpty() ? "" : " to " + invoice.party(),
                        followed.english() + remarks(followed.remarksEnglish()),
                        history(events, LedgerEvent::english),
                        invoice.id(),
                        followed.reference());
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String remarks(String words) {
        return words.isEmpty() ? "" : " (" + words + ")";
    }

    private static String history(List<LedgerEvent> events, Function<LedgerEvent, String> words) {
        return events.stream()
                .filter(event -> event.kind().equals("sent")
                        || event.kind().equals("adopted")
                        || event.kind().equals("found")
                        || event.kind().equals("followed"))
                .map(event -> "  " + DutchTime.minute(event.at()) + "  " + words.apply(event))
                .collect(Collectors.joining("\n"));
    }
}
