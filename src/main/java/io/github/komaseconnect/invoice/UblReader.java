package io.github.komaseconnect.invoice;

import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * Reads what the program needs to know of a UBL invoice or credit note. Every document is read to its end, so that a
 * usable one is known to be complete and well-formed; memory does not grow with its size. Safe for several threads.
 */
public final class UblReader {
    private final SafeXml xml;

    /** @param xml how XML is read */
    public UblReader(SafeXml xml) {
        this.xml = xml;
    }

    /**
     * Reads a file.
     *
     * @return what it is; everything that is wrong with the document itself is an answer, not an exception
     * @throws IOException when the file cannot be read at all: it is gone, or locked, or the disk fails
     */
    public UblReading read(Path file) throws IOException {
        return read(file, file.getFileName().toString());
    }

    /**
     * Reads a file that people know by another name.
     *
     * @param name what reasons call it, e.g. the name that Komas gave it
     */
    public UblReading read(Path file, String name) throws IOException {
        return read(file, name, () -> xml.open(file));
    }

    /** Reads a file as it is when it is mended. */
    UblReading read(Path file, String name, TextRepair repair) throws IOException {
        return read(file, name, () -> xml.open(repair.over(file)));
    }

    /** Whether a document that can be read when it is mended carries a digital signature. */
    boolean isSigned(Path file, TextRepair repair) throws IOException {
        UblScan scan = new UblScan(new Fields());
        try (XmlDocument document = xml.open(repair.over(file))) {
            scan.run(document);
        } catch (XMLStreamException changed) {
            throw new IOException("the document changed while it was being read", changed);
        }
        return scan.isSigned();
    }

    private interface Opening {
        XmlDocument open() throws IOException, XMLStreamException;
    }

    private static UblReading read(Path file, String name, Opening opening) throws IOException {
        UblReasons reasons = new UblReasons(name);
        if (Files.size(file) == 0) {
            return new UblReading.NotUsable(reasons.empty());
        }
        Fields fields = new Fields();
        HeaderFields header = new HeaderFields(fields);
        UblScan scan = new UblScan(fields);
        try (XmlDocument document = opening.open()) {
            scan.run(document);
        } catch (EncodingFault fault) {
            return new UblReading.NotUsable(reasons.encoding(fault));
        } catch (XMLStreamException failure) {
            return new UblReading.NotUsable(reasons.unreadable(failure, scan));
        }
        return judge(scan, header, name, reasons);
    }

    private static UblReading judge(UblScan scan, HeaderFields header, String name, UblReasons reasons) {
        Optional<DocumentType> type = scan.type();
        int documents = scan.documentsInside() + (type.isPresent() ? 1 : 0);
        if (documents > 1) {
            return new UblReading.NotUsable(reasons.severalInvoices(scan));
        }
        if (type.isEmpty()) {
            return new UblReading.OtherDocument(scan.rootName(), reasons.otherDocument(scan));
        }
        if (scan.xmlVersion().equals("1.1")) {
            return new UblReading.NotUsable(reasons.xmlVersion(scan));
        }
        Optional<Reason> missing = header.missing(new HeaderReasons(name), scan);
        if (missing.isPresent()) {
            return new UblReading.NotUsable(missing.get());
        }
        return new UblReading.Usable(header.header(type.get()));
    }
}
