package io.github.komaseconnect.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.econnect.ResponseStatus;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.ledger.ResponseState;
import io.github.komaseconnect.purchase.FakeEConnect;
import io.github.komaseconnect.purchase.FakeEConnect.Call;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RespondFolderTest {
    private static final String ACCEPTED = "{\"status\":\"AP\"}";
    private static final String NAME = "20261122_G-1.response.json";

    @TempDir
    Path folder;

    private AnsweringBench bench;
    private LedgerInvoice invoice;

    @BeforeEach
    void open() throws Exception {
        bench = new AnsweringBench(folder);
        invoice = bench.received("XCNIN1", "G-1");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void put(String name, String content) throws Exception {
        Files.writeString(bench.folder.resolve(name), content);
    }

    private String reason(String name) throws Exception {
        return Files.readString(bench.folder.resolve("held").resolve(name));
    }

    @Test
    void aFileNamedForTheInvoiceInTheImportFolderIsSentAndGoesToDone() throws Exception {
        put(NAME, ACCEPTED);
        bench.look();

        assertThat(bench.eConnect.responses).containsExactly("XCNIN1 AB", "XCNIN1 AP");
        assertThat(bench.last(invoice).who()).isEqualTo("respond/" + NAME);
        assertThat(bench.folder.resolve("done").resolve(NAME)).hasContent(ACCEPTED);
        assertThat(bench.folder.resolve(NAME)).doesNotExist();
    }

    @Test
    void theNameMayHaveItsExtensionAndOtherCapitals() throws Exception {
        put("20261122_g-1.XML.Response.JSON", ACCEPTED);
        bench.look();

        assertThat(bench.last(invoice).state()).isEqualTo(ResponseState.SENT);
    }

    @Test
    void theIdInTheFileGoesBeforeItsName() throws Exception {
        put("zomaar.response.json", "{\"invoice\":" + invoice.id() + ",\"status\":\"PD\"}");
        bench.look();

        assertThat(bench.last(invoice).response().status()).isEqualTo(ResponseStatus.PD);
    }

    @Test
    void whatIsStillBeingWrittenIsLeft() throws Exception {
        put(NAME, "{\"stat");
        bench.looks.look(bench.companies.get("acme"));
        bench.clock.advance(Duration.ofSeconds(3));
        put(NAME, ACCEPTED);
        bench.looks.look(bench.companies.get("acme"));
        assertThat(bench.folder.resolve(NAME)).exists();

        bench.clock.advance(Duration.ofSeconds(3));
        bench.look();
        assertThat(bench.last(invoice).state()).isEqualTo(ResponseState.SENT);
    }

    @Test
    void othersFilesStay() throws Exception {
        put("notities.txt", "x");
        put(".verborgen.response.json", ACCEPTED);
        put("~tijdelijk.response.json", ACCEPTED);
        put("leeg.response.json", "");
        bench.look();

        for (String name : new String[] {
            "notities.txt", ".verborgen.response.json", "~tijdelijk.response.json", "leeg.response.json"
        }) {
            assertThat(bench.folder.resolve(name)).exists();
        }
        assertThat(bench.alarms()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsHeldWithItsReasonAndAnAlarmUntilItIsSeenTo() throws Exception {
        put(NAME, "{\"status\":\"AP\",\"raeson\":{}}");
        bench.look();

        assertThat(bench.folder.resolve("held").resolve(NAME)).exists();
        assertThat(reason("20261122_G-1.response.reason.txt"))
                .contains("NEDERLANDS", "\"raeson\"", "ENGLISH", "respond.field-unknown");
        assertThat(bench.alarms()).containsExactly("respond-file/acme");

        Files.move(bench.folder.resolve("held").resolve(NAME), bench.folder.resolve("weg.txt"));
        put(NAME, ACCEPTED);
        bench.look();

        assertThat(bench.alarms()).isEmpty();
        assertThat(bench.folder.resolve("held/20261122_G-1.response.reason.txt"))
                .doesNotExist();
        assertThat(bench.last(invoice).state()).isEqualTo(ResponseState.SENT);
    }

    @Test
    void anUnknownInvoiceIsHeldAndASecondOneOfThatNameBesideIt() throws Exception {
        put("onbekend.response.json", ACCEPTED);
        bench.look();
        put("onbekend.response.json", ACCEPTED);
        bench.look();

        assertThat(reason("onbekend.response.reason.txt")).contains("respond.invoice-unknown");
        assertThat(bench.folder.resolve("held/onbekend~2.response.json")).exists();
        assertThat(bench.folder.resolve("held/onbekend~2.response.reason.txt")).exists();
    }

    @Test
    void aNumberThatSeveralSuppliersUseIsHeldNamingThem() throws Exception {
        LedgerInvoice other = bench.purchase("XCNIN2", "G-1", InvoiceState.RECEIVED, "20261123_anders");
        put("G-1.response.json", ACCEPTED);
        bench.look();

        assertThat(reason("G-1.response.reason.txt"))
                .contains("respond.invoice-ambiguous", Long.toString(invoice.id()), Long.toString(other.id()));
    }

    @Test
    void whatEConnectRefusesIsHeldToo() throws Exception {
        bench.eConnect.answer(Call.RESPOND, "", FakeEConnect.refused(), 1);
        put(NAME, ACCEPTED);
        bench.look();

        assertThat(bench.folder.resolve("held").resolve(NAME)).exists();
        assertThat(reason("20261122_G-1.response.reason.txt")).contains("geweigerd", "--withdraw");

        // put back as it is: told once more
        Files.move(bench.folder.resolve("held").resolve(NAME), bench.folder.resolve(NAME));
        bench.look();
        assertThat(bench.last(invoice).state()).isEqualTo(ResponseState.SENT);
        assertThat(bench.alarms()).isEmpty();
    }

    @Test
    void theSameAnswerOnceMoreIsDoneWithoutBeingSent() throws Exception {
        put(NAME, ACCEPTED);
        bench.look();
        put(NAME, ACCEPTED);
        bench.look();

        assertThat(bench.eConnect.responses).containsExactly("XCNIN1 AB", "XCNIN1 AP");
        assertThat(bench.folder.resolve("done/20261122_G-1~2.response.json")).exists();
        assertThat(bench.alarms()).isEmpty();
    }

    @Test
    void whileItIsTriedAgainTheFileIsInTheOutbox() throws Exception {
        bench.eConnect.answer(Call.RESPOND, "", FakeEConnect.temporary(), 1);
        put(NAME, ACCEPTED);
        bench.look();
        assertThat(bench.folder.resolve("outbox").resolve(NAME)).exists();

        bench.later(Duration.ofMinutes(1));
        bench.look();
        assertThat(bench.folder.resolve("done").resolve(NAME)).exists();
    }

    @Test
    void aCompanyAtRestKeepsItsFiles() throws Exception {
        bench.ledger.record(books -> books.pauses()
                .set(new Pause(
                        "acme", Channel.ALL, "pause", "rust", "rest", "els", bench.clock.instant(), Optional.empty())));
        put(NAME, ACCEPTED);
        bench.look();

        assertThat(bench.folder.resolve(NAME)).exists();
        assertThat(bench.responses(invoice)).isEmpty();
    }

    @Test
    void aFileThatIsTooLargeIsHeld() throws Exception {
        put(NAME, "{\"status\":\"AP\",\"note\":\"" + "x".repeat(70_000) + "\"}");
        bench.look();

        assertThat(reason("20261122_G-1.response.reason.txt")).contains("respond.too-large");
    }
}
