package io.github.komaseconnect.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLStreamReader2;

/** Gives the PDF of a document: the one that it carries, else a plain page with the facts of the invoice. */
final class PdfWriter {
    private static final String LINE_FEED = "\n";

    private final XmlReading xml;
    private final Spool spool;

    PdfWriter(XmlReading xml, Spool spool) {
        this.xml = xml;
        this.spool = spool;
    }

    /** The PDF in base64, without line breaks. */
    Content base64(StoredDocument document) throws SoapFault {
        if (!document.facts().embeddedPdf()) {
            return MemoryContent.of(Base64.getEncoder().encodeToString(page(document.facts())));
        }
        Embedded count = new Embedded(OutputStream.nullOutputStream());
        xml.read(document.content(), count);
        Spool.Region region = spool.reserve(count.written);
        xml.read(document.content(), new Embedded(region.writer()));
        return region;
    }

    /** A small PDF 1.4 that says which invoice it stands for. */
    static byte[] page(UblFacts facts) {
        List<String> lines = List.of(
                facts.root() + " " + facts.number(),
                facts.issueDate(),
                facts.supplier(),
                facts.customer(),
                facts.amount(),
                "Gemaakt door de eConnect-simulator van komas-econnect");
        StringBuilder text = new StringBuilder("BT /F1 14 Tf 18 TL 60 780 Td").append(LINE_FEED);
        lines.forEach(
                line -> text.append('(').append(escape(line)).append(") Tj T*").append(LINE_FEED));
        text.append("ET");
        return file(List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                        + " /Resources << /Font << /F1 5 0 R >> >> >>",
                "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"));
    }

    private static byte[] file(List<String> objects) {
        StringBuilder out = new StringBuilder("%PDF-1.4\n");
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            places.add(out.length());
            out.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int table = out.length();
        out.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        places.forEach(place -> out.append(String.format(Locale.ROOT, "%010d 00000 n \n", place)));
        out.append("trailer\n<< /Size ")
                .append(objects.size() + 1)
                .append(" /Root 1 0 R >>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        return out.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** One byte a character, as the cross-reference table counts bytes; what the font lacks becomes a question mark. */
    private static String escape(String line) {
        StringBuilder out = new StringBuilder();
        line.chars().limit(90).forEach(c -> {
            if (c == '(' || c == ')' || c == '\\') {
                out.append('\\').append((char) c);
            } else {
                out.append(c < ' ' || c > 0xFF ? '?' : (char) c);
            }
        });
        return out.toString();
    }

    /** Picks the base64 text of the first embedded PDF out of a document. */
    private static final class Embedded implements XmlReading.Events {
        private final OutputStream out;
        private boolean inside;
        private boolean done;
        private long written;

        private Embedded(OutputStream out) {
            this.out = out;
        }

        @Override
        public void event(int type, XMLStreamReader2 reader) throws XMLStreamException {
            if (type == XMLStreamReader.START_ELEMENT
                    && !done
                    && reader.getLocalName().equals("EmbeddedDocumentBinaryObject")
                    && "application/pdf".equalsIgnoreCase(reader.getAttributeValue(null, "mimeCode"))) {
                inside = true;
            } else if (type == XMLStreamReader.END_ELEMENT && inside) {
                inside = false;
                done = true;
            } else if (inside && (type == XMLStreamReader.CHARACTERS || type == XMLStreamReader.CDATA)) {
                write(reader.getText());
            }
        }

        private void write(String text) throws XMLStreamException {
            ByteArrayOutputStream dense = new ByteArrayOutputStream(text.length());
            text.chars().filter(c -> c > ' ' && c < 0x7F).forEach(dense::write);
            written += dense.size();
            try {
                dense.writeTo(out);
            } catch (IOException e) {
                throw new XMLStreamException(e);
            }
        }
    }
}
