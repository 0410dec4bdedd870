package io.github.komaseconnect.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.folder.SafeName;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** Whatever a file is called and whatever number an invoice has: the names that we make of it lead to one place. */
public final class NameFuzz {
    private NameFuzz() {}

    /** Names that lead elsewhere, or mean something else, on one system or another. */
    public static Stream<byte[]> seeds() {
        return Stream.of(
                        "FACTUUR 12",
                        "../../etc/passwd",
                        "C:\\windows\\x",
                        "\\\\server\\share\\x",
                        "NUL.xml",
                        "com¹",
                        "name. ",
                        "gnp.\u202Elmx",
                        "Cafe\u0301",
                        "a\nb\0c",
                        ".claim~k3f9-1.2~~x~y",
                        ".claim~zzzzzzzzzzzz-left~factuur",
                        "😀".repeat(80))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** Jazzer's entry. */
    public static void fuzzerTestOneInput(byte[] content) {
        String text = content.length % 2 == 1
                ? new String(content, StandardCharsets.UTF_8)
                : new String(content, StandardCharsets.UTF_16BE);
        String name = SafeName.of(text);
        assertThat(name)
                .matches("[A-Za-z0-9_,+()][A-Za-z0-9 _.,+()-]{0,59}")
                .doesNotEndWith(".")
                .doesNotEndWith(" ")
                .doesNotContain("..");
        assertThat(name.toUpperCase(java.util.Locale.ROOT))
                .doesNotMatch("(CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])( *\\..*)?");
        assertThat(SafeName.of(name)).isEqualTo(name);
        assertThat(SafeName.word(text)).doesNotContain(" ").matches("[A-Za-z0-9_.-]{1,60}");
        ClaimName.parse(text).ifPresent(claim -> assertThat(claim.stem()).startsWith(ClaimName.PREFIX));
        if (!text.isEmpty()) {
            ClaimName made = new ClaimName(content.length, "1.2", text);
            assertThat(made.stem().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(240);
            assertThat(ClaimName.parse(made.stem())).isEqualTo(Optional.of(made));
        }
        assertThat(InvoiceFiles.base(text)).isNotNull();
    }
}
