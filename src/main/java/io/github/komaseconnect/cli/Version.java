package io.github.komaseconnect.cli;

import java.util.Optional;
import picocli.CommandLine;

/** Which version of the program this is. */
public final class Version implements CommandLine.IVersionProvider {
    /** The version in the jar's manifest; {@code dev} when the program runs from its classes. */
    public static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("dev");
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "komas-econnect " + text() + " (Java " + System.getProperty("java.version") + ", "
                    + System.getProperty("os.name") + ")"
        };
    }
}
