package io.github.komaseconnect.invoice;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A document embedded in an invoice (BG-24), as far as it can be judged by its beginning.
 *
 * @param position of its {@code AdditionalDocumentReference} among all of them, from 0
 * @param id {@code cbc:ID} of the reference (BT-122)
 * @param typeCode {@code cbc:DocumentTypeCode}
 * @param description {@code cbc:DocumentDescription} (BT-123)
 * @param fileName attribute {@code filename}
 * @param mimeCode attribute {@code mimeCode}
 * @param isPdf whether it begins as a PDF does, whatever it is declared to be
 */
record Attachment(
        int position, String id, String typeCode, String description, String fileName, String mimeCode, boolean isPdf) {
    /** With these eConnect and Dutch suppliers mark the image of the invoice, whatever else is in it. */
    private static final List<String> IMAGE_WORDS = List.of("primary image", "primaryimage", "primary_image");

    /** Words with which suppliers mark the image of the invoice itself. */
    private static final List<String> INVOICE_WORDS =
            List.of("factuur", "faktuur", "invoice", "creditnota", "creditnote", "credit note", "rechnung", "facture");

    /** Words for what is certainly something else than the invoice. */
    private static final List<String> OTHER_WORDS = List.of(
            "tekening",
            "drawing",
            "urenstaat",
            "urenverantwoording",
            "timesheet",
            "time sheet",
            "werkbon",
            "pakbon",
            "packing slip",
            "delivery note",
            "voorwaarden",
            "terms and conditions",
            "foto",
            "photo");

    /** 130 is an invoiced object and 50 a project (EN 16931, BT-18 and BT-11): references, not images of the invoice. */
    private static final List<String> OTHER_TYPE_CODES = List.of("130", "50");

    /** UNTDID 1001: invoice, credit note, corrected, prepayment and self-billed invoice. */
    private static final List<String> INVOICE_TYPE_CODES = List.of("380", "381", "384", "386", "389", "326");

    /** How likely an attachment is the image of the invoice; later is likelier. */
    enum Likelihood {
        SOMETHING_ELSE,
        UNMARKED,
        MARKED
    }

    /** What precedes something that came along with the invoice, as in "2026-12 incl. getekende werkbon". */
    private static final Pattern ALONG_WITH = Pattern.compile(
            "(?:\\P{L}(?:incl|inclusief|met|en|plus|including|with|and)(?:\\P{L}+\\p{L}+){0,2}\\P{L}+|[+&]\\P{L}*)$");

    /** Whether it may stand for the invoice. */
    boolean mayShowInvoice(String invoiceNumber) {
        return likelihood(invoiceNumber) != Likelihood.SOMETHING_ELSE;
    }

    boolean isDeclaredPdf() {
        String mime = mimeCode.toLowerCase(Locale.ROOT);
        return mime.startsWith("application/pdf") || mime.startsWith("application/x-pdf");
    }

    Likelihood likelihood(String invoiceNumber) {
        if (OTHER_TYPE_CODES.contains(typeCode)) {
            return Likelihood.SOMETHING_ELSE;
        }
        if (INVOICE_TYPE_CODES.contains(typeCode)) {
            return Likelihood.MARKED;
        }
        List<String> texts = Stream.of(description, id, fileName)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .toList();
        if (texts.stream().anyMatch(text -> contains(text, IMAGE_WORDS))) {
            return Likelihood.MARKED;
        }
        List<String> number = invoiceNumber.length() > 3 ? List.of(invoiceNumber.toLowerCase(Locale.ROOT)) : List.of();
        List<Likelihood> each =
                texts.stream().map(text -> likelihood(text, number)).toList();
        return each.contains(Likelihood.SOMETHING_ELSE) ? Likelihood.SOMETHING_ELSE : Collections.max(each);
    }

    /**
     * By one text. Of "Factuur 12 met werkbon" the invoice is what it is about, of "Werkbon bij factuur 12" the other; a
     * timesheet is often named after the number of its invoice, so that the number alone does not outweigh the word.
     */
    private static Likelihood likelihood(String text, List<String> number) {
        OptionalInt other = OTHER_WORDS.stream()
                .mapToInt(text::indexOf)
                .filter(at -> at >= 0)
                .min();
        if (other.isEmpty()) {
            return contains(text, number) || contains(text, INVOICE_WORDS) ? Likelihood.MARKED : Likelihood.UNMARKED;
        }
        String before = text.substring(0, other.getAsInt());
        boolean ofInvoice = contains(before, INVOICE_WORDS);
        if ((ofInvoice || contains(before, number))
                && ALONG_WITH.matcher(before).find()) {
            return Likelihood.MARKED;
        }
        // not "factuurvoorwaarden", which is one word for another thing
        boolean ownWord = !before.isEmpty() && !Character.isLetter(before.charAt(before.length() - 1));
        return ofInvoice && ownWord ? Likelihood.UNMARKED : Likelihood.SOMETHING_ELSE;
    }

    private static boolean contains(String text, List<String> words) {
        return words.stream().anyMatch(text::contains);
    }

    /** A name for the PDF: that of the document without folders and odd characters; always ends in {@code .pdf}. */
    String pdfName() {
        String given = fileName.isEmpty() ? id : fileName;
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{C}<>:\"/\\\\|?*]", "_").strip();
        String base = clean.toLowerCase(Locale.ROOT).endsWith(".pdf") ? clean.substring(0, clean.length() - 4) : clean;
        base = base.replaceAll("^[. ]+|[. ]+$", "");
        if (base.length() > 100) {
            base = base.substring(0, 100).strip();
        }
        return (base.isEmpty() ? "document" : base) + ".pdf";
    }
}
