package io.github.komaseconnect.adoption;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.invoice.UblDigest;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.invoice.UblReading;
import io.github.komaseconnect.invoice.UblText;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.reason.DutchTime;
import io.github.komaseconnect.sales.ClaimedFile;
import io.github.komaseconnect.sales.InvoiceFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what lies in a company's folders, whatever the ledger says of it. */
final class Shelves {
    private final UblText text;
    private final Clock clock;

    Shelves(UblReader reader, Clock clock) {
        this.text = new UblText(reader);
        this.clock = clock;
    }

    /**
     * Every XML file in outbox, held and export, and those in the sent folder from the month of {@code since} on; of the
     * same file in several places, the one that says most comes first.
     */
    List<ShelfFile> read(Company company, Instant since) throws IOException {
        List<ShelfFile> found = new ArrayList<>();
        YearMonth last = YearMonth.from(DutchTime.date(clock.instant()));
        for (YearMonth month = YearMonth.from(DutchTime.date(since));
                !month.isAfter(last);
                month = month.plusMonths(1)) {
            Path folder = company.folders().sent().resolve(month.toString());
            add(found, folder, Place.SENT, month + "/");
        }
        add(found, company.folders().outbox(), Place.OUTBOX, "");
        add(found, company.folders().held(), Place.HELD, "");
        add(found, company.folders().exportFolder(), Place.NOWHERE, "");
        return found;
    }

    private void add(List<ShelfFile> found, Path folder, Place place, String prefix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (InvoiceFiles.isXml(file) && Files.isRegularFile(file) && !isNoted(file)) {
                    one(file, place, prefix).ifPresent(found::add);
                }
            }
        }
    }

    /** A file that was put aside because its content had been sent before has a note beside it. */
    private static boolean isNoted(Path file) {
        return Files.exists(file.resolveSibling(InvoiceFiles.base(file) + ".note.txt"));
    }

    private Optional<ShelfFile> one(Path file, Place place, String prefix) throws IOException {
        String base = InvoiceFiles.base(file);
        Optional<String> claimed = ClaimedFile.originalName(file).filter(name -> place == Place.OUTBOX);
        if (base.startsWith(".") && claimed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ShelfFile(
                file,
                place,
                prefix + base,
                claimed.isPresent(),
                claimed.orElse(file.getFileName().toString()),
                InvoiceFiles.sibling(file, InvoiceFiles.PDF),
                UblDigest.sha256(file),
                header(file)));
    }

    private Optional<InvoiceHeader> header(Path file) throws IOException {
        return text.read(file, file.getFileName().toString()).reading() instanceof UblReading.Usable usable
                ? Optional.of(usable.header())
                : Optional.empty();
    }
}
