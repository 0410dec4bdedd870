package io.github.komaseconnect.relation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.fuzz.Scratch;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Whatever bytes a relation file holds: relations, each with what is wrong with it, or one reason for the whole file. */
public final class RelationFuzz {
    private static final RelationFile FILE = new RelationFile(new IdentifierReader());

    private RelationFuzz() {}

    /** The program's sample, as different programs save it. */
    public static Stream<byte[]> seeds() {
        String sample = new String(Scratch.sample("relations.csv"), StandardCharsets.UTF_8);
        return Stream.of(
                sample.getBytes(StandardCharsets.UTF_8),
                sample.getBytes(Charset.forName("windows-1252")),
                ("\uFEFF" + sample.lines().limit(3).reduce("", (all, line) -> all + line + "\r\n"))
                        .getBytes(StandardCharsets.UTF_16LE),
                bytes("sep=;\nrelatienummer;naam;verzendmethode;kvk-nummer;e-mail;land\n"
                        + "1;\"Jan \"\"de\"\" Vries\";=\"peppol\";'12345678;Jan <jan@x.nl>;NL\n"),
                bytes("relation,name,sending method,coc number,e-mail\n7,\"a\nb\",email,,a@x.nl b@x.nl\n"
                        + "8,\"open,peppol,NL:OIN:00000003123456780000,\n9,c,print,,\n"),
                bytes("relatienummer\tverzendmethode\tkvk-nummer\te-mail\tbtw-nummer\n"
                        + "4\telektronisch\t0106:12345678\t\tNL123456789B01\n5\tpeppol\t0208:BE0756996413\t\t\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Jazzer's entry. */
    public static void fuzzerTestOneInput(byte[] content) {
        RelationFileReading reading = FILE.read(content, "relations.csv");
        if (reading instanceof RelationFileReading.Broken broken) {
            Scratch.assertTells(broken.reason());
            assertThat(broken.reason().dutch()).contains("relations.csv");
            return;
        }
        RelationSnapshot snapshot = ((RelationFileReading.Readable) reading).snapshot();
        assertThat(snapshot.relations()).isNotEmpty();
        for (LineTrouble trouble : snapshot.lineTroubles()) {
            assertThat(trouble.line()).isPositive();
            Scratch.assertTells(trouble.reason());
        }
        snapshot.relations().forEach(RelationFuzz::check);
    }

    private static void check(Relation relation) {
        assertThat(relation.label()).isNotBlank();
        for (String address : relation.email().addresses()) {
            assertThat(address).hasSizeLessThan(255).doesNotContainPattern("[\\p{Cc}\\p{Z},;<>]");
        }
        relation.address()
                .map(ElectronicAddress::receiver)
                .ifPresent(receiver ->
                        assertThat(receiver).isNotBlank().hasSizeLessThan(200).doesNotContainPattern("[\\p{Cc}<>]"));
    }
}
