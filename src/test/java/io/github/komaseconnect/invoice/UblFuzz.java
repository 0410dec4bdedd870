package io.github.komaseconnect.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.komaseconnect.fuzz.Scratch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Whatever bytes a file holds: it is an invoice or it is refused in words, and all that read it agree on which. */
public final class UblFuzz {
    private static final Scratch SCRATCH = new Scratch();
    private static final SafeXml XML = new SafeXml();

    private UblFuzz() {}

    /** The program's samples, and small documents with something special about them. */
    public static Stream<byte[]> seeds() {
        String accented = TestUbl.invoice(TestUbl.NUMBER + TestUbl.SUPPLIER.replace("Acme", "Café €uro"));
        String pdf = TestUbl.invoice(TestUbl.NUMBER
                + TestUbl.attachment("1", "factuur.pdf", "", TestUbl.base64("%PDF-1.7 drawing"))
                + TestUbl.SUPPLIER);
        return Stream.concat(
                Stream.of(
                                "verkoop-peppol.xml",
                                "verkoop-overheid.xml",
                                "verkoop-email.xml",
                                "verkoop-print-credit.xml",
                                "verkoop-onbekende-relatie.xml")
                        .map(Scratch::sample),
                Stream.of(
                        bytes(TestUbl.smallest(), "UTF-8"),
                        bytes(pdf, "UTF-8"),
                        bytes(TestUbl.creditNote(TestUbl.NUMBER + TestUbl.SUPPLIER), "UTF-8"),
                        bytes("\uFEFF" + accented, "UTF-8"),
                        bytes("\uFEFF" + accented, "UTF-16LE"),
                        bytes(accented, "UTF-16BE"),
                        bytes("<?xml version='1.0' encoding='windows-1252'?>" + accented, "windows-1252"),
                        bytes("<?xml version='1.0' encoding='UTF-8'?>" + accented, "windows-1252"),
                        bytes("<?xml version='1.0' encoding='UTF-16'?>" + accented, "UTF-8"),
                        bytes(accented.replace("Café", "C\u0002a&#11;f&#2;"), "windows-1252"),
                        bytes("<!DOCTYPE Invoice [<!ENTITY a 'b'>]>" + accented, "UTF-8"),
                        bytes(accented.replace("Café", "<![CDATA[C]]>&#x26;<!-- x --><?p i?>"), "UTF-8")));
    }

    private static byte[] bytes(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
    }

    /** Jazzer's entry. */
    public static void fuzzerTestOneInput(byte[] content) throws IOException {
        Path file = SCRATCH.file("factuur.xml", content);
        UblReading reading = new UblReader(XML).read(file);
        Path target = SCRATCH.free("uit.pdf");
        PdfExtraction pdf = new EmbeddedPdf(XML).extractImage(file, target);
        if (reading instanceof UblReading.NotUsable refused) {
            Scratch.assertTells(refused.reason());
            assertThat(refused.reason().dutch()).contains("factuur.xml");
            fingerprintOrFault(file);
        } else {
            // it was read to its end, so nobody finds it broken any more
            assertThat(new UblFingerprint(XML).of(file)).matches("[0-9a-f]{64}");
            UblBody body = UblBody.of(XML, file);
            assertThat(body.length()).isPositive();
            body.writeTo(OutputStream.nullOutputStream());
        }
        if (reading instanceof UblReading.OtherDocument other) {
            Scratch.assertTells(other.reason());
        }
        if (reading instanceof UblReading.Usable usable) {
            check(usable.header(), file, pdf);
        }
        mended(file, reading);
        if (pdf instanceof PdfExtraction.Extracted extracted) {
            assertThat(PdfMark.isIn(extracted.file())).isTrue();
            assertThat(extracted.name()).matches("(?s)[^/\\\\\\p{Cc}]{1,120}\\.pdf");
        } else {
            assertThat(target).doesNotExist();
        }
        if (pdf instanceof PdfExtraction.Unusable unusable) {
            Scratch.assertTells(unusable.reason());
        }
    }

    /** What is mended is sound after that, and what could be read says the same as before. */
    private static void mended(Path file, UblReading asItIs) throws IOException {
        UblText.Read read = new UblText(new UblReader(XML)).read(file, "factuur.xml");
        if (read.reading() instanceof UblReading.NotUsable refused) {
            Scratch.assertTells(refused.reason());
        }
        if (asItIs instanceof UblReading.Usable) {
            assertThat(read.reading()).isInstanceOf(UblReading.Usable.class);
        }
        if (read.repair().isEmpty()) {
            return;
        }
        Path mended = SCRATCH.free("hersteld.xml");
        try (OutputStream out = Files.newOutputStream(mended)) {
            read.repair().get().writeTo(file, out);
        }
        UblText.Read again = new UblText(new UblReader(XML)).read(mended, "factuur.xml");
        assertThat(again.reading()).isEqualTo(read.reading());
        assertThat(again.repair()).isEmpty();
    }

    private static void check(InvoiceHeader header, Path file, PdfExtraction pdf) throws IOException {
        assertThat(header.number()).isNotBlank().hasSizeLessThanOrEqualTo(200).doesNotContainPattern("\\p{Cc}|\\p{Cf}");
        // that it is damaged is the only way not to get the PDF that the header announces
        assertThat(pdf)
                .isNotInstanceOf(
                        header.embeddedPdf().isEmpty() ? PdfExtraction.Extracted.class : PdfExtraction.None.class);
        Path alone = SCRATCH.free("alleen.xml");
        try (OutputStream out = Files.newOutputStream(alone)) {
            UblBody.of(XML, file).writeTo(out);
        }
        // what goes to eConnect is the same invoice
        assertThat(new UblReader(XML).read(alone)).isEqualTo(new UblReading.Usable(header));
        assertThat(new UblFingerprint(XML).of(alone)).isEqualTo(new UblFingerprint(XML).of(file));
    }

    private static void fingerprintOrFault(Path file) {
        try {
            assertThat(new UblFingerprint(XML).of(file)).hasSize(64);
        } catch (IOException fault) {
            assertThat(fault.getMessage()).isNotBlank();
            assertThatIOException().isThrownBy(() -> UblBody.of(XML, file));
        }
    }
}
