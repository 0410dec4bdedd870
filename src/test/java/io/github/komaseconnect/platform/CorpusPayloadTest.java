package io.github.komaseconnect.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.komaseconnect.invoice.SafeXml;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real invoices come out of an answer as they went in. */
class CorpusPayloadTest {
    private static final Pattern PROLOG =
            Pattern.compile("\\A(\u00ef\u00bb\u00bf)?(<\\?xml.*?\\?>)?\\s*", Pattern.DOTALL);

    @TempDir
    Path tmp;

    @Test
    void everyInvoiceOfTheCorpusIsCutOutByteForByte() throws Exception {
        Path corpus = Path.of(Optional.ofNullable(System.getenv("KOMAS_CORPUS")).orElse("../shared/corpus"));
        assumeTrue(Files.isDirectory(corpus), "No corpus at " + corpus + ": real invoices are NOT tested");
        List<Path> invoices;
        try (Stream<Path> files = Files.walk(corpus)) {
            invoices = files.filter(file -> file.toString().endsWith(".xml")).toList();
        }
        assertThat(invoices).isNotEmpty();
        for (Path invoice : invoices) {
            // Latin-1 keeps every byte as it is
            String text = Files.readString(invoice, StandardCharsets.ISO_8859_1);
            Matcher prolog = PROLOG.matcher(text);
            String bare = prolog.find() ? text.substring(prolog.end()) : text;
            String document = bare.substring(0, bare.lastIndexOf('>') + 1);
            Path answer = tmp.resolve("answer.xml");
            Files.write(answer, around(document));

            assertThat(new PayloadSlicer(new SafeXml(SafeXml.Bounds.MESSAGE), tmp)
                            .slice(answer, tmp.resolve("document.xml")))
                    .isTrue();
            assertThat(Files.readString(tmp.resolve("document.xml"), StandardCharsets.ISO_8859_1))
                    .as(invoice.toString())
                    .endsWith(document.substring(document.indexOf("<", rootStart(document))))
                    .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<");
        }
    }

    /** Comments before the root element stay behind, they are no part of the document's root. */
    private static int rootStart(String document) {
        int at = 0;
        while (document.startsWith("<!--", at) || document.startsWith("<?", at)) {
            at = document.indexOf('<', document.indexOf(document.startsWith("<!--", at) ? "-->" : "?>", at));
        }
        return at;
    }

    private static byte[] around(String document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String[] frame = Sample.response("GetInboxDocument", "<Details><Payload>CUT</Payload></Details>")
                .split("CUT");
        bytes.write(frame[0].getBytes(StandardCharsets.UTF_8));
        bytes.write(document.getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(frame[1].getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
