package io.github.komaseconnect.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretMaskTest {
    private static final String SECRET = "pa$$ w&rd/é+<x>";

    private final SecretMask mask = new SecretMask(() -> List.of("geheim", "geheim-en-langer", SECRET, "abc"));

    @ParameterizedTest
    @CsvSource({
        "nothing here, nothing here",
        "geheim, ***",
        "key=geheim., key=***.",
        "geheimgeheim, ******",
        "x geheim-en-langer y, x *** y",
        "geheime zaak, ***e zaak",
        "gehei, gehei",
        "abc, abc",
    })
    void masks(String text, String masked) {
        assertThat(mask.mask(text)).isEqualTo(masked);
    }

    @Test
    void masks_a_secret_in_a_url_in_xml_and_in_base64() {
        assertThat(mask.mask("a " + URLEncoder.encode(SECRET, StandardCharsets.UTF_8) + " b"))
                .isEqualTo("a *** b");
        assertThat(mask.mask(
                        "a " + URLEncoder.encode(SECRET, StandardCharsets.UTF_8).replace("+", "%20") + " b"))
                .isEqualTo("a *** b");
        assertThat(mask.mask("<K>pa$$ w&amp;rd/é+&lt;x&gt;</K>")).isEqualTo("<K>***</K>");
        assertThat(mask.mask("AUTH " + Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("AUTH ***");
    }

    @ParameterizedTest
    @CsvSource({
        "POST https://host/soap?subscriptionKey=0a1b2c failed, POST https://host/soap?subscriptionKey=*** failed",
        "'https://host/?SUBSCRIPTIONKEY=0a1b&x=1', 'https://host/?SUBSCRIPTIONKEY=***&x=1'",
        "jdbc:postgresql://h/d?user=u&password=x1, jdbc:postgresql://h/d?user=u&password=***",
        "(subscriptionKey=0a1b), (subscriptionKey=***)",
    })
    void masks_keys_in_urls_also_unknown_ones(String text, String masked) {
        assertThat(new SecretMask(List::of).mask(text)).isEqualTo(masked);
    }

    @Test
    void a_secret_that_comes_later_is_masked_from_then_on() {
        AtomicReference<Collection<String>> secrets = new AtomicReference<>(List.of("first-secret"));
        SecretMask changing = new SecretMask(secrets::get);
        assertThat(changing.mask("first-secret second-secret")).isEqualTo("*** second-secret");

        secrets.set(List.of("first-secret", "second-secret"));

        assertThat(changing.mask("first-secret second-secret")).isEqualTo("*** ***");
    }

    @Test
    void takes_thousands_of_secrets() {
        List<String> many =
                IntStream.range(0, 5_000).mapToObj(n -> "secret-" + n + "-end").toList();
        SecretMask masking = new SecretMask(() -> many);

        assertThat(masking.mask("of 17: secret-17-end, of 4999: secret-4999-end"))
                .isEqualTo("of 17: ***, of 4999: ***");
    }
}
