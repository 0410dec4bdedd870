package io.github.komaseconnect.invoice;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;

/** Small UBL documents for tests. */
public final class TestUbl {
    public static final String NUMBER = "<cbc:ID>F-1</cbc:ID>";
    public static final String SUPPLIER = "<cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Acme"
            + "</cbc:Name></cac:PartyName></cac:Party></cac:AccountingSupplierParty>";
    /** What an enveloped digital signature looks like, where UBL wants it: before everything else. */
    public static final String SIGNATURE =
            "<ext:UBLExtensions xmlns:ext=\"urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2\">"
                    + "<ext:UBLExtension><ext:ExtensionContent>"
                    + "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:SignedInfo/></ds:Signature>"
                    + "</ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>";

    private static final String NAMESPACES = " xmlns:cac=\"" + Ubl.AGGREGATE + "\" xmlns:cbc=\"" + Ubl.BASIC + "\"";

    private TestUbl() {}

    /** An invoice with this between its tags. */
    public static String invoice(String content) {
        return "<Invoice xmlns=\"" + Ubl.INVOICE + "\"" + NAMESPACES + ">" + content + "</Invoice>";
    }

    /** A credit note with this between its tags. */
    public static String creditNote(String content) {
        return "<CreditNote xmlns=\"" + Ubl.CREDIT_NOTE + "\"" + NAMESPACES + ">" + content + "</CreditNote>";
    }

    /** The least that is usable. */
    public static String smallest() {
        return invoice(NUMBER + SUPPLIER);
    }

    public static String attachment(String id, String fileName, String typeCode, String base64) {
        return "<cac:AdditionalDocumentReference><cbc:ID>" + id + "</cbc:ID>"
                + (typeCode.isEmpty() ? "" : "<cbc:DocumentTypeCode>" + typeCode + "</cbc:DocumentTypeCode>")
                + "<cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode=\"application/pdf\" filename=\""
                + fileName + "\">" + base64
                + "</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>";
    }

    public static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Writes an invoice with an embedded PDF of so many bytes (made a multiple of three), never held in memory. */
    public static void large(Path file, long pdfBytes) throws IOException {
        String whole = invoice(NUMBER + attachment("1", "factuur.pdf", "", "@") + SUPPLIER);
        byte[] chunk = new byte[3 * 16 * 1024];
        new Random(7).nextBytes(chunk);
        byte[] first = chunk.clone();
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, first, 0, 9);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(whole.substring(0, whole.indexOf('@')).getBytes(StandardCharsets.UTF_8));
            out.write(Base64.getEncoder().encode(first));
            for (long written = first.length; written < pdfBytes; written += chunk.length) {
                out.write(Base64.getEncoder().encode(chunk));
            }
            out.write(whole.substring(whole.indexOf('@') + 1).getBytes(StandardCharsets.UTF_8));
        }
    }
}
