package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.cli.KomasEconnect;
import io.github.komaseconnect.cli.Surroundings;
import io.github.komaseconnect.cli.Terminal;
import io.github.komaseconnect.configuration.RunLock;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.ledger.WorkOrder.Kind;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The official rules as users have them by default: Peppol holds, e-mail and print only tell. */
class RulesEndToEndTest {
    private static final String RIGHT = "<cbc:CityName>Voorbeeldstad</cbc:CityName>";

    @TempDir
    Path folder;

    private Workshop workshop;

    @BeforeEach
    void open() throws Exception {
        workshop = new Workshop(folder).with("company.acme.validation=");
    }

    @AfterEach
    void close() throws Exception {
        workshop.close();
    }

    private static String withoutCity(String sample) throws Exception {
        String text = Workshop.sample(sample);
        assertThat(text).contains(RIGHT);
        return text.replace(RIGHT, "");
    }

    private WorkOrder order(long invoiceId, String argument) {
        long id = workshop.ledger()
                .inTransaction(books -> books.orders().place(Kind.RETRY, "acme", invoiceId, argument, "els@kantoor"));
        await().atMost(Workshop.PATIENCE).until(() -> find(id).finishedAt().isPresent());
        return find(id);
    }

    /** By the command line, beside the runtime, as a person does. */
    private String retrySkippingValidation(long invoiceId) throws Exception {
        StringWriter out = new StringWriter();
        Surroundings surroundings = new Surroundings(
                new Terminal(out, out, StandardCharsets.UTF_8, question -> Optional.empty()),
                name -> Optional.empty(),
                folder,
                folder.resolve("program"),
                "anna@kantoor",
                Clock.systemUTC(),
                Workshop.PATIENCE);
        int exitCode;
        // as the process of the runtime would: the command then waits for the answer
        try (RunLock running = RunLock.tryAcquire(workshop.home.resolve("data")).orElseThrow()) {
            assertThat(running).isNotNull();
            exitCode = new KomasEconnect(surroundings)
                    .commandLine()
                    .execute(
                            "--home", workshop.home.toString(), "retry", Long.toString(invoiceId), "--skip-validation");
        }
        assertThat(exitCode).as(out.toString()).isZero();
        return out.toString();
    }

    private WorkOrder find(long id) {
        return workshop.ledger().inTransaction(books -> books.orders().find(id)).orElseThrow();
    }

    private String reason() throws Exception {
        String name = workshop.files("held").stream()
                .filter(file -> file.endsWith(".reason.txt"))
                .findFirst()
                .orElseThrow();
        return Files.readString(workshop.acme("held").resolve(name));
    }

    private List<LedgerEvent> events(LedgerInvoice invoice) {
        return workshop.ledger().reading(books -> books.events().of(invoice.id()));
    }

    @Test
    void byPeppolAnInvoiceThatBreaksARuleIsHeldUntilItIsRightOrAPersonWantsIt() throws Exception {
        workshop.start();
        workshop.export("GOED.XML", Workshop.sample("verkoop-overheid.xml"));
        workshop.export("FOUT.XML", withoutCity("verkoop-peppol.xml"));

        workshop.awaitState("F2026-0102", InvoiceState.SENT);
        LedgerInvoice held = workshop.awaitState("F2026-0101", InvoiceState.HELD);
        assertThat(held.reason().orElseThrow().code()).isEqualTo("validation.failed");
        String text = reason();
        assertThat(text)
                .contains(
                        "\r\n  (1) Uw bedrijf, adres: In het adres van uw bedrijf ontbreekt de straat, de postcode of de"
                                + " plaats. Doen: Vul het adres aan bij 4113 Bedrijfsgegevens. [Regel BR-NL-3]")
                .contains("\r\n  (1) Your company, address: ")
                .contains("komas-econnect retry " + held.id() + " --skip-validation.")
                .doesNotContain("retry ID");
        assertThat(workshop.simulator.journal().accepted()).hasSize(1);

        // tried again as it is, it is held again
        order(held.id(), "");
        await().atMost(Workshop.PATIENCE)
                .until(() -> events(held).stream()
                                .filter(event -> event.kind().equals("held"))
                                .count()
                        == 2);
        workshop.awaitState("F2026-0101", InvoiceState.HELD);

        String said = retrySkippingValidation(held.id());
        assertThat(said).contains(Long.toString(held.id())).doesNotContain("geen run");
        LedgerInvoice sent = workshop.awaitState("F2026-0101", InvoiceState.SENT);
        assertThat(workshop.simulator.journal().accepted()).hasSize(2);
        assertThat(events(sent))
                .anySatisfy(event -> {
                    assertThat(event.kind()).isEqualTo("skip-validation");
                    assertThat(event.who()).isEqualTo("anna@kantoor");
                })
                .anySatisfy(event ->
                        assertThat(event.dutch()).contains("op verzoek van anna@kantoor toch verzonden", "BR-NL-3"));
    }

    @Test
    void theCorrectedInvoiceTakesThePlaceOfTheHeldOne() throws Exception {
        workshop.start();
        workshop.export("FACTUUR.XML", withoutCity("verkoop-peppol.xml"));
        workshop.awaitState("F2026-0101", InvoiceState.HELD);

        workshop.export("FACTUUR.XML", Workshop.sample("verkoop-peppol.xml"));

        workshop.awaitState("F2026-0101", InvoiceState.SENT);
        assertThat(workshop.simulator.journal().accepted()).hasSize(1);
        List<Alarm> alarms = workshop.ledger().reading(books -> books.alarms().open());
        assertThat(alarms).isEmpty();
    }

    @Test
    void byMailAndPrintItIsToldAndSent() throws Exception {
        workshop.start();
        workshop.export("MAIL.XML", withoutCity("verkoop-email.xml"));
        workshop.export("PRINT.XML", withoutCity("verkoop-print-credit.xml"));

        for (String number : List.of("F2026-0103", "C2026-0007")) {
            LedgerInvoice sent = workshop.awaitState(number, InvoiceState.SENT);
            assertThat(events(sent)).anySatisfy(event -> {
                assertThat(event.kind()).isEqualTo("validation");
                assertThat(event.dutch()).contains("maar wordt wel verzonden", "BR-NL-3");
            });
        }
    }
}
