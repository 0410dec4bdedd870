package io.github.komaseconnect.hostile;

import io.github.komaseconnect.invoice.TestUbl;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Something that wants whoever reads XML to multiply, to read a file or to call a server, in whatever document.
 *
 * @param doctype the inside of a DOCTYPE; empty for none
 * @param attributes of the root element
 * @param content between elements of the document
 * @param mustBeRefused whether whoever reads it must refuse the document; else it may be taken as the text that it is
 */
public record XmlAttack(
        String name, String instruction, String doctype, String attributes, String content, boolean mustBeRefused) {
    /** What stands in the file that must not be read. */
    static final String SECRET = "GEHEIM-4711";

    private static final String XSI = " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

    /**
     * All of them.
     *
     * @param url of a server that counts its calls
     * @param secret a file with {@link #SECRET} in it
     */
    static List<XmlAttack> all(String url, Path secret) {
        String file = secret.toUri().toString();
        return List.of(
                refused("billion-laughs", "[" + laughs() + "]", "&a11;"),
                refused("quadratic-blow-up", "[<!ENTITY a \"" + "a".repeat(50_000) + "\">]", "&a;".repeat(20_000)),
                refused("file-entity", "[<!ENTITY x SYSTEM \"" + file + "\">]", "&x;"),
                refused("http-entity", "[<!ENTITY x SYSTEM \"" + url + "entity\">]", "&x;"),
                refused(
                        "parameter-entity",
                        "[<!ENTITY % f SYSTEM \"" + file + "\"><!ENTITY % r SYSTEM \"" + url + "parameter\">%r;]",
                        "x"),
                refused("external-dtd", "SYSTEM \"" + url + "external.dtd\"", "x"),
                refused("public-dtd", "PUBLIC \"-//X//Y\" \"" + url + "public.dtd\"", "x"),
                taken(
                        "xinclude",
                        "",
                        "",
                        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" parse=\"text\" href=\"" + file
                                + "\"/><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"" + url
                                + "include\"/>"),
                taken(
                        "schema-location",
                        "",
                        XSI + " xsi:schemaLocation=\"urn:x " + url + "x.xsd\" xsi:noNamespaceSchemaLocation=\"" + url
                                + "y.xsd\"",
                        ""),
                taken("stylesheet", "<?xml-stylesheet type=\"text/xsl\" href=\"" + url + "x.xsl\"?>", "", ""));
    }

    private static XmlAttack refused(String name, String doctype, String content) {
        return new XmlAttack(name, "", doctype, "", content, true);
    }

    private static XmlAttack taken(String name, String instruction, String attributes, String content) {
        return new XmlAttack(name, instruction, "", attributes, content, false);
    }

    private static String laughs() {
        StringBuilder entities = new StringBuilder("<!ENTITY a0 \"ha\">");
        for (int n = 1; n < 12; n++) {
            entities.append("<!ENTITY a").append(n).append(" \"");
            entities.append(("&a" + (n - 1) + ";").repeat(10)).append("\">");
        }
        return entities.toString();
    }

    /** An invoice with it. */
    public String invoice() {
        String whole = TestUbl.invoice(TestUbl.NUMBER + "<cbc:Note>" + content + "</cbc:Note>" + TestUbl.SUPPLIER);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + into(whole, "Invoice");
    }

    /**
     * Another document with it.
     *
     * @param document without a declaration; {@code @} stands where the content goes
     * @param root name of the root element, as it is written
     */
    public String into(String document, String root) {
        return instruction
                + (doctype.isEmpty() ? "" : "<!DOCTYPE " + root + " " + doctype + ">")
                + document.replace("@", content)
                        .replaceFirst("<" + root, "<" + root + Matcher.quoteReplacement(attributes));
    }

    @Override
    public String toString() {
        return name;
    }
}
