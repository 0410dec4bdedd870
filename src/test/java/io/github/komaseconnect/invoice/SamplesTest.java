package io.github.komaseconnect.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "verkoop-peppol.xml, INVOICE, 10001, true",
        "verkoop-overheid.xml, INVOICE, 10002, true",
        "verkoop-email.xml, INVOICE, 10003, true",
        "verkoop-print-credit.xml, CREDIT_NOTE, 10004, true",
        "verkoop-onbekende-relatie.xml, INVOICE, 10099, false",
    })
    void isUsableAndHasItsRelation(String name, DocumentType type, String customer, boolean known) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, resource(name));
        UblReading.Usable usable = (UblReading.Usable) new UblReader(new SafeXml()).read(file);
        assertThat(usable.header().type()).isEqualTo(type);
        assertThat(usable.header().customer().customerNumber()).contains(customer);
        assertThat(usable.header().supplier().legalRegistration()).contains(new PartyId("0106", "12345678"));
        String relations = new String(resource("relations.csv"), StandardCharsets.UTF_8);
        assertThat(relations.lines().anyMatch(row -> row.startsWith(customer + ";")))
                .isEqualTo(known);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = SamplesTest.class.getResourceAsStream("/samples/" + name)) {
            return in.readAllBytes();
        }
    }
}
