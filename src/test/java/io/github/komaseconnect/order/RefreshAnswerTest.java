package io.github.komaseconnect.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.purchase.Listing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefreshAnswerTest {
    @Test
    void whereOnlyHooksTellNobodyIsToldThatThereIsNothingNew() {
        Listing none = new Listing("acme", Listing.Kind.HOOKS_ONLY, List.of(), Optional.empty());

        Answer answer = new RefreshAnswer(none, List.of()).answer();

        assertThat(answer.dutch()).startsWith("Geen lijst op te halen: de PSB").doesNotContain("0 nieuwe");
        assertThat(answer.english())
                .startsWith("No list to read: eConnect's PSB")
                .doesNotContain("0 new");
    }
}
