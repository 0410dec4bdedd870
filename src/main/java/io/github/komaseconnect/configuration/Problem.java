package io.github.komaseconnect.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is wrong, or at least odd, in {@code application.properties} or the file of a company. The texts never
 * hold the value of a secret.
 *
 * @param company the company whose block it stands in (its key, or what was typed for one); empty for a global setting
 * @param file where it stands, relative to home
 * @param key the setting as it is typed in that file; empty when the file as a whole is meant
 * @param line where it stands, counted from 1; 0 when it stands nowhere, such as a setting that is missing
 * @param dutch what is wrong and what it should be, without the key
 * @param english the same in English
 */
public record Problem(
        Severity severity, Optional<String> company, String file, String key, int line, String dutch, String english) {
    /** What a problem leads to. */
    public enum Severity {
        /** Stops the company, or for a global setting the program. */
        ERROR,
        /** Is told and stops nothing. */
        WARNING
    }

    /** Whether it stops something. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** One line in Dutch: where, which key, what it should be. */
    public String dutchLine() {
        return where("regel ") + dutch;
    }

    /** One line in English: where, which key, what it should be. */
    public String englishLine() {
        return where("line ") + english;
    }

    private String where(String lineWord) {
        boolean main = file.equals(ConfigurationReader.FILE);
        List<String> parts = new ArrayList<>();
        if (!main) {
            parts.add(file);
        }
        if (line > 0) {
            parts.add(lineWord + line);
        }
        if (main || !key.isEmpty()) {
            parts.add(key.isEmpty() ? file : key);
        }
        return String.join(", ", parts) + ": ";
    }
}
