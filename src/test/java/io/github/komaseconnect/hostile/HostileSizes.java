package io.github.komaseconnect.hostile;

import static io.github.komaseconnect.hostile.HostileDocument.held;
import static io.github.komaseconnect.hostile.HostileDocument.row;
import static io.github.komaseconnect.hostile.HostileDocument.sample;
import static io.github.komaseconnect.hostile.HostileDocument.sent;

import java.util.stream.Stream;

/** Documents with too much of something that a reader might keep in memory, or go through again and again. */
final class HostileSizes {
    private static final String DAMAGED = "document.damaged";
    private static final String A_THOUSAND = "x".repeat(1000);

    private HostileSizes() {}

    static Stream<HostileDocument> all() {
        return Stream.of(
                held("deep-nesting", DAMAGED, inside("H-DEEP", "", n -> "<a>", "")),
                held("long-element-name", DAMAGED, inside("H-NAME", "<", n -> A_THOUSAND, "/>")),
                held("long-attribute-name", DAMAGED, inside("H-ANAME", "<cbc:Note ", n -> A_THOUSAND, "=\"\"/>")),
                held("long-attribute", DAMAGED, inside("H-ATT", "<cbc:Note x=\"", n -> A_THOUSAND, "\"/>")),
                held("many-attributes", DAMAGED, inside("H-ATTS", "<cbc:Note", n -> " a" + n + "=\"\"", "/>")),
                held("many-namespaces", DAMAGED, inside("H-NS", "<cbc:Note", n -> " xmlns:a" + n + "=\"u\"", "/>")),
                held("many-names", DAMAGED, inside("H-NAMES", "", n -> "<a" + n + "/>", "")),
                held("many-attribute-names", DAMAGED, inside("H-ANS", "", n -> "<a b" + n + "=\"\"/>", "")),
                held("many-instructions", DAMAGED, inside("H-PIS", "", n -> "<?a" + n + "?>", "")),
                held("long-instruction", DAMAGED, inside("H-PI", "<?a ", n -> A_THOUSAND, "?>")),
                held("long-entity-name", DAMAGED, inside("H-ENTN", "<cbc:Note>&", n -> A_THOUSAND, ";</cbc:Note>")),
                held("long-doctype-name", DAMAGED, row(sample("H-DTN", "%%", ""), "<!DOCTYPE ", n -> A_THOUSAND, ">")),
                held(
                        "long-system-id",
                        DAMAGED,
                        row(sample("H-DTS", "%%", ""), "<!DOCTYPE Invoice SYSTEM \"", n -> A_THOUSAND, "\">")),
                held("junk-in-front", "document.not-xml", row("%%" + sample("H-J", "", ""), "", n -> "junk", "")),
                held("junk-behind", "document.more-after-end", row(sample("H-JB", "", "") + "%%", "", n -> "junk", "")),
                held("long-number", "invoice.number-too-long", row(sample("%%", "", ""), "", n -> A_THOUSAND, "")),
                sent("long-comment", inside("H-COM", "<!--", n -> A_THOUSAND + " < & > ", "-->")),
                sent("long-cdata", inside("H-CD", "<cbc:Note><![CDATA[", n -> A_THOUSAND + "<&", "]]></cbc:Note>")),
                sent("long-blank", inside("H-BLANK", "", n -> " ".repeat(1000), "")),
                sent("blank-within-text", inside("H-BLT", "<cbc:Note>a", n -> " ".repeat(1000), "b\n  c</cbc:Note>")),
                sent("long-line", inside("H-LINE", "<cbc:Note>", n -> A_THOUSAND, "</cbc:Note>")),
                sent("many-notes", inside("H-NOTES", "", n -> "<cbc:Note/>", "")),
                sent("many-numbers", inside("H-IDS", "", n -> "<cbc:ID>" + A_THOUSAND + "</cbc:ID>", "")),
                sent(
                        "many-attachments",
                        inside(
                                "H-ATTM",
                                "",
                                n -> "<cac:AdditionalDocumentReference><cbc:ID>" + n + "</cbc:ID><cac:Attachment>"
                                        + "<cbc:EmbeddedDocumentBinaryObject mimeCode=\"application/pdf\" filename=\""
                                        + A_THOUSAND + "\">JVBERi0xLjQK</cbc:EmbeddedDocumentBinaryObject>"
                                        + "</cac:Attachment></cac:AdditionalDocumentReference>",
                                "")),
                sent(
                        "many-descriptions",
                        inside(
                                "H-DESC",
                                "<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID>",
                                n -> "<cbc:DocumentDescription>" + A_THOUSAND + "</cbc:DocumentDescription>",
                                "</cac:AdditionalDocumentReference>")),
                sent(
                        "many-identifications",
                        row(
                                sample("H-PID", "", "").replaceFirst("(<cac:PartyName>)", "%%$1"),
                                "",
                                n -> "<cac:PartyIdentification><cbc:ID schemeID=\"0088\">" + A_THOUSAND
                                        + "</cbc:ID></cac:PartyIdentification>",
                                "")));
    }

    private static HostileDocument.Content inside(
            String number, String first, HostileDocument.Piece piece, String last) {
        boolean reference = (first + piece.at(0)).contains("<cac:");
        return row(sample(number, "", reference ? "<!-- <cac:> -->%%" : "%%"), first, piece, last);
    }
}
