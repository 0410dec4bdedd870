package io.github.komaseconnect.hostile;

import static io.github.komaseconnect.hostile.HostileDocument.bare;
import static io.github.komaseconnect.hostile.HostileDocument.held;
import static io.github.komaseconnect.hostile.HostileDocument.sample;
import static io.github.komaseconnect.hostile.HostileDocument.sent;
import static io.github.komaseconnect.hostile.HostileDocument.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Documents in an encoding that lies, with characters that do not belong there, or with a number that leads elsewhere. */
final class HostileTexts {
    private static final String ENCODING = "document.encoding";
    private static final String CONTROL = "document.control-character";
    private static final String DAMAGED = "document.damaged";
    private static final String INVISIBLE = "invoice.number-invisible";
    private static final String NOTE = "<cbc:Note>Café € 10</cbc:Note>";

    private HostileTexts() {}

    static Stream<HostileDocument> all() {
        return Stream.of(encodings(), characters(), numbers()).flatMap(documents -> documents);
    }

    private static Stream<HostileDocument> encodings() {
        return Stream.of(
                sent("utf-8-that-is-windows", declared("UTF-8", "H-E1", "windows-1252")),
                sent("latin-1-that-is-windows", declared("ISO-8859-1", "H-E2", "windows-1252")),
                sent("ascii-that-is-utf-8", declared("US-ASCII", "H-E3", "UTF-8")),
                sent("utf-16-that-is-utf-8", declared("UTF-16", "H-E4", "UTF-8")),
                sent("utf-32-that-is-utf-8", declared("UTF-32", "H-E5", "UTF-8")),
                held("utf-7", ENCODING, declared("UTF-7", "H-E6", "US-ASCII")),
                sent("unknown-encoding", declared("x-klingon", "H-E7", "UTF-8")),
                held("bom-utf-32-le", ENCODING, text("\uFEFF" + bare("H-E8", NOTE), "UTF-32LE")),
                held("bom-utf-32-be", ENCODING, text("\uFEFF" + bare("H-E9", NOTE), "UTF-32BE")),
                held("mixed-encodings", ENCODING, mixed()),
                held("half-a-character", ENCODING, (out, bulk) -> {
                    out.write(
                            (sample("H-E11", "", NOTE) + "<!-- €").getBytes(StandardCharsets.UTF_8),
                            0,
                            sizeOf("H-E11") - 1);
                }),
                held("utf-16-of-odd-length", ENCODING, (out, bulk) -> {
                    out.write(("\uFEFF" + bare("H-E12", NOTE)).getBytes(StandardCharsets.UTF_16LE));
                    out.write('<');
                }),
                held("ebcdic", ENCODING, text("<?xml version=\"1.0\"?>" + bare("H-E13", ""), "IBM037")),
                sent("bom-utf-8", text("\uFEFF" + sample("H-B1", "", NOTE))),
                sent("bom-utf-16-le", text("\uFEFF" + bare("H-B2", NOTE), "UTF-16LE")),
                sent("bom-utf-16-be", text("\uFEFF" + bare("H-B3", NOTE), "UTF-16BE")),
                sent(
                        "utf-16-without-bom",
                        text("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + bare("H-B4", NOTE), "UTF-16LE")),
                sent("windows-as-declared", declared("windows-1252", "H-B5", "windows-1252")));
    }

    private static int sizeOf(String number) {
        return (sample(number, "", NOTE) + "<!-- €").getBytes(StandardCharsets.UTF_8).length;
    }

    private static HostileDocument.Content declared(String declared, String number, String real) {
        return text(sample(number, "", NOTE).replace("UTF-8", declared), real);
    }

    private static HostileDocument.Content mixed() {
        return (out, bulk) -> {
            out.write(sample("H-E10", "", NOTE).getBytes(StandardCharsets.UTF_8));
            out.write("<!-- Café -->".getBytes(Charset.forName("windows-1252")));
        };
    }

    private static Stream<HostileDocument> characters() {
        return Stream.of(
                held("nul-in-text", CONTROL, note("a\u0000b")),
                sent("control-in-text", note("a\u0002b")),
                held("escape-in-text", CONTROL, note("\u001B[2J")),
                held("not-a-character", ENCODING, note("\uFFFE")),
                held("reference-to-nul", CONTROL, note("&#0;")),
                held("reference-to-control", CONTROL, note("&#x1B;")),
                held("reference-to-half", DAMAGED, note("&#xD800;")),
                held("reference-too-large", DAMAGED, note("&#x110000;")),
                held("nul-in-front", "document.not-xml", text("\u0000" + sample("H-C0", "", ""))),
                held(
                        "xml-1.1",
                        "document.xml-version",
                        text(sample("H-C1", "", "").replace("\"1.0\"", "\"1.1\""))),
                sent("odd-but-allowed", note("\u202E \uFEFF \u200B é e\u0301 😀 \uE000 ]] > -- <![CDATA[]]>")));
    }

    private static HostileDocument.Content note(String text) {
        return text(sample("H-N" + Integer.toHexString(text.hashCode()), "", "<cbc:Note>" + text + "</cbc:Note>"));
    }

    private static Stream<HostileDocument> numbers() {
        return Stream.of(
                held("number-with-control", "document.control-character", number("F&#x85;1")),
                held("number-turned-around", INVISIBLE, number("F\u202E10-6202")),
                held("number-with-zero-width", INVISIBLE, number("F\u200B2026")),
                held("number-blank", "invoice.no-number", number(" \u00A0 \t&#13;&#10; ")),
                sent("number-up", number("../../../up")),
                sent("number-absolute", number("/etc/passwd")),
                sent("number-drive", number("C:\\Windows\\x")),
                sent("number-device", number("NUL")),
                sent("number-stream", number("a.xml:hidden:$DATA")),
                sent("number-dots", number("... .")),
                sent("number-line-break", number("F-2026&#13;&#10;Bcc: x@y.example")),
                sent("number-formula", number("=cmd|' /C calc'!A0")),
                sent("number-percent", number("%n%s%x${jndi:ldap://127.0.0.1/x}{{env:PATH}}")),
                sent("number-quote", number("'; DROP TABLE invoice; --")),
                sent("number-markup", number("&lt;b&gt;F&lt;/b&gt;&amp;amp;")),
                sent("number-composed", number("CAF\u00C9-1")),
                sent("number-fullwidth", number("\uFF26\uFF0D\uFF11")),
                sent("number-of-200", number("9".repeat(200))));
    }

    private static HostileDocument.Content number(String number) {
        return text(sample("@@", "", "").replace("@@", number));
    }
}
