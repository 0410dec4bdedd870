package io.github.komaseconnect.configuration;

/**
 * One setting that {@code application.properties} may hold.
 *
 * @param name with {@code <key>} in the place of the company's key; ending in {@code *} for a whole family
 * @param nature whether it must be there, and whether it may be shown
 * @param defaultValue what counts when it is empty or missing; may name {@code <key>} and {@code <folder>}
 * @param english what it means
 * @param dutch the same in Dutch
 */
public record KnownKey(String name, Nature nature, String defaultValue, String english, String dutch) {
    /** What kind of setting it is. */
    public enum Nature {
        /** May be left out. */
        OPTIONAL,
        /** Must be there. */
        REQUIRED,
        /** May be left out; never shown. */
        SECRET,
        /** Must be there; never shown. */
        REQUIRED_SECRET
    }

    /** Where the company's key stands in the name of a company's setting. */
    public static final String COMPANY_PREFIX = "company.<key>.";

    /** Whether it must be there. */
    public boolean required() {
        return nature == Nature.REQUIRED || nature == Nature.REQUIRED_SECRET;
    }

    /** Whether its value must never be shown. */
    public boolean secret() {
        return nature == Nature.SECRET || nature == Nature.REQUIRED_SECRET;
    }

    /** Whether it belongs to a company. */
    public boolean ofCompany() {
        return name.startsWith(COMPANY_PREFIX);
    }

    /** The name for one company; of a global setting just its name. */
    String nameFor(String company) {
        return name.replace("<key>", company);
    }
}
