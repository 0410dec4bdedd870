package io.github.komaseconnect.sales;

import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.folder.SureFile;
import io.github.komaseconnect.ledger.Followed;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.reason.DutchTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a file whose content was sent before (or is on its way) into the sent folder, with a note that says so. */
public final class SentBefore {
    private static final Logger LOG = LoggerFactory.getLogger(SentBefore.class);

    private static final List<String> REJECTED = List.of(
            "\nDe klant heeft die factuur afgewezen: maak een creditnota en daarna een nieuwe factuur.",
            "\nThe customer rejected that invoice: make a credit note, and a new invoice after that.");

    private final Companies companies;
    private final Ledger ledger;
    private final Clock clock;

    /** Works in the sent folders of these companies. */
    public SentBefore(Companies companies, Ledger ledger, Clock clock) {
        this.companies = companies;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Puts the claimed files aside; repeating after a crash is harmless. */
    void putAside(Arrival arrival, LedgerInvoice first) throws IOException {
        Claim claim = arrival.claim();
        Path folder = companies.get(claim.company()).folders().sent().resolve(SentFolder.month(clock.instant()));
        SentFolder.make(folder);
        String stem = freeStem(folder, SalesEntry.fileStem(arrival) + "-dubbel");
        boolean rejected = ledger.reading(books -> books.following().of(first.id()))
                .filter(Followed::isRejected)
                .isPresent();
        SureFile.rewrite(folder.resolve(stem + ".note.txt"), note(claim, first, rejected ? REJECTED : List.of("", "")));
        if (claim.pdf().isPresent()) {
            SureFile.move(claim.pdf().get(), folder.resolve(stem + InvoiceFiles.PDF));
        }
        if (claim.xml().isPresent()) {
            SureFile.move(claim.xml().get(), folder.resolve(stem + InvoiceFiles.XML));
        }
        ledger.record(books -> books.events()
                .add(
                        first.id(),
                        "offered-again",
                        "Dezelfde inhoud werd nog eens aangeboden (" + claim.originalName()
                                + "); niet nog eens verzonden.",
                        "The same content was offered again (" + claim.originalName() + "); not sent again."));
        LOG.info(
                "{}: {} is al {}; niet nog eens verzonden",
                claim.company(),
                first.label(),
                first.state().dutch());
    }

    private static String freeStem(Path folder, String wanted) {
        String stem = wanted;
        for (int n = 2; Files.exists(folder.resolve(stem + InvoiceFiles.XML)); n++) {
            stem = wanted + "-" + n;
        }
        return stem;
    }

    private static byte[] note(Claim claim, LedgerInvoice first, List<String> more) {
        String text = """
                NEDERLANDS
                %s is niet nog eens verzonden: precies dezelfde inhoud is al %s
                (nummer %s, aangenomen op %s als %s, kenmerk %d).%s

                ENGLISH
                %s was not sent again: exactly the same content is already %s
                (number %s, accepted on %s as %s, reference %d).%s
                """.formatted(
                        claim.originalName(),
                        first.state().dutch(),
                        first.number(),
                        DutchTime.minute(first.createdAt()),
                        first.originalName(),
                        first.id(),
                        more.get(0),
                        claim.originalName(),
                        first.state().english(),
                        first.number(),
                        DutchTime.minute(first.createdAt()),
                        first.originalName(),
                        first.id(),
                        more.get(1));
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
