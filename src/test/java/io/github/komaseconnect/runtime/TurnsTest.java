package io.github.komaseconnect.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.TestCompany;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static List<Company> companies(int number) {
        return IntStream.range(0, number)
                .mapToObj(n -> TestCompany.of("c" + n, Path.of("/komas/c" + n)))
                .toList();
    }

    @Test
    void aFewHaveTheirTurnEveryTime() {
        Turns turns = new Turns();
        List<Company> few = companies(Turns.AT_ONCE);

        assertThat(turns.next(few)).isEqualTo(few);
        assertThat(turns.next(few)).isEqualTo(few);
    }

    @Test
    void manyHaveTheirTurnOneAfterTheOtherAndNobodyIsForgotten() {
        Turns turns = new Turns();
        List<Company> many = companies(3 * Turns.AT_ONCE);
        List<Company> seen = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            seen.addAll(turns.next(many));
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(many);
    }
}
