package io.github.komaseconnect.relation;

import io.github.komaseconnect.company.DefaultMethod;
import java.util.Set;

/** What applies where the relation file says nothing. */
final class DefaultMethods {
    private static final Set<String> DUTCH_SPEAKING = Set.of("", "NL", "BE");

    private DefaultMethods() {}

    /** The sending method that a default method stands for; not to be asked for {@code HOLD}. */
    static SendingMethod method(DefaultMethod method) {
        return switch (method) {
            case PEPPOL -> SendingMethod.PEPPOL;
            case EMAIL -> SendingMethod.EMAIL;
            case PRINT -> SendingMethod.PRINT;
            case HOLD -> throw new IllegalArgumentException("hold is no way of sending");
        };
    }

    static Language language(String country) {
        return DUTCH_SPEAKING.contains(country) ? Language.NL : Language.EN;
    }
}
