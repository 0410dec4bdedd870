package io.github.komaseconnect.relation;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * A repair that {@link IdentifierReader} made to what somebody typed, because nothing else can have been meant. A guess is
 * refused with a proposal; the only one ever made is {@link #LEADING_ZEROS}, and only where the settings ask for it.
 */
public enum Repair {
    SPACES("spaties weggelaten", "spaces removed"),
    DOTS("punten weggelaten", "dots removed"),
    DASHES("streepjes weggelaten", "dashes removed"),
    APOSTROPHE("apostrof weggelaten", "apostrophe removed"),
    INVISIBLE_CHARACTERS("onzichtbare tekens weggelaten", "invisible characters removed"),
    FORMULA("Excel-formule =\"…\" weggelaten", "Excel formula =\"…\" removed"),
    LOWER_CASE("hoofdletters gemaakt", "changed to capitals"),
    DOUBLE_PREFIX("dubbel voorvoegsel weggelaten", "double prefix removed"),
    COUNTRY_LETTERS("landletters BE weggelaten", "country letters BE removed"),
    LEADING_ZEROS("nullen vooraan aangevuld", "leading zeros put back");

    private final String dutch;
    private final String english;

    Repair(String dutch, String english) {
        this.dutch = dutch;
        this.english = english;
    }

    /** What was done, in Dutch, e.g. {@code spaties weggelaten}. */
    public String dutch() {
        return dutch;
    }

    /** What was done, in English. */
    public String english() {
        return english;
    }

    /** The repairs as one text in Dutch, empty without repairs. */
    public static String dutch(Set<Repair> repairs) {
        return repairs.stream().map(Repair::dutch).collect(Collectors.joining(", "));
    }

    /** The repairs as one text in English, empty without repairs. */
    public static String english(Set<Repair> repairs) {
        return repairs.stream().map(Repair::english).collect(Collectors.joining(", "));
    }
}
