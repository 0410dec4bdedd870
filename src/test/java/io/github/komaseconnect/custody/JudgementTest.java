package io.github.komaseconnect.custody;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.custody.CustodyVerdict.Cause;
import io.github.komaseconnect.ledger.FolderMark;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The verdict on everything that a ledger and a mark can say of each other. */
class JudgementTest {
    private static final MarkFile.Look NONE = new MarkFile.Unmarked();

    private String ledger = "L1";
    private String place = "P1";
    private Optional<FolderMark> own = Optional.of(new FolderMark("acme", 7, "me", Instant.EPOCH));
    private boolean known = true;
    private boolean used = true;
    private boolean sentWhatWaits;

    private static Mark mark(long number) {
        return new Mark("L1", "acme", number, "me", true, "P1", "host, C:\\home", Instant.EPOCH);
    }

    private static MarkFile.Look marked(Mark mark) {
        return new MarkFile.Marked(mark);
    }

    private Evidence evidence(MarkFile.Look outbox, MarkFile.Look... others) {
        return new Evidence(
                ledger, place, "me", "acme", own, new MarkLooks(outbox, List.of(others)), new Evidence.Traces() {
                    @Override
                    public boolean ledgerKnowsTheCompany() {
                        return known;
                    }

                    @Override
                    public boolean foldersWereUsed() {
                        return used;
                    }

                    @Override
                    public boolean sentWhatWaits() {
                        return sentWhatWaits;
                    }
                });
    }

    private void arrives(MarkFile.Look outbox, MarkFile.Look... others) {
        assertThat(Judgement.onArrival(evidence(outbox, others))).isInstanceOf(CustodyVerdict.Ours.class);
    }

    private void stops(Cause cause, MarkFile.Look outbox, MarkFile.Look... others) {
        assertThat(Judgement.onArrival(evidence(outbox, others)))
                .isInstanceOfSatisfying(CustodyVerdict.Stopped.class, stopped -> {
                    assertThat(stopped.cause()).isEqualTo(cause);
                    assertThat(stopped.reason().dutchLine()).contains("komas-econnect adopt acme");
                    assertThat(stopped.reason().englishLine()).contains("komas-econnect adopt acme");
                });
    }

    @Test
    void theSameNumberIsOurs() {
        arrives(marked(mark(7)), marked(mark(3)), NONE);
    }

    @Test
    void aCrashBetweenLedgerAndMarkLeavesTheMarkBehindAndIsOurs() {
        arrives(marked(mark(6)));
    }

    @Test
    void foldersThatWerePutBackFromABackUpAreOursSinceTheLedgerKnowsMore() {
        arrives(marked(mark(1)));
    }

    @Test
    void aLedgerBehindItsMarkIsABackUpThatWasPutBack() {
        stops(Cause.OLDER, marked(mark(8)));
    }

    @Test
    void oneFolderAheadIsEnough() {
        stops(Cause.OLDER, marked(mark(7)), marked(mark(8)));
    }

    @Test
    void aLedgerOfBeforeTheFirstMarkIsOlderToo() {
        own = Optional.empty();
        stops(Cause.OLDER, marked(mark(1)));
    }

    @Test
    void aMarkOfAnotherLedgerStopsWhateverItsNumber() {
        ledger = "L2";
        stops(Cause.FOREIGN, marked(mark(1)));
        stops(Cause.FOREIGN, NONE, marked(mark(1)));
    }

    @Test
    void foldersOfAnotherCompanyOfTheSameLedgerStop() {
        Mark other = new Mark("L1", "beta", 1, "me", false, "P1", "", Instant.EPOCH);
        stops(Cause.OTHER_COMPANY, marked(other));
    }

    @Test
    void aCopyOfTheLedgerMustNotComeInWhileTheOtherMayStillRun() {
        place = "P2";
        stops(Cause.COPY, marked(mark(7)));
    }

    @Test
    void aLedgerThatMovedAfterACleanStopIsOurs() {
        place = "P2";
        arrives(marked(new Mark("L1", "acme", 7, "before", false, "P1", "", Instant.EPOCH)));
    }

    @Test
    void theNextProgramOnTheSameDatabaseComesInAfterAKill() {
        arrives(marked(new Mark("L1", "acme", 7, "killed", true, "P1", "", Instant.EPOCH)));
    }

    @Test
    void withoutAMarkNewFoldersAndKnownCompaniesAreOurs() {
        arrives(NONE);
        own = Optional.empty();
        arrives(NONE);
        known = false;
        used = false;
        arrives(NONE);
    }

    @Test
    void usedFoldersWithoutAMarkAndALedgerThatKnowsNothingStop() {
        own = Optional.empty();
        known = false;
        stops(Cause.USED_BEFORE, NONE);
    }

    @Test
    void aDamagedMarkStopsUnlessAnotherFolderShowsWhoseItIs() {
        stops(Cause.DAMAGED, new MarkFile.Damaged());
        arrives(new MarkFile.Damaged(), marked(mark(7)));
        arrives(marked(mark(7)), new MarkFile.Damaged());
    }

    @Test
    void anOutboxThatCannotBeReadIsWaitedForAndOtherFoldersAreNot() {
        assertThat(Judgement.onArrival(evidence(new MarkFile.OutOfReach("weg"), marked(mark(7)))))
                .isInstanceOf(CustodyVerdict.Waiting.class);
        arrives(marked(mark(7)), new MarkFile.OutOfReach("weg"));
    }

    @Test
    void afterAKillAFileInSentThatWaitsInTheLedgerTellsOfABackUp() {
        sentWhatWaits = true;
        stops(Cause.OLDER, marked(mark(7)));
        arrives(marked(new Mark("L1", "acme", 7, "before", false, "P1", "", Instant.EPOCH)));
    }

    @Test
    void whileInHandAMarkAheadOrOfAnotherLedgerIsSomebodyElse() {
        assertThat(Judgement.inHand(evidence(marked(mark(7))))).isInstanceOf(CustodyVerdict.Ours.class);
        assertThat(Judgement.inHand(evidence(new MarkFile.OutOfReach("weg")))).isInstanceOf(CustodyVerdict.Ours.class);
        assertThat(Judgement.inHand(evidence(marked(mark(8)))))
                .isInstanceOfSatisfying(CustodyVerdict.Stopped.class, stopped -> assertThat(stopped.cause())
                        .isEqualTo(Cause.SOMEBODY_ELSE));
        ledger = "L2";
        assertThat(Judgement.inHand(evidence(marked(mark(7)))))
                .isInstanceOfSatisfying(CustodyVerdict.Stopped.class, stopped -> assertThat(stopped.cause())
                        .isEqualTo(Cause.FOREIGN));
    }

    @Test
    void whileInHandAnotherNodeOfTheSameLedgerTakesItOverWithoutAnAlarm() {
        own = Optional.of(new FolderMark("acme", 9, "the other node", Instant.EPOCH));
        assertThat(Judgement.inHand(evidence(marked(mark(9))))).isInstanceOf(CustodyVerdict.TakenOver.class);
    }
}
