package io.github.komaseconnect.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CompaniesTest {
    private final Company acme = TestCompany.of("acme", Path.of("/komas/acme"));
    private final Company beta = TestCompany.of("beta", Path.of("/komas/beta"));

    @Test
    void workBeginsOnlyForOneInHandAndIsFinishedForOneThatGoes() {
        Companies companies = new Companies(List.of());
        companies.configure(List.of(acme, beta));
        assertThat(companies.all()).isEmpty();
        assertThat(companies.findConfigured("acme")).contains(acme);

        companies.attend(acme);
        assertThat(companies.find("acme")).isEmpty();
        assertThat(companies.get("acme")).isEqualTo(acme);

        companies.takeInHand(acme);
        assertThat(companies.find("acme")).contains(acme);
        assertThat(companies.all()).containsExactly(acme);

        companies.attend(acme);
        assertThat(companies.find("acme")).isEmpty();
        assertThat(companies.attended("acme")).contains(acme);

        companies.release("acme");
        assertThat(companies.attended("acme")).isEmpty();
        assertThatThrownBy(() -> companies.get("acme")).hasMessageContaining("acme");
        assertThat(companies.configured()).containsExactly(acme, beta);
    }

    @Test
    void aPictureThatWasTakenStaysAsItIs() {
        Companies companies = new Companies(List.of(acme, beta));
        List<Company> before = companies.all();

        companies.release("acme");

        assertThat(before).containsExactly(acme, beta);
        assertThat(companies.all()).containsExactly(beta);
    }

    @Test
    void twoAreInEachOthersWayByAFolderOrACompanyId() {
        assertThat(acme.isInTheWayOf(beta)).isFalse();
        assertThat(acme.isInTheWayOf(TestCompany.of("other", Path.of("/komas/acme"))))
                .isTrue();
        assertThat(acme.isInTheWayOf(TestCompany.of("other", Path.of("/komas/acme/sent"))))
                .isTrue();
        assertThat(acme.isInTheWayOf(TestCompany.of("other", acme.companyId(), Path.of("/komas/other"))))
                .isTrue();
    }

    @Test
    void whatEachHasIsMadeOnceAndAnewForOtherSettingsOrAfterItWent() {
        AtomicInteger made = new AtomicInteger();
        PerCompany<Integer> numbers = new PerCompany<>(company -> made.incrementAndGet());

        assertThat(numbers.of(acme)).isEqualTo(1);
        assertThat(numbers.of(acme)).isEqualTo(1);
        assertThat(numbers.of(beta)).isEqualTo(2);
        assertThat(numbers.of(acme.withDefaultMethod(DefaultMethod.PRINT))).isEqualTo(3);
        numbers.forget("acme");
        assertThat(numbers.of(acme.withDefaultMethod(DefaultMethod.PRINT))).isEqualTo(4);
        assertThat(numbers.of(beta)).isEqualTo(2);
    }
}
