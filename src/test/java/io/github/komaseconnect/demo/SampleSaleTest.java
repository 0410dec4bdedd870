package io.github.komaseconnect.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleSaleTest {
    private static final LocalDate TODAY = LocalDate.of(2031, 3, 31);

    static java.util.List<SampleSale> samples() {
        return SampleSale.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isMadeToday(SampleSale sample) throws Exception {
        assertThat(sample.text(TODAY))
                .contains("<cbc:IssueDate>2031-03-31</cbc:IssueDate>")
                .doesNotContain(">2026-", ">F2026-", ">C2026-");
    }

    @Test
    void keepsTheTermBetweenItsDates() throws Exception {
        assertThat(SampleSale.all().get(0).text(TODAY))
                .contains("<cbc:DueDate>2031-04-30</cbc:DueDate>")
                .contains("<cbc:ID>F2031-0101</cbc:ID>", "<cbc:PaymentID>F2031-0101</cbc:PaymentID>");
    }

    @Test
    void changesNothingElse() throws Exception {
        SampleSale sample = SampleSale.all().get(0);

        assertThat(sample.text(LocalDate.of(2026, 11, 20))).isEqualTo(SampleSale.resource(sample.resource()));
    }
}
