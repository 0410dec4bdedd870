package io.github.komaseconnect.relation;

import io.github.komaseconnect.company.DefaultMethod;
import java.util.Set;

/** What applies where the relation file says nothing. */
final class DefaultMethods {
    private static final Set<String> DUTCH_SPEAKING = Set.of("", "NL", "BE");

    private DefaultMethods() {}

    /** What a default method stands for where a relation says nothing; {@code word} is how it is named in a text. */
    static MethodChoice choice(DefaultMethod method, String word) {
        return switch (method) {
            case PEPPOL -> new MethodChoice.Chosen(SendingMethod.PEPPOL, word);
            case EMAIL -> new MethodChoice.Chosen(SendingMethod.EMAIL, word);
            case PRINT -> new MethodChoice.Chosen(SendingMethod.PRINT, word);
            case AUTO -> new MethodChoice.Auto(word);
            case HOLD -> new MethodChoice.NotChosen();
        };
    }

    static Language language(String country) {
        return DUTCH_SPEAKING.contains(country) ? Language.NL : Language.EN;
    }
}
