package io.github.komaseconnect.configuration;

import io.github.komaseconnect.company.Branding;
import io.github.komaseconnect.company.LogoFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads how a company's invoices look: logo and colour. */
final class BrandingReader {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final ValueType<String> RGB = new ValueType<>(
            text -> Optional.of(text.toLowerCase(Locale.ROOT))
                    .filter(colour -> COLOUR.matcher(colour).matches()),
            "een kleur als #rrggbb zijn, zoals #1f3f66",
            "a colour as #rrggbb, such as #1f3f66");

    /** What WCAG asks of large text. */
    private static final double LEAST_CONTRAST = 3;

    private BrandingReader() {}

    /** @param folder what a relative logo is relative to */
    static Branding read(Settings settings, Path folder) {
        String colour = settings.value("pdf.colour", RGB);
        if (COLOUR.matcher(colour).matches() && contrastWithPaper(colour) < LEAST_CONTRAST) {
            settings.warn(
                    "pdf.colour",
                    "is op wit papier slecht te lezen: " + colour + "; kies een donkerder kleur",
                    "is hard to read on white paper: " + colour + "; choose a darker colour");
        }
        Optional<Path> logo =
                settings.present("pdf.logo") ? Optional.of(settings.path("pdf.logo", folder)) : Optional.empty();
        logo.flatMap(LogoFile::fault).ifPresent(fault -> settings.error("pdf.logo", fault.dutch(), fault.english()));
        return new Branding(logo, colour);
    }

    /** WCAG 2: relative luminances; from 1 (white) to 21 (black). */
    private static double contrastWithPaper(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        double luminance =
                0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
        return 1.05 / (luminance + 0.05);
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
