package io.github.komaseconnect.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.FallbackPolicy;
import io.github.komaseconnect.relation.Fallback;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a company allows for customers who are not on Peppol, as it is configured. */
class FallbackReaderTest {
    private static final String MAIL = """
            company.acme.email.from=facturen@acme.example
            mail.smtp.host=mail.example
            """;

    @TempDir
    Path folder;

    private SampleHome home;

    @BeforeEach
    void makeHome() {
        home = new SampleHome(folder);
    }

    private FallbackPolicy policy(String... lines) {
        return home.write(SampleHome.ACME, MAIL, String.join("\n", lines))
                .read()
                .company("acme")
                .orElseThrow()
                .fallback();
    }

    private List<Problem> problems(String... lines) {
        return home.write(SampleHome.ACME, String.join("\n", lines)).read().problems();
    }

    @Test
    void nothingIsAllowedUnlessItIsSaid() {
        assertThat(policy().fallback()).isEqualTo(Fallback.NONE);
        assertThat(policy().country()).isEqualTo("NL");
        assertThat(policy().strictCountries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            none        | NONE
            email       | EMAIL
            PRINT       | PRINT
            email,print | EMAIL_ELSE_PRINT
            Email, Print| EMAIL_ELSE_PRINT
            """)
    void knowsFourPolicies(String word, Fallback fallback) {
        assertThat(policy("company.acme.fallback=" + word).fallback()).isEqualTo(fallback);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "company.acme.fallback=print,email",
                "company.acme.fallback=mail",
                "company.acme.country=XX",
                "company.acme.country=NLD",
                "company.acme.strict-countries=BE, Duitsland",
                "company.acme.strict-countries=,"
            })
    void whatItDoesNotKnowIsAnErrorThatNamesTheSetting(String line) {
        assertThat(problems(MAIL, line))
                .filteredOn(Problem::isError)
                .anySatisfy(problem -> assertThat(problem.toString()).contains(line.substring(0, line.indexOf('='))));
    }

    @Test
    void aBelgianCompanyIsStrictAboutBelgiumByItself() {
        FallbackPolicy belgian = policy("company.acme.country=be");
        assertThat(belgian.country()).isEqualTo("BE");
        assertThat(belgian.strictCountries()).containsExactly("BE");
    }

    @Test
    void strictCountriesAreAListInAnyNotation() {
        assertThat(policy("company.acme.strict-countries=be; DE fr,BE").strictCountries())
                .containsExactlyInAnyOrder("BE", "DE", "FR");
        assertThat(policy("company.acme.country=BE", "company.acme.strict-countries=DE")
                        .strictCountries())
                .containsExactlyInAnyOrder("BE", "DE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "email,print"})
    void byEmailNeedsASenderAndAServer(String word) {
        assertThat(problems("company.acme.fallback=" + word))
                .filteredOn(Problem::isError)
                .anySatisfy(problem -> assertThat(problem.toString()).contains("fallback", "mail.smtp.host"));
        assertThat(problems(MAIL, "company.acme.fallback=" + word)).noneMatch(Problem::isError);
        assertThat(problems("company.acme.fallback=print")).noneMatch(Problem::isError);
    }

    @Test
    void autoWithoutFallbackIsToldOf() {
        assertThat(problems("company.acme.default-method=auto"))
                .anySatisfy(problem -> assertThat(problem.toString()).contains("default-method", "auto"));
        assertThat(problems("company.acme.default-method=auto", "company.acme.fallback=print"))
                .noneSatisfy(problem -> assertThat(problem.toString()).contains("auto zonder fallback"));
    }
}
