package io.github.komaseconnect.crash;

import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.order.ResolveOrder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.text.PDFTextStripper;

/** A sales invoice that goes on paper in the daily print, with a page that can be counted in what came out. */
final class Daily implements Errand {
    private static final String DOUBT = "delivery.in-doubt";

    private final String number;
    private final byte[] xml;
    private final byte[] pdf;
    private final Site.Paper paper;
    private final int jobsBefore;
    private final int filesBefore;
    private int resolved;

    private Daily(Site site, String number, Site.Paper paper) throws IOException {
        this.number = number;
        this.paper = paper;
        this.xml = Site.sample("verkoop-print-credit.xml")
                .replace("C2026-0007", number)
                .getBytes(StandardCharsets.UTF_8);
        this.pdf = page(stamp());
        this.jobsBefore = site.printer.jobs().size();
        this.filesBefore = site.taken("print-spool", "").size();
    }

    /** Komas writes it. */
    static Daily export(Site site, String number, Site.Paper paper) throws IOException {
        Daily daily = new Daily(site, number, paper);
        site.put("export", number + ".PDF", daily.pdf);
        site.put("export", number + ".XML", daily.xml);
        return daily;
    }

    private String stamp() {
        return "Blad van " + number;
    }

    private static byte[] page(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                content.showText(text);
                content.endText();
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    /** On how many pages of a print it is. */
    private long pages(byte[] printed) {
        try (PDDocument document = Loader.loadPDF(printed)) {
            PDFTextStripper text = new PDFTextStripper();
            long found = 0;
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                text.setStartPage(page);
                text.setEndPage(page);
                found += text.getText(document).contains(stamp()) ? 1 : 0;
            }
            return found;
        } catch (IOException e) {
            throw new IllegalStateException("no PDF came out", e);
        }
    }

    @Override
    public String key() {
        return number;
    }

    @Override
    public void attend(Site site, LedgerLook ledger) throws IOException {
        Optional<LedgerLook.Row> held =
                ledger.first(number).filter(row -> row.state().equals("HELD"));
        if (held.isEmpty() || ledger.openOrders() > 0 || ledger.unplaced() > 0) {
            return;
        }
        if (held.get().reason().equals(DOUBT)) {
            site.takeAway();
            resolved++;
            String told = timesArrived(site) == 0 ? ResolveOrder.SEND_AGAIN : ResolveOrder.SENT;
            site.order(WorkOrder.Kind.RESOLVE, held.get().id(), told);
        }
    }

    @Override
    public boolean isSettled(LedgerLook ledger) {
        List<LedgerLook.Row> rows = ledger.of(number);
        return ledger.openOrders() == 0
                && ledger.unplaced() == 0
                && !rows.isEmpty()
                && rows.stream().allMatch(row -> row.state().equals("SENT") && row.pending() == 0);
    }

    @Override
    public int timesWanted() {
        return 1;
    }

    @Override
    public long timesArrived(Site site) {
        Stream<byte[]> jobs = site.printer.jobs().stream().skip(jobsBefore).map(job -> job.document());
        Stream<byte[]> files = site.taken("print-spool", "").stream()
                .skip(filesBefore)
                .map(file -> file.substring(file.indexOf('\n') + 1).getBytes(StandardCharsets.ISO_8859_1));
        return Stream.concat(jobs, files).mapToLong(this::pages).sum();
    }

    @Override
    public List<String> faults(Site site, LedgerLook ledger, Set<LedgerLook.OpenAttempt> doubtful) throws IOException {
        List<String> faults = new ArrayList<>();
        expect(faults, timesArrived(site) == 1, "printed " + timesArrived(site) + " times");
        expect(faults, ledger.of(number).size() == 1, "rows in the ledger: " + ledger.of(number));
        long byCrash = doubtful.stream()
                .filter(attempt -> attempt.key().equals(number))
                .count();
        // a printer is asked for its jobs; that a file is gone from the folder proves nothing, so a person is asked
        long most = paper == Site.Paper.DAILY_AT_PRINTER ? 0 : byCrash;
        expect(
                faults,
                resolved <= most,
                "a person was asked " + resolved + " times, and at most " + most + " is right");
        for (LedgerLook.Row row : ledger.of(number)) {
            Path archived = site.home.resolve("data/archive").resolve(row.archive());
            expect(faults, holds(archived.resolve("document.xml"), xml), "XML in the archive is another");
            expect(faults, holds(archived.resolve("document.pdf"), pdf), "PDF in the archive is another");
        }
        for (String folder : List.of("export", "outbox", "held", "print-spool")) {
            expect(faults, names(site, folder).isEmpty(), "left in " + folder + ": " + names(site, folder));
        }
        expect(faults, names(site, "sent").size() == 2, "in sent: " + names(site, "sent"));
        return faults;
    }

    private List<String> names(Site site, String folder) throws IOException {
        return site.files(folder).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.contains(number) || name.startsWith("dagafdruk"))
                .toList();
    }

    private static boolean holds(Path file, byte[] content) throws IOException {
        return Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content);
    }

    private void expect(List<String> faults, boolean right, String what) {
        if (!right) {
            faults.add(number + ": " + what);
        }
    }
}
