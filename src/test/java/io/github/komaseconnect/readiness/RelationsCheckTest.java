package io.github.komaseconnect.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.explanation.RelationsNow;
import io.github.komaseconnect.relation.LeadingZeros;
import io.github.komaseconnect.relation.RelationsInForce;
import io.github.komaseconnect.relation.SendingMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelationsCheckTest {
    @TempDir
    Path folder;

    private List<Finding> look(String text, String... settings) throws IOException {
        GoLiveHome home = new GoLiveHome(folder)
                .acme()
                .with(settings)
                .relations("acme", text)
                .write();
        Company company = home.configuration().company("acme").orElseThrow();
        RelationsInForce relations =
                new RelationsNow(home.home(), LeadingZeros.PROPOSED, Clock.systemUTC()).of(company);
        return new RelationsCheck(company, relations).look();
    }

    private static List<String> codes(List<Finding> findings, Level level) {
        return findings.stream()
                .filter(finding -> finding.level() == level)
                .map(finding -> finding.reason().code())
                .toList();
    }

    @Test
    void everyBadLineIsTold() throws IOException {
        List<Finding> findings = look("""
                relatienummer;naam;verzendmethode;kvk-nummer
                1;A;peppol;12345678
                2;B;duif;
                3;C;peppol;4,00321E+18
                """);
        assertThat(codes(findings, Level.WARNING))
                .contains("relation.method-unknown", "check.relations")
                .hasSize(3);
        assertThat(findings.toString()).contains("Regel 3 van relations.csv", "Regel 4 van relations.csv");
    }

    @Test
    void rowsWithoutAnAddressForTheirMethodAreTold() throws IOException {
        List<Finding> findings = look("""
                relatienummer;naam;verzendmethode;kvk-nummer;e-mail;overheid
                1;A;peppol;;;nee
                2;B;e-mail;;;nee
                3;C;peppol;12345678;;ja
                4;D;print;;;nee
                """);
        assertThat(codes(findings, Level.WARNING))
                .containsExactly("check.relation-address", "check.relation-email", "check.relation-oin");
        assertThat(codes(findings, Level.ERROR)).isEmpty();
    }

    @Test
    void rowsWithoutMethodGoByTheDefault() throws IOException {
        String text = "relatienummer;naam;verzendmethode;e-mail\n1;A;;a@b.example\n2;B;print;\n";
        assertThat(look(text)).first().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.WARNING);
            assertThat(finding.reason().dutch()).contains("zonder bruikbare verzendmethode 1");
        });
        List<Finding> byMail = look(text, "company.acme.default-method=email", "mail.smtp.host=mail.acme.example");
        assertThat(byMail)
                .singleElement()
                .satisfies(finding -> assertThat(finding.reason().dutch()).contains("Peppol 0, e-mail 1, print 1"));
    }

    @Test
    void countsCustomersByMethod() throws IOException {
        GoLiveHome home = new GoLiveHome(folder).acme().write();
        Company company = home.configuration().company("acme").orElseThrow();
        RelationsInForce relations =
                new RelationsNow(home.home(), LeadingZeros.PROPOSED, Clock.systemUTC()).of(company);
        assertThat(RelationsCheck.byMethod(company, relations.snapshot()))
                .containsEntry(SendingMethod.PEPPOL, 2)
                .containsEntry(SendingMethod.EMAIL, 1)
                .containsEntry(SendingMethod.PRINT, 1);
    }

    @Test
    void anEmptyOrMissingFileIsAnError() throws IOException {
        assertThat(codes(look("relatienummer;naam;verzendmethode\n"), Level.ERROR))
                .containsExactly("relation-file.no-rows", "check.relations-none");
        GoLiveHome home = new GoLiveHome(folder).acme().write();
        Files.delete(home.of("acme", "relations.csv"));
        Company company = home.configuration().company("acme").orElseThrow();
        RelationsInForce relations =
                new RelationsNow(home.home(), LeadingZeros.PROPOSED, Clock.systemUTC()).of(company);
        assertThat(codes(new RelationsCheck(company, relations).look(), Level.ERROR))
                .containsExactly("relation-file.missing", "check.relations-none");
    }
}
