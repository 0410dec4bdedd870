package io.github.komaseconnect.configuration;

import java.util.Optional;
import java.util.function.Function;

/**
 * How the text of a setting becomes a value.
 *
 * @param parse gives the value, or empty when the text is none; never throws
 * @param dutch what the setting should be, to follow "moet … zijn"
 * @param english what the setting should be, to follow "must be …"
 */
record ValueType<T>(Function<String, Optional<T>> parse, String dutch, String english) {
    /** The value in a text. */
    Optional<T> read(String text) {
        return parse.apply(text);
    }

    /** The same for a value that something more must hold for. */
    ValueType<T> where(java.util.function.Predicate<T> holds, String andDutch, String andEnglish) {
        return new ValueType<>(
                text -> parse.apply(text).filter(holds), dutch + " " + andDutch, english + " " + andEnglish);
    }
}
