package io.github.komaseconnect.relation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.fuzz.Scratch;
import io.github.komaseconnect.invoice.PartyId;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Whatever somebody types for an identifier or an e-mail address: an address that can be used, or a reason. */
public final class IdentifierFuzz {
    private static final IdentifierReader IDENTIFIERS = new IdentifierReader();
    private static final EmailReader EMAILS = new EmailReader();

    private IdentifierFuzz() {}

    /** As people type them; the first line is the country. */
    public static Stream<byte[]> seeds() {
        return Stream.of(
                        "NL\n12345678",
                        "NL\nKvK 1234.5678",
                        "\nNL:OIN:00000003123456780000",
                        "NL\n0190:00000003123456780000",
                        "BE\n0208:BE0756.996.413",
                        "DE\niso6523-actorid-upis::9930:DE123456789",
                        "NL\n=\"'12345678\"",
                        "NL\nXCNL10019",
                        "NL\nNL123456789B01",
                        "FR\n0009:73282932000074",
                        "NL\nJan Jansen <jan@example.nl>; piet@bücher.example",
                        "NL\nmailto:a@x.nl b@x.nl,c@x.nl",
                        "NL\na@x.nl\r\nBcc: boef@x.nl")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** Jazzer's entry. */
    public static void fuzzerTestOneInput(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        int line = Math.max(0, text.indexOf('\n'));
        String country = text.substring(0, line);
        String typed = text.substring(line);
        check(IDENTIFIERS.read(typed, country));
        check(IDENTIFIERS.read(new PartyId(country, typed), "NL"));
        check(IDENTIFIERS.read(new PartyId("", typed), ""));
        EmailReading emails = EMAILS.read(typed);
        if (emails instanceof EmailReading.Refused refused) {
            Scratch.assertTells(refused.reason());
        }
        for (String address : emails.addresses()) {
            assertThat(address).hasSizeLessThan(255).doesNotContainPattern("[\\p{Cc}\\p{Z},;<>]");
        }
    }

    private static void check(IdentifierReading reading) {
        assertThat(reading.usable().isPresent()).isNotEqualTo(reading.refusal().isPresent());
        reading.refusal().ifPresent(Scratch::assertTells);
        reading.usable()
                .map(ElectronicAddress::receiver)
                .ifPresent(receiver ->
                        assertThat(receiver).isNotBlank().hasSizeLessThan(200).doesNotContainPattern("[\\p{Cc}<>]"));
    }
}
