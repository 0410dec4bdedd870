package io.github.komaseconnect.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.Counts;
import io.github.komaseconnect.invoice.Corpus;
import io.github.komaseconnect.invoice.Embedding;
import io.github.komaseconnect.invoice.PdfEmbedding;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.TextRepair;
import io.github.komaseconnect.invoice.UblDigest;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.invoice.UblReading;
import io.github.komaseconnect.invoice.UblText;
import io.github.komaseconnect.invoice.rules.BrokenRule;
import io.github.komaseconnect.invoice.rules.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real invoices, with a PDF put into them and in encodings that they do not name. */
class CorpusEmbeddingTest {
    @TempDir
    Path folder;

    private final SafeXml xml = new SafeXml();

    @Test
    void aPdfThatIsPutInBreaksNoRule() throws Exception {
        Path pdf = Files.writeString(folder.resolve("f.pdf"), "%PDF-1.7 x");
        PhiveRules rules = new PhiveRules(xml, missing -> {});
        int embedded = 0;
        int alone = 0;
        for (Path file : Corpus.files()) {
            Path made = folder.resolve("made.xml");
            Embedding result = new PdfEmbedding(xml).embed(file, pdf, "factuur", made);
            if (!(result instanceof Embedding.Embedded)) {
                assertThat(result).as(file.toString()).isInstanceOf(Embedding.CarriesOne.class);
                alone++;
                continue;
            }
            embedded++;
            assertThat(withoutAdded(Files.readAllBytes(file), Files.readAllBytes(made)))
                    .as(file.toString())
                    .isTrue();
            assertThat(described(rules.examine(made, UblDigest.sha256(made))))
                    .as(file.toString())
                    .isEqualTo(described(rules.examine(file, UblDigest.sha256(file))));
        }
        assertThat(embedded).isGreaterThan(30);
        Counts.of("corpus-embedding")
                .add("embedded, same verdict", embedded)
                .add("shows itself", alone)
                .print();
    }

    /** Verdict and rules; where in the document may differ. */
    private static String described(Verdict verdict) {
        return verdict instanceof Verdict.Examined examined
                ? examined.isSound() + " " + ids(examined.broken()) + " " + ids(examined.remarks())
                : verdict.toString();
    }

    private static List<String> ids(List<BrokenRule> rules) {
        return rules.stream().map(BrokenRule::id).sorted().toList();
    }

    private static boolean withoutAdded(byte[] original, byte[] made) {
        int from = Arrays.mismatch(original, made);
        int added = made.length - original.length;
        return added > 0 && Arrays.equals(original, from, original.length, made, from + added, made.length);
    }

    @Test
    void inAnotherEncodingTheyComeOutAsTheyWere() throws Exception {
        Charset windows = Charset.forName("windows-1252");
        int accented = 0;
        int uncertain = 0;
        int files = 0;
        for (Path file : Corpus.files()) {
            String text = Files.readString(file);
            files++;
            assertThat(mended("\uFEFF" + text, StandardCharsets.UTF_8))
                    .as(file.toString())
                    .isEqualTo(text);
            assertThat(mended("\uFEFF" + text, StandardCharsets.UTF_16LE))
                    .as(file.toString())
                    .isEqualTo(text);
            assertThat(mended(text, StandardCharsets.UTF_16BE))
                    .as(file.toString())
                    .isEqualTo(text);
            boolean more = text.chars().anyMatch(c -> c >= 0x80);
            if (more && windows.newEncoder().canEncode(text)) {
                if (read(text, windows).reading() instanceof UblReading.NotUsable held) {
                    assertThat(held.reason().code()).isEqualTo("document.encoding");
                    uncertain++;
                } else {
                    assertThat(mended(text, windows)).as(file.toString()).isEqualTo(text);
                    accented++;
                }
            }
        }
        // the one in which º stands within a word, as ş of Central Europe would
        assertThat(uncertain).isLessThanOrEqualTo(1);
        assertThat(accented).isGreaterThan(15);
        Counts.of("corpus-encodings")
                .add("files", files)
                .add("as Windows-1252", accented)
                .add("held as uncertain", uncertain)
                .print();
    }

    private UblText.Read read(String text, Charset charset) throws IOException {
        Path file = Files.write(folder.resolve("x.xml"), text.getBytes(charset));
        return new UblText(new UblReader(xml)).read(file, "x.xml");
    }

    private String mended(String text, Charset charset) throws IOException {
        UblText.Read read = read(text, charset);
        assertThat(read.reading()).isInstanceOf(UblReading.Usable.class);
        TextRepair repair = read.repair().orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        repair.writeTo(folder.resolve("x.xml"), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
