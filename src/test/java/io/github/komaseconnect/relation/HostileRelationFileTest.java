package io.github.komaseconnect.relation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.fuzz.Scratch;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Relation files that no person made: each is read, or refused in words, before anybody has to wait for it. */
class HostileRelationFileTest {
    private static final String HEADER = "relatienummer;naam;verzendmethode;kvk-nummer;e-mail\n";
    private static final String ROW = "10001;Jansen;peppol;87654321;a@x.nl\n";
    private static final int MUCH = 1_000_000;

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("nothing", new byte[0]);
        files.put("zeros", new byte[MUCH]);
        files.put("only-blanks", utf8(" ".repeat(MUCH)));
        files.put("only-line-ends", utf8("\n".repeat(MUCH)));
        files.put("only-separators", utf8(";".repeat(50_000)));
        files.put("many-quotes", utf8(HEADER + "\"".repeat(MUCH)));
        files.put("blanks-in-a-number", utf8(HEADER + "1" + " ".repeat(MUCH) + "2;x;peppol;87654321;\n"));
        files.put("blanks-in-an-identifier", utf8(HEADER + "1;x;peppol;8" + " ".repeat(MUCH) + "7;\n"));
        files.put("blanks-in-an-address", utf8(HEADER + "1;x;e-mail;;a" + " ".repeat(MUCH) + "b\n"));
        files.put("apostrophes", utf8(HEADER + "1;x;peppol;8" + "'".repeat(MUCH) + "7;\n"));
        files.put("angle-brackets", utf8(HEADER + "1;x;e-mail;;" + "<".repeat(MUCH) + "\n"));
        files.put("many-addresses", utf8(HEADER + "1;x;e-mail;;\"" + "a@x.nl,".repeat(MUCH / 7) + "\"\n"));
        files.put("one-word", utf8("x".repeat(MUCH)));
        files.put("too-large", utf8(HEADER + ROW.repeat(400_000)));
        files.put("same-row-often", utf8(HEADER + ROW.repeat(1_000)));
        files.put("shifted-rows", utf8(HEADER + "10001;Jan;sen;peppol;87654321;a@x.nl;;;\n".repeat(1_000)));
        files.put("control-characters", utf8(HEADER + "1\u0007;\u001B[31mx\u202E;e-mail;;a@x.nl\u0000\n"));
        files.put("formulas", utf8(HEADER + "=1+1;=cmd|' /C calc'!A0;peppol;=\"87654321\";@SUM(a)\n"));
        files.put("header-injection", utf8(HEADER + "1;x;e-mail;;\"a@x.nl\r\nBcc: b@y.nl\"\n"));
        files.put("zip", new byte[] {'P', 'K', 3, 4, 0, 0});
        files.put("xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0});
        files.put("html", utf8("<html><body><table><tr><td>relatienummer</td></tr></table></body></html>"));
        files.put("utf-16-cut-off", (("\uFEFF" + HEADER + ROW) + "x").getBytes(StandardCharsets.UTF_16LE));
        files.put("utf-32", ("\uFEFF" + HEADER + ROW).getBytes(Charset.forName("UTF-32LE")));
        files.put("mixed-encodings", mixed());
        return files;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] mixed() {
        byte[] begin = utf8(HEADER + "1;Café;peppol;87654321;\n");
        byte[] end = "2;Café;peppol;87654321;\n".getBytes(Charset.forName("windows-1252"));
        byte[] both = Arrays.copyOf(begin, begin.length + end.length);
        System.arraycopy(end, 0, both, begin.length, end.length);
        return both;
    }

    @Test
    void eachIsReadOrRefusedSoon() {
        int refused = 0;
        RelationFile reader = new RelationFile(new IdentifierReader());
        Map<String, byte[]> files = files();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            long began = System.nanoTime();
            RelationFileReading reading = reader.read(file.getValue(), "relations.csv");
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as(file.getKey())
                    .isLessThan(Duration.ofSeconds(20));
            if (reading instanceof RelationFileReading.Broken broken) {
                Scratch.assertTells(broken.reason());
                assertThat(broken.reason().dutch()).as(file.getKey()).contains("relations.csv");
                refused++;
            } else {
                RelationSnapshot snapshot = ((RelationFileReading.Readable) reading).snapshot();
                snapshot.lineTroubles().forEach(trouble -> Scratch.assertTells(trouble.reason()));
                assertThat(snapshot.relations()).allSatisfy(HostileRelationFileTest::harmless);
            }
        }
        System.out.println("COUNT hostile-relations inputs=" + files.size() + " refused-with-reason=" + refused
                + " read=" + (files.size() - refused));
    }

    private static void harmless(Relation relation) {
        assertThat(relation.email().addresses()).allMatch(address -> address.matches("[!-~]{1,254}"));
        assertThat(relation.address().map(ElectronicAddress::receiver).orElse("x"))
                .matches("[!-~]{1,100}");
    }
}
