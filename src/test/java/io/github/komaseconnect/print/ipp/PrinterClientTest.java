package io.github.komaseconnect.print.ipp;

import static org.assertj.core.api.Assertions.assertThat;

import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrinterState;
import io.github.komaseconnect.company.PrintWishes;
import io.github.komaseconnect.company.PrintWishes.Colour;
import io.github.komaseconnect.company.PrintWishes.Sides;
import io.github.komaseconnect.delivery.AttemptOutcome;
import io.github.komaseconnect.delivery.AttemptOutcome.Blocked;
import io.github.komaseconnect.delivery.AttemptOutcome.InDoubt;
import io.github.komaseconnect.delivery.AttemptOutcome.Rejected;
import io.github.komaseconnect.delivery.AttemptOutcome.Temporary;
import io.github.komaseconnect.delivery.AttemptOutcome.UnderWay;
import io.github.komaseconnect.delivery.JobSighting;
import io.github.komaseconnect.ledger.PrintJob;
import io.github.komaseconnect.ledger.PrintJob.Stage;
import io.github.komaseconnect.print.ipp.FakePrinter.Trick;
import io.github.komaseconnect.reason.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Printing on a printer that speaks IPP, on its good and its bad days. */
class PrinterClientTest {
    private static final String NAME = "2026-1 Acme ke0123456789ab";
    private static final byte[] PDF = "%PDF-1.4\nfactuur\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private final PrinterClient client = PrinterClient.within(Duration.ofSeconds(2), PrinterLogins.none());
    private final List<String> log = new ArrayList<>();
    private FakePrinter printer;
    private Path pdf;

    private final PrintLog recorder = new PrintLog() {
        @Override
        public void created(long jobId) {
            log.add("created " + jobId);
        }

        @Override
        public void sending() {
            log.add("sending");
        }

        @Override
        public void notPrinted() {
            log.add("not printed");
        }

        @Override
        public void warn(Reason reason) {
            log.add("warn " + reason.code());
        }
    };

    @BeforeEach
    void open() throws Exception {
        printer = new FakePrinter();
        pdf = Files.write(folder.resolve("factuur.pdf"), PDF);
    }

    @AfterEach
    void close() {
        printer.close();
    }

    private AttemptOutcome print() {
        return print(PrintWishes.none());
    }

    private AttemptOutcome print(PrintWishes wishes) {
        return client.print(job(0, Stage.PLANNED), pdf, wishes, recorder);
    }

    private JobSighting look(long jobId, Stage stage) {
        return client.look(job(jobId, stage));
    }

    private PrintJob job(long jobId, Stage stage) {
        return job(printer.address().toString(), jobId, stage);
    }

    private static PrintJob job(String printer, long jobId, Stage stage) {
        return job(printer, jobId, stage, PrintJob.Naming.NOT_SEEN);
    }

    private static PrintJob job(String printer, long jobId, Stage stage, PrintJob.Naming naming) {
        return new PrintJob(
                1,
                "acme",
                printer,
                "ke0123456789ab",
                NAME,
                PrintJob.Kind.SINGLE,
                stage,
                jobId,
                "",
                Optional.empty(),
                0,
                Optional.empty(),
                Instant.EPOCH,
                List.of(),
                naming);
    }

    private static String code(AttemptOutcome outcome) {
        if (outcome instanceof Blocked blocked) {
            return "blocked " + blocked.reason().code();
        }
        if (outcome instanceof Temporary temporary) {
            return "temporary " + temporary.reason().code();
        }
        if (outcome instanceof Rejected rejected) {
            return "rejected " + rejected.reason().code();
        }
        if (outcome instanceof InDoubt doubt) {
            return "in doubt " + doubt.reason().code();
        }
        return ((UnderWay) outcome).reference();
    }

    @Test
    void thePrinterGetsThePdfByteForByteAndTheNumberIsKnownBeforeItGoes() {
        assertThat(code(print())).isEqualTo("job 1 " + printer.address());

        assertThat(log).containsExactly("created 1", "sending");
        assertThat(printer.jobs()).singleElement().satisfies(job -> {
            assertThat(job.document()).isEqualTo(PDF);
            assertThat(job.name()).isEqualTo(NAME);
        });
        assertThat(printer.asked())
                .containsExactly(Operation.getPrinterAttributes, Operation.createJob, Operation.sendDocument);
    }

    @Test
    void onePrinterThatCannotNumberAJobBeforehandGetsAllInOne() {
        printer.knowing(Operation.printJob, Operation.getJobs, Operation.getJobAttributes);

        assertThat(print()).isInstanceOf(UnderWay.class);

        assertThat(log).containsExactly("sending");
        assertThat(printer.jobs()).singleElement().satisfies(job -> assertThat(job.document())
                .isEqualTo(PDF));
    }

    @Test
    void whatIsAskedOfItGoesAlong() {
        print(new PrintWishes(
                Optional.of(2), Optional.of(Sides.LONG_EDGE), Optional.of("tray-2"), Optional.of(Colour.GREY)));

        assertThat(String.join("\n", printer.jobs().get(0).asked()))
                .contains("copies")
                .contains("two-sided-long-edge")
                .contains("tray-2")
                .contains("monochrome");
        assertThat(log).containsExactly("created 1", "sending");
    }

    @Test
    void aTrayThatItHasNotOrTooManyCopiesHoldTheInvoice() {
        PrintWishes tray =
                new PrintWishes(Optional.empty(), Optional.empty(), Optional.of("envelope"), Optional.empty());
        PrintWishes copies = new PrintWishes(Optional.of(12), Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(print(tray)).isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(
                        rejected.reason().dutch())
                .contains("envelope", "tray-1, tray-2"));
        assertThat(code(print(copies))).isEqualTo("rejected printer.option");
        assertThat(printer.allJobs()).isEmpty();
    }

    @Test
    void onOneSideOrInGreyItIsTheSameLetterAndThatIsTold() {
        AttemptOutcome outcome = print(new PrintWishes(
                Optional.empty(), Optional.of(Sides.SHORT_EDGE), Optional.empty(), Optional.of(Colour.COLOUR)));

        assertThat(outcome).isInstanceOf(UnderWay.class);
        assertThat(log)
                .containsExactly(
                        "warn printer.option-left-out", "warn printer.option-left-out", "created 1", "sending");
    }

    @Test
    void oneThatIsAwayIsATroubleOfThePrinterAndNothingIsLost() {
        printer.switchOff();

        assertThat(code(print())).isEqualTo("blocked printer.offline");
        assertThat(code(client.print(
                        job("ipp://no-such-printer.invalid/ipp/print", 0, Stage.PLANNED),
                        pdf,
                        PrintWishes.none(),
                        recorder)))
                .isEqualTo("blocked printer.offline");
        assertThat(log).isEmpty();
    }

    @Test
    void oneThatStandsStillOrPrintsNoPdfIsATroubleOfThePrinter() {
        printer.is(PrinterState.stopped, "media-empty-error", "cover-open-warning");
        assertThat(print()).isInstanceOfSatisfying(Blocked.class, blocked -> assertThat(
                        blocked.reason().dutch())
                .contains("het papier is op", "een klep staat open"));

        printer.is(PrinterState.idle, "none").printing("image/pwg-raster");
        assertThat(code(print())).isEqualTo("blocked printer.no-pdf");
        assertThat(code(client.print(
                        job(printer.address() + "/nowhere/../../elsewhere", 0, Stage.PLANNED),
                        pdf,
                        PrintWishes.none(),
                        recorder)))
                .startsWith("blocked printer.");
        assertThat(printer.allJobs()).isEmpty();
    }

    @Test
    void aBusyOneIsTriedLater() {
        printer.next(Operation.createJob, new Trick.Refuse(0x0507));
        assertThat(code(print())).isEqualTo("temporary printer.busy");

        printer.accepting(false);
        assertThat(code(print())).isEqualTo("temporary printer.busy");
        assertThat(log).isEmpty();
    }

    @Test
    void aNoToTheDocumentIsANoAndTheEmptyJobIsCancelled() {
        printer.next(Operation.sendDocument, new Trick.Refuse(0x0412));

        assertThat(code(print())).isEqualTo("rejected printer.refused");

        assertThat(log).containsExactly("created 1", "sending", "not printed");
        assertThat(printer.allJobs()).singleElement().satisfies(job -> assertThat(job.state())
                .isEqualTo(JobState.canceled));
    }

    @Test
    void whileThereIsNoDocumentALostAnswerIsNoDoubt() {
        printer.next(Operation.createJob, new Trick.LoseAnswer());

        assertThat(code(print())).isEqualTo("temporary printer.unusable-answer");
        assertThat(printer.jobs()).isEmpty();
    }

    @Test
    void aLostAnswerToTheDocumentIsADoubtThatThePrinterClearsUp() {
        printer.next(Operation.sendDocument, new Trick.LoseAnswer());

        assertThat(code(print())).isEqualTo("in doubt printer.in-doubt");
        assertThat(look(1, Stage.SENDING)).isInstanceOf(JobSighting.Completed.class);
    }

    @Test
    void aDocumentThatNeverArrivedIsCancelledForCertain() {
        printer.next(Operation.sendDocument, new Trick.LoseRequest());

        assertThat(code(print())).isEqualTo("in doubt printer.in-doubt");
        assertThat(look(1, Stage.SENDING)).isInstanceOf(JobSighting.Empty.class);
        assertThat(printer.allJobs()).singleElement().satisfies(job -> assertThat(job.state())
                .isEqualTo(JobState.canceled));
        // what it says a second time is the same
        assertThat(look(1, Stage.SENDING)).isInstanceOf(JobSighting.Empty.class);
    }

    @Test
    void aJobWithoutAKnownNumberIsFoundByTheMarkInItsName() {
        printer.knowing(Operation.printJob, Operation.getJobs, Operation.getJobAttributes)
                .next(Operation.printJob, new Trick.LoseAnswer());

        assertThat(code(print())).isEqualTo("in doubt printer.in-doubt");
        assertThat(look(0, Stage.SENDING))
                .isInstanceOfSatisfying(JobSighting.UnderWay.class, seen -> assertThat(seen.jobId())
                        .isEqualTo(1));
        printer.forget();
        assertThat(look(0, Stage.SENDING)).isInstanceOf(JobSighting.NotKnown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Vakantiefoto's", "2026-1", ""})
    void anothersJobUnderTheSameNumberIsNotOursAndIsLeftAlone(String name) {
        print();
        printer.numberAnew(name, JobState.completed);
        boolean named = !name.isEmpty();

        assertThat(look(1, Stage.PRINTING) instanceof JobSighting.NotKnown).isEqualTo(named);
        printer.numberAnew(name, JobState.pending);
        assertThat(look(1, Stage.SENDING) instanceof JobSighting.NotKnown).isEqualTo(named);
        printer.numberAnew(name, JobState.pending);
        client.cancel(job(1, Stage.CREATED));
        // where a printer names no jobs, nobody can tell
        assertThat(printer.allJobs().get(0).state()).isEqualTo(named ? JobState.pending : JobState.canceled);
    }

    @Test
    void whereAPrinterOnceNamedOneOfOursAJobWithoutANameIsAnothers() {
        print();
        printer.ending(JobState.completed, 2);
        assertThat(look(1, Stage.PRINTING))
                .isInstanceOfSatisfying(JobSighting.UnderWay.class, seen -> assertThat(seen.naming())
                        .isEqualTo(PrintJob.Naming.SEEN));
        printer.numberAnew("", JobState.completed);
        String address = printer.address().toString();

        assertThat(client.look(job(address, 1, Stage.PRINTING, PrintJob.Naming.SEEN)))
                .isInstanceOf(JobSighting.NotKnown.class);
        // where it never named any, and names none now, the number is all there is; a list that is refused is no such
        // thing
        assertThat(look(1, Stage.PRINTING)).isInstanceOf(JobSighting.Completed.class);
        printer.next(Operation.getJobs, new Trick.Refuse(0x0400));
        assertThat(look(1, Stage.PRINTING)).isInstanceOf(JobSighting.NotKnown.class);
    }

    @Test
    void aNameThatIsLeftOutWhereOthersHaveOneIsAnothers() {
        print();
        print();
        printer.naming("");

        assertThat(look(1, Stage.PRINTING)).isInstanceOf(JobSighting.NotKnown.class);
        printer.naming(NAME.substring(0, 20));
        assertThat(look(1, Stage.PRINTING)).isInstanceOf(JobSighting.Completed.class);
    }

    @Test
    void ourOwnEmptyJobIsCancelledAfterARestart() {
        printer.next(Operation.sendDocument, new Trick.LoseRequest());
        print();

        client.cancel(job(1, Stage.CREATED));

        assertThat(printer.allJobs().get(0).state()).isEqualTo(JobState.canceled);
    }

    @Test
    void completedIsNotBelievedWhereThereWasNoDocumentOrSomethingWentWrong() {
        printer.ending(JobState.completed, 1, "job-completed-with-errors");
        print();
        assertThat(look(1, Stage.PRINTING)).isInstanceOfSatisfying(JobSighting.GivenUp.class, gone -> assertThat(
                        gone.reason().code())
                .isEqualTo("printer.completed-with-errors"));

        printer.droppingDocuments();
        // print servers throw documents away after printing: neither printed nor empty
        assertThat(look(1, Stage.SENDING)).isInstanceOfSatisfying(JobSighting.NotKnown.class, open -> assertThat(
                        open.reason().code())
                .isEqualTo("print.completed-empty"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0411, 0x0500, 0x0504, 0x0505, 0x0508})
    void aNoThatThePrinterMayHaveSaidAfterItTookTheDocumentIsADoubt(int status) {
        printer.next(Operation.sendDocument, new Trick.Refuse(status));

        assertThat(code(print())).isEqualTo("in doubt printer.in-doubt");

        assertThat(log).containsExactly("created 1", "sending");
        assertThat(look(1, Stage.SENDING)).isInstanceOf(JobSighting.Empty.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 415})
    void aDocumentThatAWebServerDoesNotTakeIsHeldAndThePrinterGoesOn(int status) {
        printer.next(Operation.sendDocument, new Trick.Say(status, new byte[0]));

        assertThat(code(print())).isEqualTo(status == 413 ? "rejected printer.too-large" : "rejected printer.refused");
        assertThat(log).containsExactly("created 1", "sending", "not printed");
    }

    @ParameterizedTest
    @EnumSource(names = {"canceled", "aborted"})
    void givenUpWithoutADocumentIsHeldUnlessItCertainlyNeverBegan(GivenUp how) {
        printer.next(Operation.sendDocument, new Trick.LoseRequest())
                .next(Operation.sendDocument, new Trick.LoseAnswer());
        print();
        print();
        // the second had its document, and the print server threw it away after it gave up
        printer.giveUp(how.state).droppingDocuments();
        assertThat(look(1, Stage.SENDING)).isInstanceOf(JobSighting.Empty.class);
        assertThat(look(2, Stage.SENDING)).isInstanceOfSatisfying(JobSighting.GivenUp.class, gone -> assertThat(
                        gone.reason().code())
                .isEqualTo("printer.gave-up"));
        // one that does not say when it began: nobody can tell
        printer.keepingTimesToItself();
        assertThat(look(1, Stage.SENDING)).isInstanceOf(JobSighting.GivenUp.class);
    }

    /** How a printer gives up. */
    enum GivenUp {
        canceled(JobState.canceled),
        aborted(JobState.aborted);

        private final JobState state;

        GivenUp(JobState state) {
            this.state = state;
        }
    }

    @Test
    void aJobIsSeenToEndAsItDoes() {
        printer.ending(JobState.aborted, 2, "aborted-by-system", "document-format-error");
        print();

        assertThat(look(1, Stage.PRINTING)).isInstanceOf(JobSighting.UnderWay.class);
        assertThat(look(1, Stage.PRINTING)).isInstanceOfSatisfying(JobSighting.GivenUp.class, gone -> assertThat(
                        gone.reason().dutch())
                .contains("afgebroken", "kan dit bestand niet lezen"));
        printer.forget();
        assertThat(look(1, Stage.PRINTING)).isInstanceOf(JobSighting.NotKnown.class);
        printer.switchOff();
        assertThat(look(1, Stage.PRINTING)).isInstanceOf(JobSighting.CannotAsk.class);
    }

    @Test
    void aPrinterThatStopsInTheMiddleSaysWhy() {
        print();
        printer.is(PrinterState.stopped, "toner-empty-error");

        assertThat(look(1, Stage.PRINTING)).isInstanceOfSatisfying(JobSighting.Stuck.class, stuck -> assertThat(
                        stuck.reason().dutch())
                .contains("de toner is op"));
        printer.is(PrinterState.processing, "none");
        assertThat(look(1, Stage.PRINTING)).isInstanceOf(JobSighting.Completed.class);
    }

    @Test
    void onePatienceIsLimited() {
        printer.next(Operation.getPrinterAttributes, new Trick.Hang());

        assertThat(code(print())).isEqualTo("temporary printer.unusable-answer");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 302})
    void aWebServerThatSaysNoIsATroubleOfThePrinter(int status) {
        printer.next(Operation.getPrinterAttributes, new Trick.Say(status, new byte[0]));

        assertThat(code(print())).startsWith("blocked printer.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no ipp at all", "<html>", "deep", "endless", "short value", "negative"})
    void whatIsNoAnswerIsNotTrusted(String kind) {
        byte[] answer = HostileAnswers.of(kind);
        printer.next(Operation.getPrinterAttributes, new Trick.Say(200, answer));
        assertThat(print()).isInstanceOfAny(Temporary.class, Blocked.class);
        assertThat(printer.allJobs()).isEmpty();

        printer.next(Operation.createJob, new Trick.Say(200, answer));
        assertThat(code(print())).isEqualTo("temporary printer.unusable-answer");
        assertThat(printer.jobs()).isEmpty();

        printer.next(Operation.sendDocument, new Trick.Say(200, answer));
        assertThat(print()).isInstanceOf(InDoubt.class);

        printer.next(Operation.getJobAttributes, new Trick.Say(200, answer));
        assertThat(look(1, Stage.SENDING)).isInstanceOf(JobSighting.CannotAsk.class);
    }
}
