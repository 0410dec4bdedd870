package io.github.komaseconnect.relation;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.RelationFileReading.Broken;
import io.github.komaseconnect.relation.RelationFileReading.Readable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelationFileTest {
    private static final RelationFile FILE = new RelationFile(new IdentifierReader());
    private static final String HEADER =
            "relatienummer;naam;verzendmethode;kvk-nummer;btw-nummer;e-mail;land;taal;overheid\n";

    @Test
    void readsEveryColumn() {
        Relation relation = only(HEADER
                + "10023;Jansen B.V.;elektronisch;12345678;NL123456789B01;jan@example.nl, piet@example.nl;NL;en;nee\n");
        assertThat(relation.line()).isEqualTo(2);
        assertThat(relation.number()).isEqualTo("10023");
        assertThat(relation.name()).isEqualTo("Jansen B.V.");
        assertThat(relation.method()).isEqualTo(new MethodChoice.Chosen(SendingMethod.PEPPOL, "elektronisch"));
        assertThat(relation.address().map(ElectronicAddress::receiver)).contains("0106:12345678");
        assertThat(relation.vatNumber()).isEqualTo("NL123456789B01");
        assertThat(relation.email().addresses()).containsExactly("jan@example.nl", "piet@example.nl");
        assertThat(relation.country()).isEqualTo("NL");
        assertThat(relation.language()).contains(Language.EN);
        assertThat(relation.kind()).isEqualTo(Relation.Kind.ORDINARY);
        assertThat(relation.troubles()).isEmpty();
        assertThat(relation.unusable()).isEmpty();
        assertThat(relation.row()).startsWith("10023;Jansen B.V.;elektronisch;").doesNotContain("\n");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "relatienummer;verzendmethode;kvk-nummer;e-mail",
                "RELATIENUMMER;Verzendmethode;KvK-nummer;E-mail",
                " relatie nummer ; verzend_methode ;KvK nummer;email",
                "relation;sending method;coc number;e-mail",
                "Relation;Sending_Method;CoC-Number;E-MAIL",
                "\"relatienummer\";\"verzendmethode\";\"kvk-nummer\";\"e-mail\"",
                "relatie;verzendmethode;kvk;email",
                "debiteurnummer;verzendwijze;kvknummer;e-mailadres",
                "relation number;sending method;coc;email address",
            })
    void readsHeadersAsPeopleWriteThem(String header) {
        Relation relation = only(header + "\n10023;post;12345678;jan@example.nl\n");
        assertThat(relation.number()).isEqualTo("10023");
        assertThat(relation.method()).isEqualTo(new MethodChoice.Chosen(SendingMethod.PRINT, "post"));
        assertThat(relation.address().map(ElectronicAddress::receiver)).contains("0106:12345678");
        assertThat(relation.email().addresses()).containsExactly("jan@example.nl");
    }

    @Test
    void readsColumnsInAnyOrderAndIgnoresOthers() {
        Relation relation = only("plaats;e-mail;IBAN1;verzendmethode;relatienummer\nEde;a@example.nl;NL00;mail;7\n");
        assertThat(relation.number()).isEqualTo("7");
        assertThat(relation.email().addresses()).containsExactly("a@example.nl");
    }

    @Test
    void theDocumentedNameWinsOverAHabit() {
        Relation relation = only("relatie;relatienummer;verzendmethode\nJANSEDE;10023;post\n");
        assertThat(relation.number()).isEqualTo("10023");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void detectsTheDelimiter(String delimiter) {
        String text = "relatienummer;naam;verzendmethode;e-mail\n1;Bouw|Zn;mail;\"a@example.nl" + "\"\n";
        Relation relation = only(text.replace(";", delimiter));
        assertThat(relation.name()).isEqualTo("Bouw|Zn");
        assertThat(relation.email().addresses()).containsExactly("a@example.nl");
    }

    @Test
    void skipsTheSeparatorLineThatExcelWritesAndCountsIt() {
        Relation relation = only("sep=;\r\nrelatienummer;verzendmethode\r\n1;post\r\n");
        assertThat(relation.line()).isEqualTo(3);
    }

    @Test
    void quotedFieldsMayHoldDelimitersQuotesAndLineBreaks() {
        List<Relation> relations = readable(
                        HEADER
                                + "1;\"Bouw; \"\"De Hoek\"\"\";post;;;;;;\n2;\"Jan\nsen\";post;;;;;;\n3;Piet \"Z\";post;;;;;;\n")
                .relations();
        assertThat(relations).extracting(Relation::name).containsExactly("Bouw; \"De Hoek\"", "Jan sen", "Piet \"Z\"");
        assertThat(relations).extracting(Relation::line).containsExactly(2L, 3L, 5L);
        assertThat(relations.get(1).row()).doesNotContain("\n");
    }

    @Test
    void readsUtf8WithAndWithoutBomWindows1252AndUtf16() {
        String text = "relatienummer;naam;verzendmethode\n1;Caf\u00e9 \u20ac;post\n";
        byte[] utf8 = text.getBytes(UTF_8);
        for (byte[] content : List.of(
                utf8,
                joined(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, utf8),
                text.getBytes(Charset.forName("windows-1252")),
                joined(new byte[] {(byte) 0xFF, (byte) 0xFE}, text.getBytes(UTF_16LE)),
                joined(new byte[] {(byte) 0xFE, (byte) 0xFF}, text.getBytes(UTF_16BE)))) {
            Readable readable = (Readable) FILE.read(content, "relations.csv");
            assertThat(readable.snapshot().relations().get(0).name()).isEqualTo("Caf\u00e9 \u20ac");
        }
    }

    @Test
    void skipsBlankLinesAndLinesOfDelimiters() {
        assertThat(readable("\n" + HEADER + "\n1;A;post;;;;;;\n;;;;;;;;\n \n2;B;post;;;;;;\n\n")
                        .relations())
                .extracting(Relation::number)
                .containsExactly("1", "2");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2;B;post;;;;;;extra;velden|relation-line.fields|scheidingsteken",
                "2;B|relation-line.fields|houdt op na 2",
                "2;\"B;post;;;;;;|relation-line.quote|aanhalingsteken",
                "2;B;fax;;;;;;|relation.method-unknown|fax",
                "2;B;peppol;1234567;;;;;|identifier.leading-zero|01234567",
                "2;B;peppol;4,00321E+18;;;;;|identifier.scientific|Excel",
                "2;B;mail;;;jan@;;;|email.invalid|jan@",
                "2;B;post;;NL12;;;;|relation-line.vat-number|NL12",
                "2;B;post;;;;Absurdistan;;|relation-line.word|Absurdistan",
                "2;B;post;;;;;Klingon;|relation-line.word|Klingon",
                "2;B;post;;;;;;misschien|relation-line.word|misschien",
                ";B;post;;;;;;|relation-line.not-findable|relatienummer",
            })
    void aBadLineIsReportedWithItsNumberAndSpoilsNoOther(String line, String code, String words) {
        RelationSnapshot snapshot =
                readable(HEADER + "1;A;post;;;;;;\n" + line + "\n3;C;mail;;;c@example.nl;;;\n4;D;post;;;;;;\n");
        assertThat(snapshot.lineTroubles()).extracting(LineTrouble::line).containsOnly(3L);
        Reason reason = snapshot.lineTroubles().get(0).reason();
        assertThat(reason.code()).isEqualTo(code);
        assertThat(reason.dutchLine()).contains("Regel 3 van relations.csv", words);
        assertThat(reason.english()).contains("Line 3 of relations.csv");
        assertThat(snapshot.relations())
                .extracting(Relation::number)
                .contains("1", "3", "4")
                .hasSize(4);
        assertThat(snapshot.relations().get(2).troubles()).isEmpty();
        assertThat(snapshot.relations().get(2).email().addresses()).containsExactly("c@example.nl");
    }

    @Test
    void shortLinesWithoutTheLastOptionalColumnsAreFine() {
        assertThat(readable(HEADER + "1;A;post;;;\n").lineTroubles()).isEmpty();
    }

    @Test
    void twoStrayQuotesSpoilTwoLinesOnly() {
        RelationSnapshot snapshot =
                readable(HEADER + "1;\"A;post;;;;;;\n2;B;post;;;;;;\n3;\"C;post;;;;;;\n4;D;post;;;;;;\n");
        assertThat(snapshot.relations()).extracting(Relation::number).containsExactly("1", "2", "3", "4");
        assertThat(snapshot.relations().stream().filter(r -> r.unusable().isPresent()))
                .extracting(Relation::number)
                .containsExactly("1", "3");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "relation-file.quotes|1;A;post;;;;;;#2;\"B;po",
                "relation-file.quotes|1;A;post;;;;;;#2;\"B;post;;;;;;#",
                "relation-file.quotes|1;\"A;post;;;;;;#2;B#3;C;post;;;;;;#",
                "relation-file.no-rows|''",
                "relation-file.no-rows|;;;;;;;;#",
                "relation-file.not-text|1;A\u0000;post;;;;;;#",
            })
    void aFileThatIsBrokenAsAWhole(String code, String rows) {
        assertThat(broken((HEADER + rows.replace('#', '\n')).getBytes(UTF_8)).code())
                .isEqualTo(code);
    }

    @Test
    void aFileWithoutAnythingIsBroken() {
        assertThat(broken(new byte[0]).code()).isEqualTo("relation-file.no-rows");
        assertThat(broken("\n \n".getBytes(UTF_8)).code()).startsWith("relation-file.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "relatienummer;naam;e-mail\n1;A;a@example.nl\n",
                "naam;verzendmethode\nA;post\n",
                "10023;Jansen;post\n10024;Piet;post\n",
                "foo\nbar\n"
            })
    void aFileWithoutTheColumnsNeededIsBroken(String text) {
        Reason reason = broken(text.getBytes(UTF_8));
        assertThat(reason.code()).isEqualTo("relation-file.headers");
        assertThat(reason.dutch()).contains("verzendmethode", "relatienummer");
    }

    @Test
    void twoColumnsThatMeanTheSameAreBroken() {
        Reason reason = broken("relatienummer;e-mail;email;verzendmethode\n1;a@example.nl;;mail\n".getBytes(UTF_8));
        assertThat(reason.code()).isEqualTo("relation-file.headers");
        assertThat(reason.dutch()).contains("e-mail, email");
    }

    @Test
    void anExcelFileIsNamedAsSuch() {
        Reason reason = broken(new byte[] {'P', 'K', 3, 4, 0, 0, 0});
        assertThat(reason.code()).isEqualTo("relation-file.excel");
        assertThat(reason.adviceDutch()).contains("CSV");
    }

    @Test
    void utf16WithoutBomAndADamagedUtf8FileAreNoText() {
        assertThat(broken(HEADER.getBytes(UTF_16LE)).code()).isEqualTo("relation-file.not-text");
        byte[] damaged = joined(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, new byte[] {'a', (byte) 0xC3});
        assertThat(broken(damaged).code()).isEqualTo("relation-file.not-text");
    }

    @Test
    void aFileOfAbsurdSizeIsNotRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("relations.csv");
        byte[] large = new byte[10_000_001];
        Arrays.fill(large, (byte) 'a');
        Files.write(file, large);
        RelationFileReading reading = FILE.read(file);
        assertThat(reading).isInstanceOf(Broken.class);
        assertThat(((Broken) reading).reason().code()).isEqualTo("relation-file.too-large");
    }

    @Test
    void aFileOfOneEndlessLineIsJudgedAndNotChokedOn() {
        byte[] endless = new byte[9_000_000];
        Arrays.fill(endless, (byte) '"');
        assertThat(FILE.read(endless, "relations.csv")).isInstanceOf(Broken.class);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "NL, NL",
        "nl, NL",
        "Nederland, NL",
        "Netherlands, NL",
        "The Netherlands, NL",
        "NLD, NL",
        "Holland, NL",
        "Belgi\u00eb, BE",
        "belgie, BE",
        "Belgium, BE",
        "B, BE",
        "Duitsland, DE",
        "Germany, DE",
        "UK, GB",
        "'', ''"
    })
    void readsCountries(String typed, String code) {
        assertThat(only(HEADER + "1;A;post;;;;" + typed + ";;\n").country()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"nl, NL", "Nederlands, NL", "Dutch, NL", "en, EN", "Engels, EN", "English, EN", "'', ", "fr, "})
    void readsLanguages(String typed, Language language) {
        assertThat(only(HEADER + "1;A;post;;;;;" + typed + ";\n").language()).isEqualTo(Optional.ofNullable(language));
    }

    @ParameterizedTest
    @CsvSource({
        "ja, GOVERNMENT",
        "yes, GOVERNMENT",
        "1, GOVERNMENT",
        "x, GOVERNMENT",
        "X, GOVERNMENT",
        "true, GOVERNMENT",
        "nee, ORDINARY",
        "no, ORDINARY",
        "0, ORDINARY",
        "'', ORDINARY",
        "misschien, GOVERNMENT"
    })
    void readsGovernment(String typed, Relation.Kind kind) {
        assertThat(only(HEADER + "1;A;post;;;;;;" + typed + "\n").kind()).isEqualTo(kind);
    }

    @Test
    void aBelgianCountryMakesABareNumberAnEnterpriseNumber() {
        Relation relation = only(HEADER + "1;A;peppol;0756.996.413;;;Belgi\u00eb;;\n");
        assertThat(relation.address().map(ElectronicAddress::receiver)).contains("0208:0756996413");
    }

    @Test
    void manyRelationsAreReadQuicklyEvenWithAStrayQuote() {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 20_000; i++) {
            text.append(i).append(i == 10_000 ? ";\"Naam" : ";Naam").append(";post;;;;;;\n");
        }
        assertThat(readable(text.toString()).relations()).hasSize(20_000);
    }

    private static Relation only(String text) {
        List<Relation> relations = readable(text).relations();
        assertThat(relations).hasSize(1);
        return relations.get(0);
    }

    private static RelationSnapshot readable(String text) {
        RelationFileReading reading = FILE.read(text.getBytes(UTF_8), "relations.csv");
        assertThat(reading).isInstanceOf(Readable.class);
        return ((Readable) reading).snapshot();
    }

    private static Reason broken(byte[] content) {
        RelationFileReading reading = FILE.read(content, "relations.csv");
        assertThat(reading).isInstanceOf(Broken.class);
        return ((Broken) reading).reason();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
