package io.github.komaseconnect.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.PdfPolicy;
import io.github.komaseconnect.invoice.TestUbl;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerInvoice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is held, under which name, with which words, and when it is held no longer. */
class HoldingTest {
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

    static Stream<Arguments> unusable() {
        String noNumber = Documents.invoice("");
        return Stream.of(
                Arguments.of("no XML", "Beste klant, hierbij de factuur."),
                Arguments.of("cut off", Documents.invoice("1001").substring(0, 300)),
                Arguments.of("an order", "<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\"/>"),
                Arguments.of("no UBL", "<factuur><nummer>1</nummer></factuur>"),
                Arguments.of("no number", noNumber),
                Arguments.of("no supplier", TestUbl.invoice(TestUbl.NUMBER)),
                Arguments.of("a number that reads backwards", Documents.invoice("\u202Efdp.exe")),
                Arguments.of("a number without end", Documents.invoice("9".repeat(500))),
                Arguments.of("a DOCTYPE", "<!DOCTYPE x [<!ENTITY e \"e\">]>" + Documents.invoice("1001")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusable")
    void aFileThatIsNoUsableInvoiceIsHeldWithItsReasonInDutchFirst(String what, String content) throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", content);

        assertThat(invoice.state()).as(what).isEqualTo(InvoiceState.HELD);
        assertThat(room.files("held")).containsExactly("FACTUUR.reason.txt", "FACTUUR.xml");
        assertThat(room.text("held", "FACTUUR.xml")).isEqualTo(content);
        String reason = room.text("held", "FACTUUR.reason.txt");
        assertThat(reason).startsWith("NEDERLANDS\r\n").contains("Wat is er aan de hand: ", "Wat kunt u doen: ");
        assertThat(reason).contains("komas-econnect retry " + invoice.id(), "terug naar de exportmap");
        assertThat(reason.indexOf("ENGLISH")).isGreaterThan(reason.indexOf("Wat kunt u doen"));
        assertThat(room.files("outbox")).isEmpty();
        assertThat(room.alarmCauses()).hasSize(1);
        assertThat(room.eventKinds(invoice.id())).containsExactly("accepted", "held");
    }

    @Test
    void onePlaceOnly() throws IOException {
        room.send("FACTUUR.XML", "geen XML");
        room.pass(Duration.ofMinutes(3));
        room.accept(room.interrupted.stale());

        assertThat(room.invoices("acme")).hasSize(1);
        assertThat(room.eventKinds(room.newest().id()))
                .as("it is not offered again and again")
                .containsExactly("accepted", "held");
    }

    @Test
    void aFileThatIsTooLargeIsHeldUnread() throws IOException {
        LedgerInvoice invoice = room.send("GROOT.XML", Documents.invoice("1001", Documents.PAPER, "x".repeat(100_000)));

        assertThat(room.reasonCode(invoice.id())).isEqualTo("sales.too-large");
        assertThat(invoice.number()).isEmpty();
        assertThat(room.files("held")).containsExactly("GROOT.reason.txt", "GROOT.xml");
    }

    @Test
    void anInvoiceOfAnotherSupplierIsHeld() throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoiceOf("87654321", "1001"));

        assertThat(room.reasonCode(invoice.id())).isEqualTo("sales.other-supplier");
        assertThat(room.text("held", "FACTUUR_1001.reason.txt"))
                .contains("87654321", "12345678", "company.acme.coc-number");
    }

    @Test
    void anInvoiceOfAnotherSupplierStaysHeldAfterARestart() throws IOException {
        LedgerInvoice invoice = room.send("FACTUUR.XML", Documents.invoiceOf("87654321", "1001"));

        room.restart();
        room.pass(Duration.ofMinutes(2));
        room.lookUp(room.backlog.interrupted());

        assertThat(room.invoice(invoice.id()).state()).isEqualTo(InvoiceState.HELD);
        assertThat(room.deliverAll()).isEmpty();
    }

    @Test
    void theNumberIsInTheReasonAndInTheName() throws IOException {
        room.send("FACTUUR.XML", Documents.invoice("2026/1001", Documents.UNKNOWN, ""));

        assertThat(room.files("held")).containsExactly("FACTUUR_2026-1001.reason.txt", "FACTUUR_2026-1001.xml");
        assertThat(room.text("held", "FACTUUR_2026-1001.reason.txt"))
                .contains("factuur 2026/1001 aan Klant 99999", "invoice 2026/1001 to Klant 99999");
    }

    @Test
    void theNumberIsNotRepeatedWhenTheNameHasIt() throws IOException {
        room.send("FACTUUR-1001.XML", Documents.invoice("1001"));

        assertThat(room.files("outbox")).containsExactly("FACTUUR-1001.xml");
    }

    @Test
    void namesThatDifferInCapitalsOnlyAreKeptApart() throws IOException {
        room.send("FACTUUR.XML", "geen XML");
        room.send("factuur.XML", "ook geen XML");

        assertThat(room.files("held"))
                .containsExactly("FACTUUR.reason.txt", "FACTUUR.xml", "factuur-2.reason.txt", "factuur-2.xml");
    }

    @Test
    void aNumberUsedIsFreeForAnotherCompany() throws IOException {
        room.close();
        room = new PostRoom(root.resolve("two"))
                .company("acme", PdfPolicy.OPTIONAL)
                .company("beta", PdfPolicy.OPTIONAL)
                .start();
        room.export("FACTUUR.XML", Documents.invoice("1001"));
        Files.writeString(root.resolve("two/beta/export/FACTUUR.XML"), Documents.invoice("1001"));
        room.settle();

        assertThat(room.invoices("acme")).singleElement().matches(row -> row.state() == InvoiceState.ON_ITS_WAY);
        assertThat(room.invoices("beta")).singleElement().matches(row -> row.state() == InvoiceState.ON_ITS_WAY);
        assertThat(room.files("acme", "outbox")).containsExactly("FACTUUR_1001.xml");
        assertThat(room.files("beta", "outbox")).containsExactly("FACTUUR_1001.xml");
    }

    @Test
    void aCorrectedFileReplacesTheUnreadableOneItWas() throws IOException {
        LedgerInvoice broken = room.send("FACTUUR.XML", Documents.invoice(""));
        Path held = room.folder("held").resolve("FACTUUR.xml");
        Files.writeString(held, Documents.invoice("1001"));
        Files.move(held, room.folder("export").resolve("FACTUUR.xml"));
        room.settle();

        assertThat(room.newest().state()).isEqualTo(InvoiceState.ON_ITS_WAY);
        assertThat(room.invoice(broken.id()).state()).isEqualTo(InvoiceState.REPLACED);
        assertThat(room.files("held")).containsExactly("FACTUUR.reason.txt", "FACTUUR.xml");
        assertThat(room.text("held", "FACTUUR.reason.txt")).contains("Vervangen");
        assertThat(room.alarmCauses()).isEmpty();
    }

    @Test
    void anotherFileOfThatNameIsNoCorrectionWhileTheHeldOneLiesThere() throws IOException {
        LedgerInvoice broken = room.send("FACTUUR.XML", "geen XML");
        room.send("FACTUUR.XML", Documents.invoice("1001"));

        assertThat(room.invoice(broken.id()).state()).isEqualTo(InvoiceState.HELD);
    }

    @Test
    void theAlarmEndsWithTheLastInvoiceOfItsReason() throws IOException {
        room.send("A.XML", Documents.invoice("1001", "99998", ""));
        room.send("B.XML", Documents.invoice("1002", "99999", ""));
        assertThat(room.alarmCauses()).hasSize(1);

        room.relationFile("acme", "99999;Nieuw;print;;");
        room.send("B.XML", Documents.invoice("1002", "99999", ""));
        assertThat(room.alarmCauses()).as("one is still held").hasSize(1);

        room.relationFile("acme", "99998;Nieuw;print;;", "99999;Nieuw;print;;");
        room.send("A.XML", Documents.invoice("1001", "99998", ""));
        assertThat(room.alarmCauses()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../etc/passwd",
                "..\\..\\windows",
                "CON",
                "C:\\x",
                "a/b",
                "nummer?*|<>",
                "ÄÖ-éü-\u20ac-\u4e2d\u6587",
                "."
            })
    void tricksInAnInvoiceNumberEndInASafeName(String number) throws IOException {
        LedgerInvoice invoice =
                room.send("F.XML", Documents.invoice(number.replace("<", "&lt;").replace(">", "&gt;")));

        assertThat(invoice.number()).isEqualTo(number);
        assertThat(invoice.stem()).matches("F_?[A-Za-z0-9 _.,+()-]*").hasSizeLessThan(130);
        assertThat(room.files("outbox")).containsExactly(invoice.stem() + ".xml");
        room.deliverAll();
        assertThat(room.files("sent")).containsExactly("2026-11/" + invoice.stem() + ".xml");
        try (Stream<Path> all = Files.list(root)) {
            assertThat(all.map(path -> path.getFileName().toString())).containsOnly("acme", "data");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CON.XML",
                "nul.factuur.xml",
                "rechnung ä\u20ac\u4e2d\u6587.xml",
                "a~b-c~d.xml",
                "regel\neinde.xml",
                "..x.xml.xml",
                "C:\\export\\..\\f.xml",
                "met spatie .xml"
            })
    void tricksInAFileNameEndInASafeNameAlsoAfterACrash(String name) throws IOException {
        room.export(name, Documents.invoice("1001"));
        if (name.startsWith(".")) {
            room.settle();
            assertThat(room.files("export")).as("hidden").hasSize(1);
            return;
        }
        room.claim(name);

        room.restart();

        LedgerInvoice invoice = room.newest();
        assertThat(invoice.originalName())
                .isEqualTo(name.replace(".XML", ".xml").replace('\n', ' '));
        assertThat(invoice.stem()).matches("[A-Za-z0-9_][A-Za-z0-9 _.,+()-]*").isNotEqualToIgnoringCase("con");
        assertThat(room.files("outbox")).containsExactly(invoice.stem() + ".xml");
        assertThat(room.files("export")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u4e2d", "\uD83D\uDE00"})
    void veryLongNamesAndNumbersAreCut(String character) throws IOException {
        int fits = 240 / character.getBytes(StandardCharsets.UTF_8).length;
        room.export(character.repeat(fits) + ".pdf", "%PDF-1.7");
        room.export(character.repeat(fits) + ".xml", Documents.invoice("9".repeat(100)));
        room.claim(character.repeat(fits) + ".xml");

        room.restart();

        LedgerInvoice invoice = room.newest();
        assertThat(invoice.number()).hasSize(100);
        assertThat(invoice.hasPdf()).isTrue();
        assertThat(room.files("outbox")).containsExactly(invoice.stem() + ".pdf", invoice.stem() + ".xml");
        assertThat(invoice.stem()).hasSizeLessThan(130);
    }
}
