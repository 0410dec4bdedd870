package io.github.komaseconnect.relation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.FallbackPolicy;
import io.github.komaseconnect.company.TestCompany;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a line alone tells of where its invoices go when the relation is not on Peppol. */
class FallbackAuditTest {
    private static final String HEADER =
            "relatienummer;naam;verzendmethode;kvk-nummer;btw-nummer;e-mail;land;taal;overheid;uitwijk\n";
    private static final Company BELGIAN = TestCompany.of("acme", Path.of("acme"))
            .withFallback(new FallbackPolicy(Fallback.EMAIL_ELSE_PRINT, "BE", Set.of("FR", "GR")));
    private static final Company NONE = TestCompany.of("acme", Path.of("acme"));

    private static Relation line(String text) {
        RelationFileReading reading = new RelationFile(new IdentifierReader())
                .read((HEADER + text + "\n").getBytes(StandardCharsets.UTF_8), "relations.csv");
        return ((RelationFileReading.Readable) reading).snapshot().relations().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "1;A;peppol;12345678;;a@b.nl;;;;, EMAIL",
        "1;A;peppol;12345678;;;;;;, PRINT",
        "1;A;peppol;12345678;;a@b.nl;;;;post, PRINT",
        "1;A;auto;;;a@b.nl;;;;e-mail, EMAIL",
    })
    void byTheRelationElseByTheCompany(String text, SendingMethod method) {
        assertThat(FallbackAudit.goesBy(BELGIAN, line(text))).contains(method);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1;A;peppol;12345678;;a@b.nl;;;;geen",
                "1;A;peppol;12345678;;a@b.nl;;;;fax",
                "1;A;peppol;12345678;;;;;;e-mail",
                "1;Overheid;peppol;12345678;;a@b.nl;;;ja;e-mail",
                "1;OIN zonder overheid;peppol;NL:OIN:00000001812345678000;;a@b.nl;;;;e-mail",
                "1;Land;peppol;12345678;;a@b.nl;BE;;;e-mail",
                "1;0208 zonder land;peppol;0208:0756996413;;a@b.nl;;;;e-mail",
                "1;BTW zonder land;peppol;12345678;BE0756996413;a@b.nl;;;;e-mail",
                "1;Belgisch btw-id zonder land;peppol;9925:BE0756996413;;a@b.nl;;;;e-mail",
                "1;Frans;peppol;0009:12345678901234;;a@b.nl;;;;e-mail",
                "1;Grieks;peppol;12345678;EL123456789;a@b.nl;;;;e-mail"
            })
    void heldWhereNothingElseIsAllowedOrPossible(String text) {
        assertThat(FallbackAudit.goesBy(BELGIAN, line(text))).isEmpty();
    }

    @Test
    void aFallbackThatCanNeverBeUsedIsNamed() {
        assertThat(FallbackAudit.trouble(NONE, line("1;A;peppol;NL:OIN:00000001812345678000;;a@b.nl;;;;e-mail")))
                .hasValueSatisfying(reason -> assertThat(reason.dutch()).contains("een overheid"));
        assertThat(FallbackAudit.trouble(BELGIAN, line("1;A;peppol;0208:0756996413;;a@b.nl;;;;e-mail")))
                .hasValueSatisfying(reason -> assertThat(reason.dutch()).contains("BE staat bij strict-countries"));
        assertThat(FallbackAudit.trouble(NONE, line("1;A;peppol;0208:0756996413;;a@b.nl;;;;e-mail")))
                .isEmpty();
    }

    @Test
    void autoWithoutAnyNumberAndWithoutAFallbackIsNamedAndWithOneItIsNot() {
        assertThat(troubles(NONE, "1;A;auto;;;a@b.nl;;;;")).containsExactly("check.relation-address");
        assertThat(troubles(NONE, "1;A;auto;;;a@b.nl;;;;e-mail")).isEmpty();
        assertThat(troubles(NONE, "1;A;auto;;NL123456782B01;a@b.nl;;;;")).isEmpty();
        assertThat(RelationAudit.hasNobodyToAsk(NONE, line("1;A;auto;;;a@b.nl;;;;e-mail")))
                .isTrue();
        assertThat(RelationAudit.hasNobodyToAsk(NONE, line("1;A;auto;;NL123456782B01;a@b.nl;;;;")))
                .as("a VAT number can be asked for")
                .isFalse();
    }

    private static List<String> troubles(Company company, String text) {
        RelationFileReading reading = new RelationFile(new IdentifierReader())
                .read((HEADER + text + "\n").getBytes(StandardCharsets.UTF_8), "relations.csv");
        RelationSnapshot snapshot = ((RelationFileReading.Readable) reading).snapshot();
        return new RelationAudit(company, snapshot)
                .troubles(snapshot.relations().get(0)).stream()
                        .map(reason -> reason.code())
                        .toList();
    }
}
