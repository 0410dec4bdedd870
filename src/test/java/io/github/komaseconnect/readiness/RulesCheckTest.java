package io.github.komaseconnect.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.invoice.rules.RuleRelease;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RulesCheckTest {
    private static final LocalDate OUTDATED = LocalDate.of(2027, 2, 22);
    private static final RuleRelease RELEASE =
            new RuleRelease("Peppol", "2026.5", LocalDate.of(2026, 8, 17), Optional.empty(), OUTDATED);

    private static Finding on(LocalDate today) {
        return new RulesCheck(List.of(RELEASE), today).look().get(0);
    }

    @Test
    void rulesAreInForceUntilTheDayFromWhichTheyAreOutdated() {
        assertThat(on(OUTDATED.minusDays(1)).level()).isEqualTo(Level.OK);
        assertThat(on(OUTDATED).level()).isEqualTo(Level.WARNING);
        assertThat(on(OUTDATED).reason().dutch()).contains("sinds 22-02-2027 verouderd");
    }
}
