package io.github.komaseconnect.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Pause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are taken from the export folder, and when. */
class PickUpTest {
    @TempDir
    Path root;

    private PostRoom room;

    @BeforeEach
    void open() throws IOException {
        room = PostRoom.open(root);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private void oldDate(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    }

    @Test
    void aFileWithAnOldDateThatStillGrowsIsNotTaken() throws IOException {
        String whole = Documents.invoice("1001");
        for (int length = 100; length < whole.length(); length += 150) {
            oldDate(room.export("FACTUUR.XML", whole.substring(0, length)));
            room.pass(Duration.ofSeconds(1));
            assertThat(room.files("outbox")).isEmpty();
        }
        oldDate(room.export("FACTUUR.XML", whole));

        room.settle();

        assertThat(room.invoices("acme")).singleElement().satisfies(invoice -> {
            assertThat(invoice.number()).isEqualTo("1001");
            assertThat(invoice.state()).isEqualTo(InvoiceState.ON_ITS_WAY);
        });
    }

    @Test
    void aFileWhoseTimeChangesIsNotTakenThoughItsSizeStays() throws IOException {
        Path file = room.export("FACTUUR.XML", Documents.invoice("1001"));
        for (int second = 0; second < 15; second++) {
            Files.setLastModifiedTime(
                    file, FileTime.from(Instant.parse("2026-11-22T08:00:00Z").plusSeconds(second)));
            room.pass(Duration.ofSeconds(1));
        }

        assertThat(room.files("export")).containsExactly("FACTUUR.XML");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FACTUUR.XML", "factuur.xml", "Factuur.Xml"})
    void capitalsMakeNoDifference(String name) throws IOException {
        LedgerInvoice invoice = room.send(name, Documents.invoice("1001"));

        assertThat(invoice.originalName()).isEqualTo(name);
        assertThat(room.files("export")).isEmpty();
        assertThat(room.files("outbox")).singleElement().asString().isEqualToIgnoringCase("factuur_1001.xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a.xml.tmp", "a.tmp", "a.xml.part", "~a.xml", "~$a.xml", ".a.xml", "a.xml~", "a.txt", "xml"})
    void temporaryAndHiddenFilesAndOtherKindsAreLeftAlone(String name) throws IOException {
        room.export(name, Documents.invoice("1001"));

        room.settle();
        room.settle();

        assertThat(room.files("export")).containsExactly(name);
        assertThat(room.invoices("acme")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"leeg.xml", "leeg.pdf"})
    void aFileOfZeroBytesIsLeftAloneUntilItHasContent(String name) throws IOException {
        room.export(name, "");
        room.settle();
        room.settle();

        assertThat(room.files("export")).containsExactly(name);
        assertThat(room.alarmCauses()).isEmpty();
    }

    @Test
    void filesThatStayEmptyAreHeldEachByItsName() throws IOException {
        List<String> names = List.of("leeg-1.xml", "leeg-2.XML", "los.pdf");
        for (String name : names) {
            room.export(name, "");
        }
        room.pass(Duration.ofMinutes(6));

        assertThat(room.files("export")).isEmpty();
        assertThat(room.invoices("acme"))
                .allMatch(invoice -> invoice.state() == InvoiceState.HELD)
                .extracting(LedgerInvoice::originalName)
                .containsExactlyInAnyOrderElementsOf(names);
        assertThat(room.text("held", "leeg-1.reason.txt")).contains("leeg-1.xml is leeg", "leeg-1.xml is empty");
        assertThat(room.text("held", "leeg-2.reason.txt")).contains("leeg-2.XML is leeg");
        assertThat(room.text("held", "los.reason.txt")).contains("los.pdf kwam zonder XML");
    }

    @Test
    void aFileThatIsWrittenAgainWhenItsTurnComesIsLeftForTheNextLook() throws IOException {
        room.export("A.XML", Documents.invoice("1001"));
        Path file = room.export("B.XML", Documents.invoice("1002"));
        room.pass(PostRoom.PDF_WAIT.minusSeconds(1));
        room.clock.advance(Duration.ofSeconds(4));
        assertThat(room.accepted("acme")).contains(file);
        room.export("B.XML", "<Invoice"); // Komas begins anew while A is being registered

        assertThat(room.claims.take("acme", file.toFile())).isEmpty();
        room.export("B.XML", Documents.invoice("1003"));
        room.settle();

        assertThat(room.invoices("acme")).extracting(LedgerInvoice::number).containsExactlyInAnyOrder("1001", "1003");
    }

    @Test
    void aPdfThatAppearsWhenItsTurnComesIsWaitedFor() throws IOException {
        Path file = room.export("A.XML", Documents.invoice("1001"));
        room.pass(PostRoom.PDF_WAIT.minusSeconds(1));
        room.clock.advance(Duration.ofSeconds(4));
        assertThat(room.accepted("acme")).containsExactly(file);
        room.export("A.PDF", "%PDF-");

        assertThat(room.claims.take("acme", file.toFile())).isEmpty();
        room.export("A.PDF", "%PDF-1.7 heel");
        room.settle();

        assertThat(room.files("outbox")).containsExactly("A_1001.pdf", "A_1001.xml");
        assertThat(room.text("outbox", "A_1001.pdf")).isEqualTo("%PDF-1.7 heel");
    }

    @Test
    void aFileTakenByAPersonMeanwhileIsNoError() throws IOException {
        Path file = room.export("A.XML", Documents.invoice("1001"));
        room.pass(PostRoom.PDF_WAIT.minusSeconds(1));
        Files.delete(file);

        assertThat(room.claims.take("acme", file.toFile())).isEmpty();
        assertThat(room.alarmCauses()).isEmpty();
    }

    @Test
    void aClockThatIsPutBackStopsNothing() throws IOException {
        room.export("A.XML", Documents.invoice("1001"));
        room.look();
        room.clock.advance(Duration.ofHours(-5));

        room.settle();

        assertThat(room.invoices("acme")).hasSize(1);
    }

    @Test
    void twoDifferentInvoicesUnderOneNameOneAfterTheOther() throws IOException {
        room.send("FACTUUR.XML", Documents.invoice("1001"));
        room.send("FACTUUR.XML", Documents.invoice("1002"));

        assertThat(room.files("outbox")).containsExactly("FACTUUR_1001.xml", "FACTUUR_1002.xml");
        assertThat(room.invoices("acme")).allMatch(invoice -> invoice.state() == InvoiceState.ON_ITS_WAY);
    }

    @Test
    void aFileOfThatNameWrittenWhileThePreviousIsRegisteredIsAnInvoiceOfItsOwn() throws IOException {
        Path file = room.export("FACTUUR.XML", Documents.invoice("1001"));
        room.pass(PostRoom.PDF_WAIT);
        Claim first = room.claims.take("acme", file.toFile()).get(0);
        Arrival read = room.reader.read(first);
        room.export("FACTUUR.XML", Documents.invoice("1002"));

        room.register.register(read);
        room.settle();

        assertThat(room.invoices("acme")).extracting(LedgerInvoice::number).containsExactly("1001", "1002");
        assertThat(room.files("export")).isEmpty();
    }

    @Test
    void anUnchangedSecondFileOfThatNameIsNotTakenForTheFirst() throws IOException {
        Path file = room.export("FACTUUR.XML", Documents.invoice("1001"));
        FileTime time = Files.getLastModifiedTime(file);
        room.settle();
        Files.setLastModifiedTime(room.export("FACTUUR.XML", Documents.invoice("1002")), time);

        room.look();

        assertThat(room.files("export")).as("it has not settled yet").containsExactly("FACTUUR.XML");
    }

    @Test
    void aCompanyThatIsPausedTakesNothing() throws IOException {
        room.ledger.record(books -> books.pauses()
                .set(new Pause("acme", Channel.ALL, "paused", "", "", "els", room.clock.instant(), Optional.empty())));
        room.export("A.XML", Documents.invoice("1001"));
        room.settle();
        assertThat(room.files("export")).hasSize(1);

        room.ledger.record(books -> books.pauses().end("acme", Channel.ALL));
        room.settle();

        assertThat(room.files("export")).isEmpty();
    }
}
