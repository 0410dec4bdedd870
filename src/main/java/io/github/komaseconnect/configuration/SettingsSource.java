package io.github.komaseconnect.configuration;

import java.util.Optional;

/**
 * Which file settings come from. In {@code application.properties} the settings of a company have its key in front; in a
 * company's own file they stand without.
 *
 * @param file as people see it, relative to home
 * @param company whose file it is; empty for {@code application.properties}
 */
record SettingsSource(String file, Optional<String> company) {
    /** {@code application.properties}. */
    static final SettingsSource MAIN = new SettingsSource(ConfigurationReader.FILE, Optional.empty());

    /** A company's own file. */
    static SettingsSource ofCompany(String key) {
        return new SettingsSource(CompanyFiles.FOLDER + "/" + key + CompanyFiles.EXTENSION, Optional.of(key));
    }

    /** The full name of a setting that was typed in this file. */
    String full(String typed) {
        return prefix() + typed;
    }

    /** How a setting with this full name is typed in this file. */
    String typed(String full) {
        return full.startsWith(prefix()) ? full.substring(prefix().length()) : full;
    }

    /** The company that a setting typed in this file belongs to; empty for a setting of the installation. */
    Optional<String> companyOf(String typed) {
        return company.or(() -> CompanyKey.of(typed));
    }

    /** How a setting with this full name is spoken of elsewhere. */
    String mention(String full) {
        return company.isPresent() ? typed(full) + " in " + file : full;
    }

    private String prefix() {
        return company.map(key -> CompanyKey.PREFIX + key + ".").orElse("");
    }
}
