package io.github.komaseconnect.rendering;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** Puts the UBL, byte for byte, into the PDF that was made of it, as PDF/A-3 (ISO 19005-3, 6.8) wants an attached file. */
final class EmbeddedUbl {
    /** A larger one is large by its attachments: it would make a mail, which has the UBL as well, twice as large. */
    static final long MOST_BYTES = 5_000_000;

    private EmbeddedUbl() {}

    /** @param name of the file in the PDF, a safe one */
    static void into(PDDocument pdf, Path ubl, String name) throws IOException {
        if (Files.size(ubl) > MOST_BYTES) {
            return;
        }
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile(name);
        file.setFileUnicode(name);
        file.setFileDescription("UBL");
        // the same invoice for programs to read
        file.getCOSObject().setName("AFRelationship", "Alternative");
        PDEmbeddedFile content = content(pdf, ubl);
        file.setEmbeddedFile(content);
        file.setEmbeddedFileUnicode(content);

        PDEmbeddedFilesNameTreeNode leaf = new PDEmbeddedFilesNameTreeNode();
        leaf.setNames(Map.of(name, file));
        PDEmbeddedFilesNameTreeNode root = new PDEmbeddedFilesNameTreeNode();
        root.setKids(List.of(leaf));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
        names.setEmbeddedFiles(root);
        pdf.getDocumentCatalog().setNames(names);
        COSArray associated = new COSArray();
        associated.add(file);
        pdf.getDocumentCatalog().getCOSObject().setItem(COSName.AF, associated);
    }

    private static PDEmbeddedFile content(PDDocument pdf, Path ubl) throws IOException {
        try (InputStream in = Files.newInputStream(ubl)) {
            PDEmbeddedFile content = new PDEmbeddedFile(pdf, in, COSName.FLATE_DECODE);
            content.setSubtype("text/xml");
            content.setSize((int) Files.size(ubl));
            Calendar modified = new GregorianCalendar();
            modified.setTimeInMillis(Files.getLastModifiedTime(ubl).toMillis());
            content.setModDate(modified);
            return content;
        }
    }
}
