package io.github.komaseconnect.invoice;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
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

    /**
     * Words for what is certainly something else than the invoice, also as a part of a longer one ({@code bouwtekening},
     * {@code fotorapport}): not {@code Fotostudio}, {@code fotokopie} or {@code werkbonfactuur}, nor what only ends alike.
     */
    private static final Pattern OTHER_WORD = Pattern.compile("(?<!\\p{L})"
            + "(?!\\p{L}*(?:(?:onder|hand|aan)tekening|(?:ph|f)oto(?:studio|gra|zaak|[ck]op)))\\p{L}*"
            + "(?:tekening(?:en)?|drawings?|urenstaat|urenstaten|urenverantwoording(?:en)?|time ?sheets?|werkbon(?:nen)?"
            + "|pakbon(?:nen)?|packing slips?|delivery notes?|voorwaarden|terms and conditions|foto(?:['’]?s)?|photos?)"
            + "(?!\\p{L}*(?:factuur|faktuur|invoice))");

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

    /** What precedes something that it is an invoice for, as in "Factuur 2026-12 volgens tekening 3". */
    private static final Pattern FOR = Pattern.compile(
            "[^\\p{L}\\p{N}]+(?:bij|van|voor|volgens|conform|for|of|as per)[ _]+(?:(?:de|het|uw|the|your)[ _]+)?$");

    /** It is about an invoice then, and none. */
    private static final List<String> ABOUT_WORDS =
            List.of("overzicht", "specificatie", "bijlage", "overview", "specification", "annex");

    /** Whether it may stand for the invoice. */
    boolean mayShowInvoice(String invoiceNumber) {
        return likelihood(invoiceNumber) != Likelihood.SOMETHING_ELSE;
    }

    /** Whether its name or code says that it is the image of the invoice. */
    boolean isMarked(String invoiceNumber) {
        return likelihood(invoiceNumber) == Likelihood.MARKED;
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
        List<String> texts = texts();
        if (texts.stream().anyMatch(text -> contains(text, IMAGE_WORDS))) {
            return Likelihood.MARKED;
        }
        List<String> number = telling(invoiceNumber);
        List<Likelihood> each =
                texts.stream().map(text -> likelihood(text, number)).toList();
        return each.contains(Likelihood.SOMETHING_ELSE) ? Likelihood.SOMETHING_ELSE : Collections.max(each);
    }

    /** Whether its name or description has a word for an invoice, or the number of this one. */
    boolean names(String invoiceNumber) {
        return texts().stream()
                .anyMatch(text -> contains(text, INVOICE_WORDS) || contains(text, telling(invoiceNumber)));
    }

    private List<String> texts() {
        return Stream.of(description, id, fileName)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** A short number stands in many a name by chance. */
    private static List<String> telling(String invoiceNumber) {
        return invoiceNumber.length() > 3 ? List.of(invoiceNumber.toLowerCase(Locale.ROOT)) : List.of();
    }

    /**
     * By one text. Of "Factuur 12 met werkbon" the invoice is what it is about, of "Werkbon bij factuur 12" the other; a
     * timesheet is often named after its invoice, so that number and word alone do not outweigh it. What is doubtful, as
     * "Factuur 12 urenstaat", is no invoice: one that is made instead is complete, and a timesheet is none.
     */
    private static Likelihood likelihood(String text, List<String> number) {
        Matcher other = OTHER_WORD.matcher(text);
        if (!other.find()) {
            return contains(text, number) || contains(text, INVOICE_WORDS) ? Likelihood.MARKED : Likelihood.UNMARKED;
        }
        String before = text.substring(0, other.start());
        boolean ofInvoice = contains(before, INVOICE_WORDS) || contains(before, number);
        boolean withIt = ofInvoice && ALONG_WITH.matcher(before).find();
        return withIt || isInvoiceFor(before, number) ? Likelihood.MARKED : Likelihood.SOMETHING_ELSE;
    }

    private static boolean isInvoiceFor(String before, List<String> number) {
        Matcher preposition = FOR.matcher(before);
        if (!preposition.find() || contains(before, ABOUT_WORDS)) {
            return false;
        }
        String named = before.substring(0, preposition.start());
        String word = named.replaceFirst("\\P{L}+$", "");
        return number.stream().anyMatch(named::endsWith)
                || INVOICE_WORDS.stream().anyMatch(word::endsWith);
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
