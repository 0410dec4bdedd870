package io.github.komaseconnect.print;

import io.github.komaseconnect.delivery.AttemptOutcome;
import io.github.komaseconnect.delivery.AttemptOutcome.Blocked;
import io.github.komaseconnect.delivery.AttemptOutcome.Delivered;
import io.github.komaseconnect.delivery.AttemptOutcome.InDoubt;
import io.github.komaseconnect.delivery.AttemptOutcome.Rejected;
import io.github.komaseconnect.delivery.AttemptOutcome.Temporary;
import io.github.komaseconnect.invoice.PdfMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Puts PDFs ready for printing into the print-spool folder of a company, whole or not at all.
 *
 * <p>After a crash: a temporary file ({@code .<name>.tmp-print}) means that the PDF was not put ready, and is overwritten by
 * the next attempt; a file of this name and content means that it was. Neither proves that it was not, since people and
 * printing software take files away: an attempt that a crash left open is in doubt.
 */
public final class PrintSpool {
    private static final int MOST_NAMES = 100;

    /**
     * Puts a copy of the PDF into the folder.
     *
     * @param folder of the company; never created here, since an absent folder is a lost share
     * @param name file name that is safe and unique to this delivery, with or without {@code .pdf}
     * @param pdf the file to print
     * @return delivered with the name of the file (another one when {@code name} is taken by something else); blocked
     *     when the folder is gone, read-only or full; rejected when the file is no PDF; temporary when it cannot be
     *     read; in doubt only when the folder vanished in the very act of naming the file
     * @throws IllegalArgumentException when {@code name} is not a plain, visible file name
     */
    public AttemptOutcome put(Path folder, String name, Path pdf) {
        String stem = stem(name);
        try {
            if (!PdfMark.isIn(pdf)) {
                return new Rejected(SpoolReasons.notPdf(pdf));
            }
        } catch (IOException e) {
            return new Temporary(SpoolReasons.unreadable(pdf, e));
        }
        if (!Files.isDirectory(folder)) {
            return new Blocked(SpoolReasons.folderGone(folder));
        }
        try {
            return putInto(folder, stem, pdf);
        } catch (SpoolFile.SourceUnreadable e) {
            return new Temporary(SpoolReasons.unreadable(pdf, e));
        } catch (SpoolFile.NamingUncertain e) {
            return new InDoubt(SpoolReasons.uncertain(folder, stem + ".pdf", e));
        } catch (IOException e) {
            return new Blocked(SpoolReasons.cannotWrite(folder, e));
        }
    }

    private static AttemptOutcome putInto(Path folder, String stem, Path pdf) throws IOException {
        for (int number = 1; number <= MOST_NAMES; number++) {
            String name = number == 1 ? stem + ".pdf" : stem + "_" + number + ".pdf";
            Optional<AttemptOutcome> done = putAs(folder.resolve(name), pdf);
            if (done.isPresent()) {
                return done.get();
            }
        }
        throw new IOException(MOST_NAMES + " other files bear the name " + stem);
    }

    /** Empty when something else has that name. */
    private static Optional<AttemptOutcome> putAs(Path target, Path pdf) throws IOException {
        boolean there = Files.exists(target)
                ? SpoolFile.sameContent(pdf, target)
                : SpoolFile.write(pdf, target) == SpoolFile.Written.NOW || SpoolFile.sameContent(pdf, target);
        return there ? Optional.of(new Delivered(String.valueOf(target.getFileName()))) : Optional.empty();
    }

    private static String stem(String name) {
        String stem =
                name.toLowerCase(java.util.Locale.ROOT).endsWith(".pdf") ? name.substring(0, name.length() - 4) : name;
        boolean plain = !stem.isBlank()
                && !stem.startsWith(".")
                && stem.chars().noneMatch(letter -> letter < ' ' || "/\\:*?\"<>|".indexOf(letter) >= 0);
        if (!plain) {
            throw new IllegalArgumentException("not a plain file name: " + name);
        }
        return stem;
    }
}
