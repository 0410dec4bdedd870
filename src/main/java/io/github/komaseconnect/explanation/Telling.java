package io.github.komaseconnect.explanation;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.explanation.Explanation.Fact;
import io.github.komaseconnect.explanation.Explanation.Fate;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.invoice.InvoiceParty;
import io.github.komaseconnect.invoice.PartyId;
import io.github.komaseconnect.reason.DutchTime;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Destination;
import io.github.komaseconnect.relation.SendingMethod;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An explanation in the making: the facts so far, in the order in which they are told. */
final class Telling {
    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");

    private final Path file;
    private final List<Fact> facts = new ArrayList<>();
    private boolean documentTold;

    Telling(Path file) {
        this.file = file;
    }

    void document(InvoiceHeader header) {
        if (documentTold) {
            return;
        }
        documentTold = true;
        String tail = " " + header.number()
                + header.issueDate().map(day -> ", " + DutchTime.day(day)).orElse("")
                + header.payableAmount()
                        .map(amount ->
                                ", " + amount(amount) + " " + header.currency().orElse(""))
                        .orElse("");
        fact(
                "Document",
                "Document",
                new Words((header.type().dutch() + tail).strip(), (header.type().english() + tail).strip()));
        fact("Leverancier", "supplier", Words.same(party(header.supplier())));
        fact("Klant", "customer", Words.same(party(header.customer())));
    }

    void company(Company company) {
        fact("Bedrijf", "company", Words.same((company.key() + " " + company.name()).strip()));
    }

    void relationFile(Reason trouble) {
        fact("Relatiebestand", "relation file", new Words(trouble.dutchLine(), trouble.englishLine()));
    }

    void destination(Destination destination) {
        String relation = (destination.relationNumber() + " " + destination.relationName()).strip();
        if (!relation.isEmpty()) {
            fact("Relatie", "relation", Words.same(relation));
        }
        fact("Verzendmethode", "sending method", Words.same(destination.method().word()));
        if (!destination.addresses().isEmpty()) {
            fact("Adres", "address", Words.same(String.join(", ", destination.addresses())));
        }
        if (destination.method() == SendingMethod.EMAIL) {
            fact(
                    "Bijlage",
                    "attached",
                    new Words(
                            destination.attachments().dutch(),
                            destination.attachments().english()));
        }
        fact("Waarom", "why", new Words(destination.whyDutch(), destination.whyEnglish()));
    }

    void reach(ReachNow.Found found) {
        fact("Te bereiken via Peppol", "reachable over Peppol", found.known());
        fact("Anders", "otherwise", found.otherwise());
    }

    void pdf(Words words) {
        fact("PDF", "PDF", words);
    }

    void printing(Words words) {
        fact("Afdruk", "print", words);
    }

    void rules(Words words) {
        fact("Officiële regels", "official rules", words);
    }

    void mind(Reason warning) {
        fact("Let op", "mind", new Words(warning.dutchLine(), warning.englishLine()));
    }

    void noMailServer() {
        fact(
                "Let op",
                "mind",
                new Words(
                        "er is geen mailserver (mail.smtp.host); de factuur blijft wachten tot die er is",
                        "there is no mail server (mail.smtp.host); the invoice waits until there is one"));
    }

    void ledger(Words words) {
        fact("Administratie", "ledger", words);
    }

    Explanation held(Reason reason) {
        return end(Fate.HELD, "wordt vastgehouden", "would be held", Optional.of(reason));
    }

    Explanation unreadable(Reason reason) {
        return end(Fate.UNREADABLE, "is niet te lezen", "cannot be read", Optional.of(reason));
    }

    Explanation companyUnknown(Reason reason) {
        return end(Fate.COMPANY_UNKNOWN, "van welk bedrijf?", "of which company?", Optional.of(reason));
    }

    Explanation verdict(Fate fate, String dutch, String english) {
        return end(fate, dutch, english, Optional.empty());
    }

    private Explanation end(Fate fate, String dutch, String english, Optional<Reason> reason) {
        return new Explanation(file, facts, fate, new Words(dutch, english), reason);
    }

    private void fact(String dutch, String english, Words what) {
        facts.add(new Fact(new Words(dutch, english), what));
    }

    /** Name and numbers, as far as the document has them. */
    private static String party(InvoiceParty party) {
        String numbers = Stream.of(
                        party.customerNumber(),
                        party.endpoint().map(PartyId::toString),
                        party.legalRegistration().map(PartyId::toString),
                        party.vatNumber())
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining(", "));
        String name = party.name().orElse("-");
        return numbers.isEmpty() ? name : name + " (" + numbers + ")";
    }

    private static String amount(BigDecimal amount) {
        // a hostile exponent must not become a line of a million digits
        return Math.abs(amount.scale()) > 100
                ? amount.toString()
                : new DecimalFormat("#,##0.00##", DecimalFormatSymbols.getInstance(DUTCH)).format(amount);
    }
}
