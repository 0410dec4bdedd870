package io.github.komaseconnect.hostile;

import static io.github.komaseconnect.hostile.HostileDocument.held;
import static io.github.komaseconnect.hostile.HostileDocument.row;
import static io.github.komaseconnect.hostile.HostileDocument.sample;
import static io.github.komaseconnect.hostile.HostileDocument.sent;
import static io.github.komaseconnect.hostile.HostileDocument.text;

import java.nio.file.Path;
import java.util.stream.Stream;

/** Documents that want the reader to multiply, to fetch or to run something. */
final class HostileEntities {
    private static final String DOCTYPE = "document.doctype";

    private HostileEntities() {}

    static Stream<HostileDocument> all(int port, Path secret) {
        String url = "http://127.0.0.1:" + port + "/";
        return Stream.of(
                held("billion-laughs", DOCTYPE, text(sample("H-LOL", laughs(), "<cbc:Note>&a11;</cbc:Note>"))),
                held(
                        "quadratic-blow-up",
                        DOCTYPE,
                        row(
                                sample("H-QUAD", "%%", "<cbc:Note>" + "&a;".repeat(50_000) + "</cbc:Note>"),
                                "<!DOCTYPE Invoice [<!ENTITY a \"",
                                n -> "aaaaaaaaaa",
                                "\">]>")),
                held("file-entity", DOCTYPE, doctype("[<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]", "&x;")),
                held("http-entity", DOCTYPE, doctype("[<!ENTITY x SYSTEM \"" + url + "e\">]", "&x;")),
                held("external-subset", DOCTYPE, doctype("SYSTEM \"" + url + "x.dtd\"", "x")),
                held("public-subset", DOCTYPE, doctype("PUBLIC \"-//X//Y\" \"" + url + "p.dtd\"", "x")),
                held(
                        "parameter-entity",
                        DOCTYPE,
                        doctype(
                                "[<!ENTITY % f SYSTEM \"" + secret.toUri() + "\"><!ENTITY % r SYSTEM \"" + url
                                        + "r\">%r;]",
                                "x")),
                held("attribute-defaults", DOCTYPE, doctype("[<!ATTLIST Invoice x CDATA \"y\">]", "x")),
                held("doctype-alone", DOCTYPE, doctype("", "x")),
                held("unknown-entity", "document.damaged", text(sample("H-ENT", "", "<cbc:Note>&nbsp;</cbc:Note>"))),
                sent(
                        "xinclude",
                        text(sample(
                                "H-XI",
                                "",
                                "<cbc:Note xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"" + url
                                        + "i\" parse=\"text\"/></cbc:Note>"))),
                sent(
                        "schema-location",
                        text(sample("H-XSD", "", "")
                                .replaceFirst(
                                        "<Invoice ",
                                        "<Invoice xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                                                + " xsi:schemaLocation=\"urn:x " + url + "s.xsd\" "))),
                sent(
                        "stylesheet-instruction",
                        text(sample("H-XSL", "<?xml-stylesheet type=\"text/xsl\" href=\"" + url + "s.xsl\"?>\n", ""))),
                held("stylesheet-with-document", "document.other", text(stylesheet(url))),
                sent(
                        "markup-in-text",
                        text(sample(
                                "H-HTML",
                                "",
                                "<cbc:Note>&lt;img src=\"" + url + "img\"/&gt;&lt;script&gt;x&lt;/script&gt;" + " url("
                                        + url + "css)</cbc:Note>"))));
    }

    private static HostileDocument.Content doctype(String inside, String note) {
        return text(sample("H-DTD", "<!DOCTYPE Invoice " + inside + ">\n", "<cbc:Note>" + note + "</cbc:Note>"));
    }

    private static String laughs() {
        StringBuilder doctype = new StringBuilder("<!DOCTYPE Invoice [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 12; i++) {
            doctype.append("<!ENTITY a").append(i).append(" \"");
            doctype.append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        }
        return doctype + "]>\n";
    }

    private static String stylesheet(String url) {
        return "<xsl:stylesheet version=\"1.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\">"
                + "<xsl:import href=\"" + url + "i.xsl\"/><xsl:template match=\"/\"><xsl:copy-of select=\"document('"
                + url + "d')\"/></xsl:template></xsl:stylesheet>";
    }
}
