package io.github.komaseconnect.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.ledger.InvoiceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were taken and not registered. */
class InterruptedClaimsTest {
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

    private void assertOnItsWayOnce(String... outbox) throws IOException {
        assertThat(room.invoices("acme")).singleElement().matches(row -> row.state() == InvoiceState.ON_ITS_WAY);
        assertThat(room.files("outbox")).containsExactly(outbox);
        assertThat(room.files("export")).isEmpty();
        assertThat(room.files("held")).isEmpty();
        assertThat(room.deliverAll()).hasSize(1);
    }

    @Test
    void betweenThePdfAndTheXmlOfAClaimTheyAreStillOne() throws IOException {
        Path pdf = room.export("FACTUUR.PDF", "%PDF-1.7");
        Path xml = room.export("FACTUUR.XML", Documents.invoice("1001"));
        takePdfOnly(pdf, xml);

        room.restart();

        assertThat(room.newest().originalName()).isEqualTo("FACTUUR.XML");
        assertOnItsWayOnce("FACTUUR_1001.pdf", "FACTUUR_1001.xml");
    }

    @Test
    void aPdfThatWasTakenNeverGoesWithANewXmlOfThatName() throws IOException {
        Path pdf = room.export("FACTUUR.PDF", "%PDF-1.7");
        Path xml = room.export("FACTUUR.XML", Documents.invoice("1001"));
        takePdfOnly(pdf, xml);
        room.crash();
        room.export("FACTUUR.XML", Documents.invoice("1002", Documents.PAPER, "Nieuw"));

        room.start();
        room.settle();

        assertThat(room.newest().number()).isEqualTo("1002");
        assertThat(room.newest().hasPdf()).isFalse();
        assertThat(room.reasonCode(room.invoices("acme").get(0).id())).isEqualTo("sales.pdf-alone");
        assertThat(room.files("held")).containsExactly("FACTUUR.pdf", "FACTUUR.reason.txt");
    }

    @Test
    void anOutboxThatIsGoneAtTheStartDoesNotPartThem() throws IOException {
        Path pdf = room.export("FACTUUR.PDF", "%PDF-1.7");
        Path xml = room.export("FACTUUR.XML", Documents.invoice("1001"));
        takePdfOnly(pdf, xml);
        room.crash();
        Path away = room.folder("elders");
        Files.move(room.folder("outbox"), away);
        room.start();
        room.settle();
        Files.move(away, room.folder("outbox"));
        room.settle();
        assertThat(room.files("export")).as("nothing is taken before the look").containsExactly("FACTUUR.XML");

        room.accept(room.interrupted.stale());

        assertOnItsWayOnce("FACTUUR_1001.pdf", "FACTUUR_1001.xml");
    }

    private void takePdfOnly(Path pdf, Path xml) throws IOException {
        room.pass(Duration.ofSeconds(2));
        String stem = new ClaimName(room.clock.millis(), ClaimName.markOf(xml), "FACTUUR").stem();
        room.claims.take(room.companies.get("acme"), pdf, stem + ".pdf");
    }

    @Test
    void aClaimWhoseStepFailedIsTakenUpAgainAfterAWhile() throws IOException {
        room.export("FACTUUR.XML", Documents.invoice("1001"));
        room.claim("FACTUUR.XML");
        assertThat(room.interrupted.stale()).isEmpty();
        room.clock.advance(Duration.ofSeconds(61));

        room.accept(room.interrupted.stale());

        assertOnItsWayOnce("FACTUUR_1001.xml");
    }

    @Test
    void twoStepsThatFoundTheSameClaimRegisterItOnce() throws IOException {
        room.export("FACTUUR.XML", Documents.invoice("1001"));
        Claim claim = room.claim("FACTUUR.XML");
        Arrival one = room.reader.read(claim);
        Arrival other = room.reader.read(claim);

        Registration first = room.register.register(one);
        Registration second = room.register.register(other);
        room.accept(List.of(claim));
        room.lookUp(List.of(first));

        assertThat(second.isToLookUp()).isFalse();
        assertThat(room.alarmCauses()).isEmpty();
        assertOnItsWayOnce("FACTUUR_1001.xml");
    }

    @Test
    void aDoubleThatWasHalfPutAsideIsFinished() throws IOException {
        room.send("FACTUUR.XML", Documents.invoice("1001"));
        room.deliverAll();
        room.export("FACTUUR.PDF", "%PDF-1.7");
        room.export("FACTUUR.XML", Documents.invoice("1001"));
        Claim claim = room.claim("FACTUUR.XML");
        Files.move(claim.pdf().orElseThrow(), room.folder("sent").resolve("2026-11/FACTUUR_1001-dubbel.pdf"));

        room.restart();

        assertThat(room.files("sent"))
                .containsExactly(
                        "2026-11/FACTUUR_1001-dubbel.note.txt",
                        "2026-11/FACTUUR_1001-dubbel.pdf",
                        "2026-11/FACTUUR_1001-dubbel.xml",
                        "2026-11/FACTUUR_1001.xml");
    }

    @Test
    void filesInTheOutboxThatAreNotOursStopNothing() throws IOException {
        Files.writeString(room.folder("outbox").resolve(".claim~zomaar.xml"), "x");
        Files.writeString(room.folder("outbox").resolve(".claim~abc-x~f.xml.anders-1"), "x");
        Files.writeString(room.folder("outbox").resolve(".claim~-~.xml"), "x");

        room.restart();

        assertThat(room.invoices("acme")).isEmpty();
        assertThat(room.files("outbox")).hasSize(3);
    }

    @Test
    void theLookUpIsNotDoneTwice() throws IOException {
        room.export("FACTUUR.XML", Documents.invoice("1001"));
        Claim claim = room.claim("FACTUUR.XML");
        Registration registration = room.register.register(room.reader.read(claim));
        LookedUp decided = room.relations.lookUp(registration);
        room.relationFile("acme", "1;Een ander;print;;");
        room.clock.advance(Duration.ofSeconds(3));
        room.relations.lookUp(registration);
        room.clock.advance(Duration.ofSeconds(3));
        LookedUp undecided = room.relations.lookUp(registration);
        assertThat(undecided.isDecided()).isFalse();

        room.plan.plan(decided);
        room.plan.hold(undecided);
        room.plan.plan(decided);

        assertOnItsWayOnce("FACTUUR_1001.xml");
    }
}
