package io.github.komaseconnect.platform;

import io.github.komaseconnect.folder.SureFile;
import io.github.komaseconnect.invoice.PdfMark;
import io.github.komaseconnect.invoice.SafeXml;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** Takes the file out of an answer of GetDocumentPdf, decoding its base64 piece by piece. */
final class PdfContents {
    private final SafeXml xml;
    private final Path tmp;

    PdfContents(SafeXml xml, Path tmp) {
        this.xml = xml;
        this.tmp = tmp;
    }

    /** What was found. */
    enum Found {
        PDF,
        SOMETHING_ELSE,
        NOTHING
    }

    /** Writes the PDF to {@code file}, durably; the file is there only after {@link Found#PDF}. */
    Found write(Path answer, Path file) throws UnusableAnswerException, IOException {
        try (WorkFile decoded = WorkFile.in(tmp)) {
            if (!decode(answer, decoded.path())) {
                return Found.NOTHING;
            }
            if (!PdfMark.isIn(decoded.path())) {
                return Found.SOMETHING_ELSE;
            }
            SureFile.keep(decoded.path(), file);
            return Found.PDF;
        } catch (XMLStreamException | RuntimeException e) {
            throw new UnusableAnswerException("its file is not sound base64");
        }
    }

    private boolean decode(Path answer, Path target) throws XMLStreamException, IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(answer), 64 * 1024);
                var out = Files.newOutputStream(target, StandardOpenOption.WRITE)) {
            XMLStreamReader2 reader = xml.reader(in);
            try {
                while (reader.hasNext()) {
                    if (reader.next() == XMLStreamReader2.START_ELEMENT
                            && reader.getLocalName().equals("Contents")) {
                        byte[] buffer = new byte[48 * 1024];
                        long length = 0;
                        for (int read = reader.readElementAsBinary(buffer, 0, buffer.length);
                                read > 0;
                                read = reader.readElementAsBinary(buffer, 0, buffer.length)) {
                            out.write(buffer, 0, read);
                            length += read;
                        }
                        return length > 0;
                    }
                }
                return false;
            } finally {
                reader.close();
            }
        }
    }
}
