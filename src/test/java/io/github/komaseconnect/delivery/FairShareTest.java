package io.github.komaseconnect.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FairShareTest {
    private final Map<String, List<String>> waiting = new LinkedHashMap<>();

    @Test
    void oneAloneGetsAll() {
        waiting.put("a", List.of("a1", "a2", "a3", "a4"));

        assertThat(FairShare.choose(waiting, Map.of(), 3)).containsExactly("a1", "a2", "a3");
    }

    @Test
    void whileOthersWaitNobodyGetsMoreThanHalf() {
        waiting.put("a", List.of("a1", "a2", "a3", "a4"));
        waiting.put("b", List.of("b1"));

        assertThat(FairShare.choose(waiting, Map.of(), 4)).containsExactly("a1", "b1", "a2");
    }

    @Test
    void whileOthersAreServedNobodyGetsMoreThanHalf() {
        waiting.put("a", List.of("a1", "a2", "a3", "a4"));

        assertThat(FairShare.choose(waiting, Map.of("b", 1), 4)).containsExactly("a1", "a2");
    }

    @Test
    void thePlaceGoesToTheOneWithTheFewest() {
        waiting.put("a", List.of("a1"));
        waiting.put("b", List.of("b1"));
        waiting.put("c", List.of("c1"));

        assertThat(FairShare.choose(waiting, Map.of("a", 3, "b", 2, "c", 3), 1, 4))
                .containsExactly("b1");
    }

    @Test
    void ofTwoWithEquallyManyTheFirstGoesFirst() {
        waiting.put("b", List.of("b1"));
        waiting.put("a", List.of("a1"));

        assertThat(FairShare.choose(waiting, Map.of(), 1, 4)).containsExactly("b1");
    }

    @Test
    void nobodyGetsMoreThanItsShare() {
        waiting.put("a", List.of("a1", "a2", "a3"));

        assertThat(FairShare.choose(waiting, Map.of("a", 1), 8, 2)).containsExactly("a1");
    }

    @Test
    void oneMayHaveOnePlaceEvenWhenThatIsMoreThanHalf() {
        waiting.put("a", List.of("a1", "a2"));
        waiting.put("b", List.of("b1"));

        assertThat(FairShare.choose(waiting, Map.of(), 1)).containsExactly("a1");
    }

    @Test
    void withoutFreePlacesNobodyGetsAny() {
        waiting.put("a", List.of("a1"));

        assertThat(FairShare.choose(waiting, Map.of("b", 2), 2)).isEmpty();
        assertThat(FairShare.choose(waiting, Map.of("b", 3), 2)).isEmpty();
    }
}
