package io.github.komaseconnect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.komaseconnect.cli.CommandDesk.Said;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Remarks.Step;
import io.github.komaseconnect.reason.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What purchase invoices lack, in {@code status} and {@code show}. */
class RemarksShownTest {
    private static final Reason COC = new Reason(
            "arrival.no-coc", "Het KvK-nummer ontbreekt.", "The CoC number is missing.", "Kies zelf.", "Choose it.");
    private static final Reason PDF = Reason.of("arrival.no-pdf", "Er is geen PDF.", "There is no PDF.");

    @TempDir
    Path folder;

    private CommandDesk desk;
    private Ledger ledger;
    private long invoice;

    @BeforeEach
    void open() {
        desk = new CommandDesk(folder).configure(CommandDesk.ACME, CommandDesk.BETA);
        ledger = desk.ledger();
        SampleBooks books = new SampleBooks(ledger);
        invoice = books.purchase("acme", "INK-7", "Groothandel", InvoiceState.RECEIVED);
        long other = books.purchase("beta", "INK-8", "Bouwmarkt", InvoiceState.RECEIVED);
        books.purchase("beta", "INK-9", "Zonder gebrek", InvoiceState.RECEIVED);
        books.sales("acme", "2026-0001", "Bakkerij", InvoiceState.SENT);
        ledger.record(open -> {
            open.remarks().found(invoice, Map.of(Step.CHECKED, List.of(COC, PDF)));
            open.remarks().found(other, Map.of(Step.CHECKED, List.of(PDF)));
        });
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void statusHasOneLineForAll() {
        String out = desk.at("status").out();

        assertThat(out)
                .contains("2 inkoopfacturen met opmerkingen sinds")
                .contains(": acme 1, beta 1.")
                .contains("2 purchase invoices with remarks since")
                .contains("status --state met-opmerkingen")
                .contains("2 opmerkingen")
                .doesNotContain("Het KvK-nummer ontbreekt");
        assertThat(desk.at("status", "beta").out()).contains("1 inkoopfactuur met opmerkingen");
        assertThat(desk.at("status", "--since", "2099-01-01").out()).doesNotContain("met opmerkingen sinds");
    }

    @Test
    void nobodyIsCalledForThem() {
        Said said = desk.at("status", "--check");

        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).contains("In orde");
    }

    @Test
    void theyAreListedByTheUsualFilters() {
        for (String word : List.of("met-opmerkingen", "with remarks", "Met Opmerkingen")) {
            assertThat(desk.at("status", "--state", word).out())
                    .contains("INK-7")
                    .contains("INK-8")
                    .doesNotContain("INK-9")
                    .doesNotContain("2026-0001");
        }
        assertThat(desk.at("status", "acme", "--state", "met-opmerkingen").out())
                .contains("INK-7")
                .doesNotContain("INK-8");
    }

    @Test
    void showTellsEachWithWhatToDo() throws Exception {
        Path attachments = Files.createDirectories(desk.home.resolve("companies/acme/import/20261122_INK-7.bijlagen"));

        assertThat(desk.at("show", Long.toString(invoice)).out())
                .contains("Opmerkingen (remarks): 2")
                .containsSubsequence(
                        "[arrival.no-coc]",
                        "Het KvK-nummer ontbreekt. Kies zelf.",
                        "The CoC number is missing. Choose it.",
                        "[arrival.no-pdf]")
                .contains(attachments.toString());
    }

    @Test
    void jsonHasThemWhole() throws Exception {
        JsonNode status = JsonMapper.builder()
                .build()
                .readTree(desk.at("status", "acme", "--json").out());

        assertThat(status.at("/remarked/invoices").asInt()).isOne();
        assertThat(status.at("/remarked/companies/0/company").asText()).isEqualTo("acme");
        JsonNode purchase = status.at("/invoices/0").has("remarks")
                        && status.at("/invoices/0/number").asText().equals("INK-7")
                ? status.at("/invoices/0")
                : status.at("/invoices/1");
        assertThat(purchase.at("/remarks/0/code").asText()).isEqualTo("arrival.no-coc");
        assertThat(purchase.at("/remarks/0/adviceEnglish").asText()).isEqualTo("Choose it.");
        assertThat(purchase.at("/remarks")).hasSize(2);
        assertThat(status.at("/needsPerson").asBoolean()).isFalse();
    }
}
