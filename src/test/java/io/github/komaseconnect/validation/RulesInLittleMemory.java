package io.github.komaseconnect.validation;

import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.rules.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Applies the rules in a JVM of its own, with as little memory as the program has, to documents as large as they come. */
public final class RulesInLittleMemory {
    private RulesInLittleMemory() {}

    /** Argument: a folder for the documents. Prints a line for each. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        PhiveRules rules = new PhiveRules(new SafeXml(), missing -> {});
        rules.makeReady();
        tell("attachment", rules.examine(attachment(folder), "attachment"));
        // about 21 elements a line
        int lines = Integer.parseInt(arguments[1]);
        tell("lines", rules.examine(lines(folder, lines), "lines"));
        tell("million", rules.examine(lines(folder, 300_000), "million"));
    }

    private static void tell(String what, Verdict verdict) {
        String words = verdict instanceof Verdict.Examined examined
                ? examined.isSound() ? "sound" : examined.broken().toString()
                : verdict.toString();
        System.out.println(what + ": " + words);
    }

    /** 90 MB of a PDF in base64. */
    private static Path attachment(Path folder) throws IOException {
        String sample = RuleSamples.invoice(RuleSamples.BIS);
        int place = sample.indexOf("<cac:AccountingSupplierParty>");
        Path file = folder.resolve("attachment.xml");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(sample, 0, place);
            out.write("<cac:AdditionalDocumentReference><cbc:ID>bijlage</cbc:ID><cac:Attachment>"
                    + "<cbc:EmbeddedDocumentBinaryObject mimeCode=\"application/pdf\" filename=\"f.pdf\">");
            for (int n = 0; n < 1_200_000; n++) {
                out.write("ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg\n");
            }
            out.write("</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>");
            out.write(sample, place, sample.length() - place);
        }
        return file;
    }

    /** An invoice with so many lines, free of charge, besides those it has. */
    private static Path lines(Path folder, int count) throws IOException {
        String sample = RuleSamples.invoice(RuleSamples.BIS);
        int first = sample.indexOf("<cac:InvoiceLine>");
        int second = sample.indexOf("<cac:InvoiceLine>", first + 1);
        String line = sample.substring(second, sample.indexOf("</Invoice>"))
                .replace(">99.00<", ">0.00<")
                .replace(">41.25<", ">0.00<");
        Path file = folder.resolve("lines-" + count + ".xml");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(sample, 0, sample.indexOf("</Invoice>"));
            for (int n = 0; n < count; n++) {
                out.write(line.replace("<cbc:ID>2</cbc:ID>", "<cbc:ID>" + (n + 3) + "</cbc:ID>"));
            }
            out.write("</Invoice>");
        }
        return file;
    }
}
