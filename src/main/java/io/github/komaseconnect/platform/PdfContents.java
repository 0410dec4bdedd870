package io.github.komaseconnect.platform;

import io.github.komaseconnect.folder.AtomicFile;
import io.github.komaseconnect.folder.SureFile;
import io.github.komaseconnect.invoice.PdfMark;
import io.github.komaseconnect.invoice.SafeXml;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** Takes the file out of an answer of GetDocumentPdf, decoding its base64 piece by piece. */
final class PdfContents {
    private final SafeXml xml;

    PdfContents(SafeXml xml) {
        this.xml = xml;
    }

    /** What was found. */
    enum Found {
        PDF,
        SOMETHING_ELSE,
        NOTHING
    }

    /**
     * Turns the answer into the PDF and moves it to {@code file}; the file is there only after {@link Found#PDF}. Its bytes are
     * durable then, and its name is once the folder was flushed. Whatever comes of it, the answer is of no more use.
     */
    Found write(Path answer, Path file) throws UnusableAnswerException, IOException {
        try {
            if (!decode(answer)) {
                return Found.NOTHING;
            }
            if (!PdfMark.isIn(answer)) {
                return Found.SOMETHING_ELSE;
            }
            AtomicFile.flushBytes(answer);
            SureFile.keepSoft(answer, file);
            return Found.PDF;
        } catch (XMLStreamException | RuntimeException e) {
            throw new UnusableAnswerException("its file is not sound base64");
        }
    }

    /**
     * Writes what the base64 says over the answer itself: it is shorter than what was read of it, and to make another file of
     * it costs more than to decode it.
     */
    private boolean decode(Path answer) throws XMLStreamException, IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(answer), 64 * 1024);
                FileChannel out = FileChannel.open(answer, StandardOpenOption.WRITE)) {
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
                            out.write(ByteBuffer.wrap(buffer, 0, read));
                            length += read;
                        }
                        out.truncate(length);
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
