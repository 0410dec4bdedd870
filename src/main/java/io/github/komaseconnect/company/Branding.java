package io.github.komaseconnect.company;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a company's own invoices look, where this program makes the PDF.
 *
 * @param logo a PNG or JPEG file; empty: the company's name in its place
 * @param colour of headings and rules, {@code #rrggbb} in lower case
 */
public record Branding(Optional<Path> logo, String colour) {
    /** The colour of a company that chose none. */
    public static final String USUAL_COLOUR = "#1f3f66";

    /** Nothing of the company's own. */
    public static Branding none() {
        return new Branding(Optional.empty(), USUAL_COLOUR);
    }
}
