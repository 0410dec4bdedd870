package io.github.komaseconnect.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.invoice.TextFault.Kind;
import io.github.komaseconnect.reason.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is mended, byte for byte, what is left as it is, and what a person is asked about. */
class UblTextTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String NAMED = "<?xml version=\"1.0\" encoding=\"%s\"?>\r\n";
    private static final String TEXT = "Café ’t Hoekje – 10 € voor “één” œuvre";

    @TempDir
    Path folder;

    private static String body(String text) {
        return TestUbl.invoice(TestUbl.NUMBER + "<cbc:Note>" + text + "</cbc:Note>" + TestUbl.SUPPLIER);
    }

    private UblText.Read read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("F.XML"), bytes);
        UblText.Read read = new UblText(new UblReader(new SafeXml())).read(file, "F.XML");
        assertThat(file).hasBinaryContent(bytes);
        return read;
    }

    /** The text of the mended document; it is the same each time. */
    private String mended(byte[] bytes, Kind... kinds) throws IOException {
        UblText.Read read = read(bytes);
        assertThat(read.reading()).isInstanceOf(UblReading.Usable.class);
        TextRepair repair = read.repair().orElseThrow();
        assertThat(repair.faults()).extracting(TextFault::kind).containsExactly(kinds);
        ByteArrayOutputStream once = new ByteArrayOutputStream();
        repair.writeTo(folder.resolve("F.XML"), once);
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        repair.writeTo(folder.resolve("F.XML"), again);
        assertThat(once.toByteArray()).isEqualTo(again.toByteArray());
        Path written = Files.write(folder.resolve("mended.xml"), once.toByteArray());
        UblText.Read check = new UblText(new UblReader(new SafeXml())).read(written, "mended.xml");
        assertThat(check.reading()).isEqualTo(read.reading());
        assertThat(check.repair()).isEmpty();
        return once.toString(StandardCharsets.UTF_8);
    }

    private String held(byte[] bytes) throws IOException {
        UblText.Read read = read(bytes);
        assertThat(read.repair()).isEmpty();
        assertThat(read.reading()).isInstanceOf(UblReading.NotUsable.class);
        return ((UblReading.NotUsable) read.reading()).reason().code();
    }

    private static Stream<Arguments> wrongEncodings() {
        return Stream.of(
                Arguments.of("UTF-8", WINDOWS, "", new Kind[] {Kind.WINDOWS}),
                Arguments.of("ISO-8859-1", WINDOWS, "", new Kind[] {Kind.WINDOWS}),
                Arguments.of("US-ASCII", WINDOWS, "", new Kind[] {Kind.WINDOWS}),
                Arguments.of("UTF-16", WINDOWS, "", new Kind[] {Kind.WINDOWS}),
                Arguments.of("UTF-16", StandardCharsets.UTF_8, "", new Kind[] {Kind.DECLARED}),
                Arguments.of("US-ASCII", StandardCharsets.UTF_8, "", new Kind[] {Kind.DECLARED}),
                Arguments.of("ISO-8859-1", StandardCharsets.UTF_8, "", new Kind[] {Kind.DECLARED}),
                Arguments.of("windows-1252", StandardCharsets.UTF_8, "", new Kind[] {Kind.DECLARED}),
                Arguments.of("windows-1250", StandardCharsets.UTF_8, "", new Kind[] {Kind.DECLARED}),
                Arguments.of("IBM850", StandardCharsets.UTF_8, "", new Kind[] {Kind.DECLARED}),
                Arguments.of("ISO-8859-2", StandardCharsets.UTF_8, "", new Kind[] {Kind.DECLARED}),
                Arguments.of("ANSI_X3.4", StandardCharsets.UTF_8, "", new Kind[] {Kind.DECLARED}),
                Arguments.of("UTF-8", StandardCharsets.UTF_8, "\uFEFF", new Kind[] {Kind.MARK}),
                Arguments.of("windows-1252", StandardCharsets.UTF_8, "\uFEFF", new Kind[] {Kind.MARK, Kind.DECLARED}),
                Arguments.of("UTF-16", StandardCharsets.UTF_8, "\uFEFF", new Kind[] {Kind.MARK, Kind.DECLARED}),
                Arguments.of("UTF-16", StandardCharsets.UTF_16LE, "\uFEFF", new Kind[] {Kind.UTF_16}),
                Arguments.of("UTF-16", StandardCharsets.UTF_16BE, "\uFEFF", new Kind[] {Kind.UTF_16}),
                Arguments.of("UTF-8", StandardCharsets.UTF_16LE, "\uFEFF", new Kind[] {Kind.UTF_16}),
                Arguments.of("UTF-16", StandardCharsets.UTF_16LE, "", new Kind[] {Kind.UTF_16}),
                Arguments.of("windows-1252", StandardCharsets.UTF_16BE, "", new Kind[] {Kind.UTF_16}));
    }

    @ParameterizedTest(name = "{0} that is {1}, mark <{2}>")
    @MethodSource("wrongEncodings")
    void aWrongEncodingBecomesUtf8(String declared, Charset real, String mark, Kind[] kinds) throws IOException {
        String document = NAMED.formatted(declared) + body(TEXT);

        assertThat(mended((mark + document).getBytes(real), kinds)).isEqualTo(NAMED.formatted("UTF-8") + body(TEXT));
    }

    @Test
    void aDocumentThatNamesNoEncodingIsUtf8OrMended() throws IOException {
        String document = "<?xml version=\"1.0\"?>" + body(TEXT);
        assertThat(read(document.getBytes(StandardCharsets.UTF_8)).repair()).isEmpty();
        assertThat(mended(document.getBytes(WINDOWS), Kind.WINDOWS)).isEqualTo(document);
        assertThat(mended(body(TEXT).getBytes(WINDOWS), Kind.WINDOWS)).isEqualTo(body(TEXT));
        assertThat(mended(body(TEXT).getBytes(StandardCharsets.UTF_16LE), Kind.UTF_16))
                .isEqualTo(body(TEXT));
    }

    @Test
    void aMarkBeforeWindowsBytesSaysAsLittleAsADeclaration() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
        bytes.write(body(TEXT).getBytes(WINDOWS));
        assertThat(mended(bytes.toByteArray(), Kind.MARK, Kind.WINDOWS)).isEqualTo(body(TEXT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "utf-8", "windows-1252", "ISO-8859-1", "ISO-8859-15"})
    void whatIsAsItSaysIsLeftAlone(String declared) throws IOException {
        String document = NAMED.formatted(declared) + body("Café één".replace('\u2019', '\''));
        UblText.Read read = read(document.getBytes(Charset.forName(declared)));
        assertThat(read.reading()).isInstanceOf(UblReading.Usable.class);
        assertThat(read.repair()).isEmpty();
    }

    @Test
    void twoEncodingsInOneDocumentAreForAPerson() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(body("één").getBytes(StandardCharsets.UTF_8));
        bytes.write("<!-- Café -->".getBytes(WINDOWS));
        assertThat(held(bytes.toByteArray())).isEqualTo("document.encoding");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x81, 0x8D, 0x8F, 0x90, 0x9D, // Windows-1252 does not have them
                0x82, 0x84, 0x87, 0x88, 0x89, 0x8B, 0x93, 0x94, 0xA4
            })
    void whatMakesNoSenseInWindowsIsForAPerson(int one) throws IOException {
        byte[] bytes = body("caf#teria").getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '#' ? (byte) one : bytes[i];
        }
        assertThat(held(bytes)).isEqualTo("document.encoding");
    }

    @Test
    void dosAtTheEndOfAWordIsForAPerson() throws IOException {
        assertThat(held(body("Café de Brug, 10").getBytes(Charset.forName("IBM850"))))
                .isEqualTo("document.encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12 m²",
                "3 m³ zand",
                "12 cm² folie",
                "90° bocht",
                "20 °C",
                "½ uur",
                "1½ uur",
                "3 à 4 stuks",
                "voilà",
                "één",
                "étage",
                "¼ deel",
                "± 10 mm",
                "±10",
                "10 µm",
                "§ 5",
                "Straße",
                "£ 10",
                "3×4",
                "ƒ 10",
                "10²",
                "ÇA",
                "MÜLLER",
                "TIËL",
                "CRÈME",
                "Ärzte",
                "Übung",
                "São",
                "ß",
                "à la carte"
            })
    void dosIsNotTakenForWindows(String text) throws IOException {
        assertThat(held(body(text).getBytes(Charset.forName("IBM850")))).isEqualTo("document.encoding");
        assertThat(held((NAMED.formatted("UTF-8") + body(text + ". ")).getBytes(Charset.forName("IBM850"))))
                .isEqualTo("document.encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Michał",
                "Wałęsa",
                "Łódź",
                "Dąbrowski",
                "Wąż",
                "Košický kraj, Ľubica",
                "Dvořák",
                "Kovačić",
                "Zdeněk",
                "Kowalczyński",
                "Kőszegi",
                "Černý",
                "Dąbrowski, café één"
            })
    void centralEuropeIsNotTakenForWindows(String text) throws IOException {
        assertThat(held(body(text).getBytes(Charset.forName("windows-1250")))).isEqualTo("document.encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12 m²",
                "3 m³ zand",
                "90° bocht",
                "20 °C",
                "½ uur",
                "1½ uur",
                "3 à 4 stuks",
                "één",
                "€ 10",
                "10 €",
                "±10",
                "10 µm",
                "foto’s",
                "geïnstalleerd",
                "Curaçao",
                "Ø 50 mm",
                "ø50",
                "2 × 4",
                "§ 5",
                "“Café”",
                "CAFÉ",
                "Velux™",
                "Philips®",
                "Coöperatie",
                "Müller",
                "Škoda",
                "Café… voilà",
                "à la carte",
                "Société Générale",
                "1 – 2",
                "• deel",
                "15x½\"",
                "½x15",
                "¾x15",
                "CO²-meter",
                "mtr²",
                "12 m¹ plint, café",
                "Kogelkraan G¾",
                "R¼\"",
                "Rp¾ x 15",
                "2à3 dagen",
                "110Ø",
                "20C°",
                "foto´s",
                "VELUX®",
                "ma–vr",
                "kabel\u00A0per meter",
                "scène, première, enquête",
                "Ève",
                "Malmø",
                "Sánchez",
                "København",
                "Peña",
                "Geschäft […]",
                "señor Peña in het café",
                "½-en 15x½ met café, ¬ 5"
            })
    void whatIsOrdinaryInWindowsIsMended(String text) throws IOException {
        assertThat(mended(body(text).getBytes(WINDOWS), Kind.WINDOWS)).isEqualTo(body(text));
    }

    /** Whatever else in the document is Windows: names that were typed, beside an article that came from DOS. */
    @ParameterizedTest
    @ValueSource(strings = {"12 m²", "3 cm³", "20 °C"})
    void measuresOfDosAreNotOutweighed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String whole = body("één café, € 10, voilà #");
        bytes.write(whole.substring(0, whole.indexOf('#')).getBytes(WINDOWS));
        bytes.write(text.getBytes(Charset.forName("IBM850")));
        bytes.write(whole.substring(whole.indexOf('#') + 1).getBytes(WINDOWS));
        assertThat(held(bytes.toByteArray())).isEqualTo("document.encoding");
    }

    @Test
    void whatIsHeldSaysWhichCharacterInWhichLineAndWhatToDo() throws IOException {
        byte[] bytes = body("één\nmet 5\u00A2\ncafAteria").getBytes(WINDOWS);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == 'A' && bytes[i - 1] == 'f' ? (byte) 0x82 : bytes[i];
        }
        // one that Windows proves outweighs one of DOS, two do not
        assertThat(read(bytes).repair()).isPresent();
        byte[] more =
                new String(bytes, WINDOWS).replace("5", "caf\u201Ateria 5").getBytes(WINDOWS);
        Reason reason = ((UblReading.NotUsable) read(more).reading()).reason();
        assertThat(reason.dutch()).contains("regel 2", "„\u201A”");
        assertThat(reason.adviceDutch()).contains("typ de bijzondere tekens daar opnieuw");
    }

    @Test
    void aEuroOfWindowsInKinOfIso88591() throws IOException {
        byte[] western = (NAMED.formatted("ISO-8859-15") + body("10 €")).getBytes(WINDOWS);
        assertThat(mended(western, Kind.WINDOWS)).isEqualTo(NAMED.formatted("UTF-8") + body("10 €"));
        byte[] central = (NAMED.formatted("ISO-8859-2") + body("10 €")).getBytes(WINDOWS);
        assertThat(held(central)).isEqualTo("document.encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10 \u0080", "\u0085", "10 &#128;", "10 &#x9F;", "a &amp; &#x0080;"})
    void controlCharactersThatXmlAllowsAreForAPerson(String note) throws IOException {
        assertThat(held(other(note).getBytes(StandardCharsets.UTF_8))).isEqualTo("document.control-character");
        assertThat(held((NAMED.formatted("windows-1252") + body("10 &#128;")).getBytes(WINDOWS)))
                .isEqualTo("document.control-character");
    }

    @Test
    void inAnAttributeTooAndNotWhereItIsNoReference() throws IOException {
        String attribute = "<cbc:ID>F-1</cbc:ID><cbc:Note languageID=\"n&#128;l\">a</cbc:Note>";
        assertThat(held(TestUbl.invoice(attribute + TestUbl.SUPPLIER).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("document.control-character");
        for (String note : new String[] {"<![CDATA[&#128;]]>", "<!-- &#128; -->", "&#233; &#160;", "&#8364;"}) {
            UblText.Read read = read(other(note).getBytes(StandardCharsets.UTF_8));
            assertThat(read.reading()).isInstanceOf(UblReading.Usable.class);
            assertThat(read.repair()).isEmpty();
        }
    }

    @Test
    void anEncodingThatNobodyKnowsIsSaid() throws IOException {
        assertThat(held((NAMED.formatted("x-klingon") + body(TEXT)).getBytes(WINDOWS)))
                .isEqualTo("document.encoding");
        assertThat(held((NAMED.formatted("UTF-7") + body("Caf+AOk-")).getBytes(WINDOWS)))
                .isEqualTo("document.encoding");
    }

    private static String other(String note) {
        return NAMED.formatted("UTF-8") + body(note);
    }

    @Test
    void controlCharactersGoWhereTheyHaveNoMeaning() throws IOException {
        assertThat(mended(other("a\u0002b\u001Fc").getBytes(StandardCharsets.UTF_8), Kind.CONTROLS))
                .isEqualTo(other("abc"));
        assertThat(mended(
                        other("a&#2;b&#x0b;c\u000Cd &amp; &#233; <![CDATA[\u0003&#2;]]>")
                                .getBytes(StandardCharsets.UTF_8),
                        Kind.CONTROLS))
                .isEqualTo(other("ab c d &amp; &#233; <![CDATA[&#2;]]>"));
        assertThat(mended(
                        (other("é") + "<!-- \u0001 -->\u001A\u0000\u0000").getBytes(WINDOWS),
                        Kind.WINDOWS,
                        Kind.CONTROLS))
                .isEqualTo(other("é") + "<!--  -->");
        String elsewhere = TestUbl.smallest().replace(">Acme", ">Ac\u0004me");
        assertThat(mended(elsewhere.getBytes(StandardCharsets.UTF_8), Kind.CONTROLS))
                .isEqualTo(TestUbl.smallest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\bb", "a\u001B[2Jb", "a\u001Ab", "a\u001Eb", "a&#0;b", "a&#x1B;b", "a&#8;b"})
    void thoseThatMayHaveMeantSomethingAreForAPerson(String note) throws IOException {
        assertThat(held(other(note).getBytes(StandardCharsets.UTF_8))).isEqualTo("document.control-character");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<cbc:ID>F\u00021</cbc:ID>",
                "<cbc:ID>F-1</cbc:ID><cbc:IssueDate>2026-\u000211-01</cbc:IssueDate>",
                "<cbc:ID>F-1</cbc:ID><cbc:Note languageID=\"n\u0002l\">a</cbc:Note>",
                "<cbc:ID>F-1</cbc:ID><cbc:Note languageID=\"n&#2;l\">a</cbc:Note>",
                "<cbc:ID>F-1</cbc:ID><cbc:No\u0002te>a</cbc:Note>",
                "<cbc:ID>F-1</cbc:ID><?x \u0002?>"
            })
    void andSoAreThoseInWhatIsComparedOrCalculatedWith(String inside) throws IOException {
        String document = TestUbl.invoice(inside + TestUbl.SUPPLIER);
        assertThat(held(document.getBytes(StandardCharsets.UTF_8)))
                .isIn("document.control-character", "document.damaged");
    }

    @Test
    void whatIsMendedAndStillNoInvoiceIsSaidToBeNone() throws IOException {
        assertThat(held(TestUbl.invoice("<cbc:Note>é</cbc:Note>").getBytes(WINDOWS)))
                .isEqualTo("invoice.no-number");
        assertThat(read("<Order>é</Order>".getBytes(WINDOWS)).reading()).isInstanceOf(UblReading.OtherDocument.class);
        assertThat(held("\u00E9".getBytes(WINDOWS))).isEqualTo("document.not-xml");
    }

    @Test
    void whatIsSignedIsNotMendedExceptForItsMark() throws IOException {
        String signed =
                TestUbl.invoice(TestUbl.SIGNATURE + TestUbl.NUMBER + "<cbc:Note>één</cbc:Note>" + TestUbl.SUPPLIER);
        assertThat(held(signed.getBytes(WINDOWS))).isEqualTo("document.signed");
        assertThat(held((NAMED.formatted("ISO-8859-1") + signed).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("document.signed");
        assertThat(held(signed.replace("één", "e\u0002n").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("document.signed");
        assertThat(read(signed.getBytes(StandardCharsets.UTF_8)).repair()).isEmpty();
        assertThat(mended(("\uFEFF" + signed).getBytes(StandardCharsets.UTF_8), Kind.MARK))
                .isEqualTo(signed);
    }

    @Test
    void mendingStreams() throws IOException {
        String note = ("Café é ".repeat(200) + "\u0002\n").repeat(300);
        assertThat(mended(other(note).getBytes(WINDOWS), Kind.WINDOWS, Kind.CONTROLS))
                .isEqualTo(other(note.replace("\u0002", "")));
    }
}
