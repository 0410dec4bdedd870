package io.github.komaseconnect.custody;

import io.github.komaseconnect.ledger.FolderMark;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a verdict rests on.
 *
 * @param ledger id of this ledger
 * @param place what recognises its very database
 * @param run this running program
 * @param own what the ledger knows of the mark
 * @param looks what the marks show
 * @param traces what folders and ledger show besides
 */
record Evidence(
        String ledger,
        String place,
        String run,
        String company,
        Optional<FolderMark> own,
        MarkLooks looks,
        Traces traces) {

    /** What else tells whether ledger and folders belong together; asked only when it matters. */
    interface Traces {
        /** Whether the ledger has anything of this company. */
        boolean ledgerKnowsTheCompany();

        /** Whether sales invoices went through these folders. */
        boolean foldersWereUsed();

        /** Whether something that waits according to the ledger lies in the sent folder. */
        boolean sentWhatWaits();
    }

    /** The marks there are, that of the outbox first. */
    Stream<Mark> marks() {
        return Stream.concat(Stream.of(looks.outbox()), looks.others().stream())
                .filter(MarkFile.Marked.class::isInstance)
                .map(look -> ((MarkFile.Marked) look).mark());
    }

    /** The number that the ledger knows; 0 when it never had these folders. */
    long number() {
        return own.map(FolderMark::number).orElse(0L);
    }

    /** The highest number in any mark. */
    long highest() {
        return marks().mapToLong(Mark::number).max().orElse(0L);
    }
}
