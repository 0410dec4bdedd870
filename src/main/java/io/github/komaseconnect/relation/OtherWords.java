package io.github.komaseconnect.relation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words that people type for a country, a language and yes or no. */
final class OtherWords {
    /** What the government field says. */
    enum YesNo {
        YES,
        NO,
        NOT_UNDERSTOOD
    }

    private static final Set<String> DUTCH =
            Set.of("nl", "nld", "dut", "nederlands", "dutch", "hollands", "vlaams", "flemish", "nlnl", "nlbe");
    private static final Set<String> ENGLISH = Set.of("en", "eng", "engels", "english", "uk", "gb", "engb", "enus");
    private static final Set<String> YES =
            Set.of("ja", "j", "yes", "y", "1", "x", "true", "waar", "overheid", "government");
    private static final Set<String> NO = Set.of("", "nee", "n", "no", "0", "false", "onwaar");
    /** What people type and no list has; among them the letters on cars. */
    private static final Map<String, String> COUNTRY_HABITS = Map.ofEntries(
            Map.entry("holland", "NL"),
            Map.entry("thenetherlands", "NL"),
            Map.entry("ned", "NL"),
            Map.entry("b", "BE"),
            Map.entry("d", "DE"),
            Map.entry("f", "FR"),
            Map.entry("uk", "GB"),
            Map.entry("engeland", "GB"),
            Map.entry("grootbrittannie", "GB"),
            Map.entry("england", "GB"),
            Map.entry("usa", "US"));

    private final Map<String, String> countries = new HashMap<>();

    OtherWords() {
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(code).build();
            countries.put(Typed.word(country.getDisplayCountry(Locale.forLanguageTag("nl"))), code);
            countries.put(Typed.word(country.getDisplayCountry(Locale.ENGLISH)), code);
        }
        for (String code : Locale.getISOCountries()) {
            countries.put(code.toLowerCase(Locale.ROOT), code);
            countries.put(
                    Typed.word(new Locale.Builder().setRegion(code).build().getISO3Country()), code);
        }
        countries.putAll(COUNTRY_HABITS);
    }

    /** ISO 3166-1 alpha-2 code, upper case; empty when the word is not a country. */
    Optional<String> country(String typed) {
        return Optional.ofNullable(countries.get(Typed.word(typed)));
    }

    Optional<Language> language(String typed) {
        String word = Typed.word(typed);
        if (DUTCH.contains(word)) {
            return Optional.of(Language.NL);
        }
        return ENGLISH.contains(word) ? Optional.of(Language.EN) : Optional.empty();
    }

    YesNo yesNo(String typed) {
        String word = Typed.word(typed);
        if (YES.contains(word)) {
            return YesNo.YES;
        }
        return NO.contains(word) ? YesNo.NO : YesNo.NOT_UNDERSTOOD;
    }
}
