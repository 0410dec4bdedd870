package io.github.komaseconnect.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The words that people type for a fallback: those of sending methods, one or two of them, or that there is none. */
final class FallbackWords {
    private static final Set<String> NONE = Set.of(
            "none",
            "geen",
            "nee",
            "niet",
            "no",
            "nooit",
            "never",
            "hold",
            "held",
            "vasthouden",
            "alleenpeppol",
            "onlypeppol",
            "peppolonly");
    private static final Pattern BETWEEN =
            Pattern.compile("[,;/+&>]|\\b(?:of|or|anders|else|dan|then|daarna)\\b", Pattern.CASE_INSENSITIVE);

    private final SendingMethodWords methods = new SendingMethodWords();

    FallbackChoice read(String typed) {
        String shown = Typed.cell(typed);
        if (shown.isEmpty()) {
            return new FallbackChoice.NotChosen();
        }
        if (NONE.contains(Typed.word(typed))) {
            return new FallbackChoice.Chosen(Fallback.NONE);
        }
        List<SendingMethod> named = new ArrayList<>();
        for (String part : BETWEEN.split(shown)) {
            if (Typed.word(part).isEmpty()) {
                continue;
            }
            if (!(methods.read(part) instanceof MethodChoice.Chosen chosen)) {
                return new FallbackChoice.NotUnderstood(shown);
            }
            named.add(chosen.method());
        }
        Optional<Fallback> fallback = named.isEmpty() ? Optional.empty() : Fallback.of(named);
        return fallback.<FallbackChoice>map(FallbackChoice.Chosen::new)
                .orElseGet(() -> new FallbackChoice.NotUnderstood(shown));
    }
}
