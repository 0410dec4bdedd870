package io.github.komaseconnect.platform;

import io.github.komaseconnect.folder.SureFile;
import io.github.komaseconnect.invoice.PdfMark;
import io.github.komaseconnect.invoice.SafeXml;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
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
            Found found = decode(answer);
            if (found == Found.PDF) {
                SureFile.keepSoft(answer, file);
            }
            return found;
        } catch (XMLStreamException | RuntimeException e) {
            throw new UnusableAnswerException("its file is not sound base64");
        }
    }

    /**
     * Writes what the base64 says over the answer itself: it is shorter than what was read of it, and to make another file of
     * it costs more than to decode it. The bytes of a PDF are durable then.
     */
    private Found decode(Path answer) throws XMLStreamException, IOException {
        try (FileChannel file = FileChannel.open(answer, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            XMLStreamReader2 reader = xml.reader(new BufferedInputStream(Channels.newInputStream(file), 64 * 1024));
            try {
                while (reader.hasNext()) {
                    if (reader.next() == XMLStreamReader2.START_ELEMENT
                            && reader.getLocalName().equals("Contents")) {
                        return overwrite(file, reader);
                    }
                }
                return Found.NOTHING;
            } finally {
                reader.close();
            }
        }
    }

    private static Found overwrite(FileChannel file, XMLStreamReader2 reader) throws XMLStreamException, IOException {
        byte[] buffer = new byte[48 * 1024];
        ByteArrayOutputStream beginning = new ByteArrayOutputStream(PdfMark.WITHIN);
        long length = 0;
        for (int read = reader.readElementAsBinary(buffer, 0, buffer.length);
                read > 0;
                read = reader.readElementAsBinary(buffer, 0, buffer.length)) {
            beginning.write(buffer, 0, Math.min(read, PdfMark.WITHIN - beginning.size()));
            // not where the channel stands: from there on the answer is still to be read
            ByteBuffer piece = ByteBuffer.wrap(buffer, 0, read);
            while (piece.hasRemaining()) {
                length += file.write(piece, length);
            }
        }
        file.truncate(length);
        if (length == 0) {
            return Found.NOTHING;
        }
        if (!PdfMark.isIn(beginning.toByteArray())) {
            return Found.SOMETHING_ELSE;
        }
        file.force(true);
        return Found.PDF;
    }
}
