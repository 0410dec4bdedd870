package io.github.komaseconnect.custody;

import io.github.komaseconnect.custody.CustodyVerdict.Cause;
import io.github.komaseconnect.ledger.FolderMark;
import java.util.Optional;

/**
 * Comes to a verdict on evidence.
 *
 * <p>The number is raised in the ledger first and in the folder after that, so with the right ledger the folder never has
 * the higher one, whatever crashes when. A folder with a higher number therefore has seen a ledger that knew more: this one
 * is a back-up that was put back. A folder with a lower number is one where the second step was not done (a crash, a
 * folder that could not be written) or one that was itself put back from a back-up; the ledger then knows all that matters,
 * and the mark is simply written anew.
 */
final class Judgement {
    private Judgement() {}

    /** Before a company comes in hand. */
    static CustodyVerdict onArrival(Evidence evidence) {
        if (evidence.looks().outbox() instanceof MarkFile.OutOfReach away) {
            return new CustodyVerdict.Waiting(CustodyReasons.outOfReach(away.words()));
        }
        Optional<CustodyVerdict> wrong = wrongMark(evidence, Cause.OLDER)
                .or(() -> copied(evidence))
                .or(() -> damaged(evidence))
                .or(() -> unmarked(evidence))
                .or(() -> contradicted(evidence));
        return wrong.orElseGet(CustodyVerdict.Ours::new);
    }

    /** While a company is in hand. What cannot be looked at now changes nothing: nobody else can use it either. */
    static CustodyVerdict inHand(Evidence evidence) {
        boolean elsewhere = evidence.own()
                .map(FolderMark::run)
                .filter(run -> !run.equals(evidence.run()))
                .isPresent();
        if (elsewhere) {
            return new CustodyVerdict.TakenOver();
        }
        return wrongMark(evidence, Cause.SOMEBODY_ELSE).orElseGet(CustodyVerdict.Ours::new);
    }

    private static Optional<CustodyVerdict> wrongMark(Evidence evidence, Cause ahead) {
        return evidence.marks()
                .flatMap(mark -> wrongMark(evidence, mark, ahead).stream())
                .findFirst();
    }

    private static Optional<CustodyVerdict> wrongMark(Evidence evidence, Mark mark, Cause ahead) {
        if (!mark.ledger().equals(evidence.ledger())) {
            return stopped(evidence, Cause.FOREIGN, mark.where());
        }
        if (!mark.company().equals(evidence.company())) {
            return stopped(evidence, Cause.OTHER_COMPANY, mark.company());
        }
        return mark.number() > evidence.number() ? stopped(evidence, ahead, mark.where()) : Optional.empty();
    }

    /** The last program was killed, or still runs, and its database was not this very file. */
    private static Optional<CustodyVerdict> copied(Evidence evidence) {
        return outbox(evidence)
                .filter(mark -> mark.inUse() && !mark.place().equals(evidence.place()))
                .flatMap(mark -> stopped(evidence, Cause.COPY, mark.where()));
    }

    /** One that is damaged is written anew when another one shows whose the folders are. */
    private static Optional<CustodyVerdict> damaged(Evidence evidence) {
        return evidence.looks().outbox() instanceof MarkFile.Damaged
                        && evidence.marks().findAny().isEmpty()
                ? stopped(evidence, Cause.DAMAGED, MarkFile.NAME)
                : Optional.empty();
    }

    /** A first run, an upgrade, or a mark that somebody removed: no harm, unless the folders know more than the ledger. */
    private static Optional<CustodyVerdict> unmarked(Evidence evidence) {
        boolean strange = evidence.marks().findAny().isEmpty()
                && evidence.own().isEmpty()
                && !evidence.traces().ledgerKnowsTheCompany()
                && evidence.traces().foldersWereUsed();
        return strange ? stopped(evidence, Cause.USED_BEFORE, "") : Optional.empty();
    }

    /** After a clean stop folder and ledger agree; otherwise the files may know what the mark does not yet say. */
    private static Optional<CustodyVerdict> contradicted(Evidence evidence) {
        boolean cleanStop = outbox(evidence).filter(mark -> !mark.inUse()).isPresent();
        return !cleanStop && evidence.traces().sentWhatWaits() ? stopped(evidence, Cause.OLDER, "") : Optional.empty();
    }

    private static Optional<Mark> outbox(Evidence evidence) {
        return evidence.looks().outbox() instanceof MarkFile.Marked marked
                ? Optional.of(marked.mark())
                : Optional.empty();
    }

    private static Optional<CustodyVerdict> stopped(Evidence evidence, Cause cause, String detail) {
        return Optional.of(
                new CustodyVerdict.Stopped(cause, CustodyReasons.stopped(evidence.company(), cause, detail)));
    }
}
