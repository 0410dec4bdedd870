package io.github.komaseconnect.print.ipp;

import static org.assertj.core.api.Assertions.assertThat;

import com.hp.jipp.model.Operation;
import io.github.komaseconnect.company.PrintWishes;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.delivery.AttemptOutcome;
import io.github.komaseconnect.delivery.AttemptOutcome.Blocked;
import io.github.komaseconnect.delivery.AttemptOutcome.UnderWay;
import io.github.komaseconnect.delivery.JobSighting;
import io.github.komaseconnect.ledger.PrintJob;
import io.github.komaseconnect.mail.TestTls;
import io.github.komaseconnect.print.ipp.FakePrinter.Trick;
import io.github.komaseconnect.reason.Reason;
import java.net.URI;
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
import org.junit.jupiter.params.provider.CsvSource;

/** Printers behind TLS, and printers that ask who is there. */
class PrinterLoginTest {
    private static final PrinterPatience PATIENCE = PrinterPatience.of(Duration.ofSeconds(20));
    private static final String PASSWORD = "print-geheim-51c8";

    @TempDir
    Path folder;

    private final List<String> log = new ArrayList<>();
    private final PrintLog recorder = new PrintLog() {
        @Override
        public void created(long jobId) {
            log.add("created");
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
            log.add(reason.code());
        }
    };

    private TestTls tls;
    private FakePrinter printer;
    private Path pdf;

    @BeforeEach
    void open() throws Exception {
        tls = new TestTls(folder, "dns:localhost");
        printer = new FakePrinter(tls.context());
        pdf = Files.write(folder.resolve("factuur.pdf"), "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
    }

    @AfterEach
    void close() {
        printer.close();
    }

    private PrinterClient trusting(PrinterLogins logins) {
        return PrinterClient.over(new IppTransport(PATIENCE, tls.context()), logins);
    }

    private static PrinterLogins as(String user, String password) {
        return (company, address) -> Optional.of(new PrinterLogin(user, new Secret(password)));
    }

    private AttemptOutcome print(PrinterClient client) {
        return print(client, printer.address());
    }

    private AttemptOutcome print(PrinterClient client, URI address) {
        return client.print(job(address, 0), pdf, PrintWishes.none(), recorder);
    }

    private static PrintJob job(URI address, long jobId) {
        return new PrintJob(
                1,
                "acme",
                address.toString(),
                "ke0123456789ab",
                "2026-1 ke0123456789ab",
                PrintJob.Kind.SINGLE,
                PrintJob.Stage.PRINTING,
                jobId,
                "",
                Optional.empty(),
                0,
                Optional.empty(),
                Instant.EPOCH,
                List.of(),
                PrintJob.Naming.NOT_SEEN);
    }

    private static Reason reason(AttemptOutcome outcome) {
        return ((Blocked) outcome).reason();
    }

    @Test
    void aPrinterWhoseOwnCertificateIsTrustedPrintsOverTls() {
        PrinterClient client = trusting(PrinterLogins.none());

        assertThat(print(client)).isInstanceOf(UnderWay.class);
        assertThat(printer.jobs()).hasSize(1);
        assertThat(client.look(job(printer.address(), 1))).isInstanceOf(JobSighting.Completed.class);
    }

    @Test
    void oneThatIsNotTrustedGetsNothingAndTheReasonSaysWhatToDo() {
        AttemptOutcome outcome = print(PrinterClient.within(Duration.ofSeconds(20), PrinterLogins.none()));

        assertThat(reason(outcome).code()).isEqualTo("printer.not-trusted");
        assertThat(reason(outcome).adviceDutch()).contains("truststore");
        assertThat(printer.asked()).isEmpty();
    }

    @Test
    void aTrustedCertificateOfAnotherHostIsNotEnough() {
        URI another = URI.create(printer.address().toString().replace("localhost", "127.0.0.1"));

        assertThat(reason(print(trusting(as("kantoor", PASSWORD)), another)).code())
                .isEqualTo("printer.not-trusted");
        assertThat(printer.asked()).isEmpty();
    }

    @Test
    void whoLogsInPrintsAndIsToldWhatBecameOfIt() {
        printer.demanding("kantoor", PASSWORD);
        PrinterClient client = trusting(as("kantoor", PASSWORD));

        assertThat(print(client)).isInstanceOf(UnderWay.class);
        assertThat(client.look(job(printer.address(), 1))).isInstanceOf(JobSighting.Completed.class);
    }

    @Test
    void withoutAPasswordOrWithAWrongOneNothingIsPrintedAndTheReasonNamesTheSettings() {
        printer.demanding("kantoor", PASSWORD);

        Reason without = reason(print(trusting(PrinterLogins.none())));
        Reason wrong = reason(print(trusting(as("kantoor", "verkeerd-7d21"))));

        assertThat(without.code()).isEqualTo("printer.log-in-needed");
        assertThat(without.adviceDutch()).contains("printer-user", "printer-password", "ipps://");
        assertThat(without.adviceEnglish()).contains("printer-user", "printer-password", "ipps://");
        assertThat(wrong.code()).isEqualTo("printer.log-in-refused");
        assertThat(wrong.dutch()).contains("\"kantoor\"").doesNotContain("verkeerd-7d21");
        assertThat(printer.allJobs()).isEmpty();
        assertThat(trusting(PrinterLogins.none()).look(job(printer.address(), 1)))
                .isInstanceOfSatisfying(
                        JobSighting.CannotAsk.class,
                        cannot -> assertThat(cannot.reason().code()).isEqualTo("printer.log-in-needed"));
    }

    @Test
    void aNoToTheLogInInTheMiddleIsNoDoubt() {
        printer.next(Operation.sendDocument, new Trick.Say(401, new byte[0]));

        assertThat(reason(print(trusting(as("kantoor", PASSWORD)))).code()).isEqualTo("printer.log-in-refused");
        assertThat(log).containsExactly("created", "sending", "not printed");
    }

    @ParameterizedTest
    @CsvSource({
        "ipps://printer.kantoor.example/ipp/print, kantoor",
        "ipp://127.0.0.1/ipp/print, kantoor",
        "ipp://printer.kantoor.example/ipp/print, ",
        "ipp://10.0.0.9/ipp/print, "
    })
    void aPasswordGoesWhereNobodyReadsIt(String address, String user) {
        IppPrinter asked = new IppPrinter(
                URI.create(address),
                Optional.of(new PrinterLogin("kantoor", new Secret(PASSWORD))),
                new IppTransport(PATIENCE));

        assertThat(asked.user()).isEqualTo(Optional.ofNullable(user));
    }

    @Test
    void aPasswordIsNotShownByChance() {
        assertThat(new PrinterLogin("kantoor", new Secret(PASSWORD)).toString()).doesNotContain(PASSWORD);
    }
}
