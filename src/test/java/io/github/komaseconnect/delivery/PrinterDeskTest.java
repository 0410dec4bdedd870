package io.github.komaseconnect.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.PrintJob;
import io.github.komaseconnect.ledger.PrintJob.Stage;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.SendingMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Following what several printers have. */
class PrinterDeskTest {
    private static final String DEAD = "ipp://dead.example/ipp/print";
    private static final String ALIVE = "ipp://alive.example/ipp/print";

    @TempDir
    Path folder;

    private Dispatch dispatch;
    private PrinterDesk desk;
    private final List<String> asked = new ArrayList<>();
    private final Set<String> silent = new TreeSet<>(Set.of(DEAD));

    private final PrinterLook printers = new PrinterLook() {
        @Override
        public JobSighting look(PrintJob job) {
            asked.add(job.name());
            return silent.contains(job.printer())
                    ? new JobSighting.CannotAsk(
                            Reason.of("printer.offline", "De printer is weg.", "The printer is away."))
                    : new JobSighting.Completed(job.jobId(), "completed", PrintJob.Naming.NOT_SEEN);
        }

        @Override
        public void abandon(PrintJob job) {
            throw new IllegalStateException("nothing is abandoned here");
        }
    };

    @BeforeEach
    void open() throws Exception {
        dispatch = new Dispatch(folder, "acme");
        desk = new PrinterDesk(
                dispatch.companies,
                dispatch.ledger,
                dispatch.archive,
                dispatch.attempts,
                dispatch.channels,
                dispatch.placement,
                printers,
                dispatch.settings,
                dispatch.clock);
    }

    @AfterEach
    void close() {
        dispatch.close();
    }

    /** An invoice that a printer took. */
    private long printing(String number, String printer) throws Exception {
        long delivery = dispatch.add("acme", number, SendingMethod.PRINT);
        dispatch.ledger.record(books -> {
            books.deliveries().begin(delivery, Optional.empty(), dispatch.clock.instant());
            books.deliveries().state(delivery, DeliveryState.PRINTING, Optional.empty(), Optional.empty());
            long id = books.printJobs()
                    .plan(
                            "acme",
                            printer,
                            "mark-" + number,
                            number,
                            PrintJob.Kind.SINGLE,
                            List.of(new PrintJob.Item(delivery, 1, 1)));
            books.printJobs()
                    .update(
                            id,
                            Stage.PRINTING,
                            id,
                            "processing",
                            Optional.empty(),
                            Optional.of(dispatch.clock.instant()));
        });
        return delivery;
    }

    private Stage stage(long delivery) {
        return dispatch.ledger
                .reading(books -> books.printJobs().of(delivery))
                .get(0)
                .stage();
    }

    private List<String> causes() {
        return dispatch.alarms().stream().map(Alarm::cause).toList();
    }

    @Test
    void aPrinterThatCannotBeAskedIsAskedOnceAndKeepsNoOther() throws Exception {
        long first = printing("P-1", DEAD);
        long second = printing("P-2", DEAD);
        long third = printing("P-3", ALIVE);

        desk.follow("acme");

        assertThat(asked).containsExactly("P-1", "P-3");
        assertThat(List.of(stage(first), stage(second), stage(third)))
                .containsExactly(Stage.PRINTING, Stage.PRINTING, Stage.DONE);
        assertThat(causes()).containsExactly(PrinterDesk.cause("acme"));
    }

    @Test
    void whatAPersonHasEndedIsAskedForNoMoreAndItsAlarmIsOver() throws Exception {
        long delivery = printing("P-1", DEAD);
        desk.follow("acme");
        assertThat(causes()).containsExactly(PrinterDesk.cause("acme"));
        dispatch.ledger.record(books ->
                books.deliveries().state(delivery, DeliveryState.DELIVERED, Optional.empty(), Optional.empty()));
        dispatch.clock.advance(Duration.ofMinutes(1));

        assertThat(desk.due()).isEmpty();
        desk.follow("acme");
        new IdleChannels(dispatch.companies, dispatch.ledger, dispatch.channels).release();

        assertThat(asked).containsExactly("P-1");
        assertThat(causes()).isEmpty();
    }

    @Test
    void whatWasSkippedIsAskedForAsSoonAsThePrinterAnswersAndTheAlarmIsOver() throws Exception {
        long first = printing("P-1", DEAD);
        long second = printing("P-2", DEAD);
        desk.follow("acme");
        silent.clear();
        dispatch.clock.advance(Duration.ofMinutes(1));

        assertThat(desk.due()).containsExactly("acme");
        desk.follow("acme");

        assertThat(asked).containsExactly("P-1", "P-2", "P-1");
        assertThat(List.of(stage(first), stage(second))).containsOnly(Stage.DONE);
        assertThat(causes()).isEmpty();
    }
}
