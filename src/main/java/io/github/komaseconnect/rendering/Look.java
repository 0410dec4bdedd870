package io.github.komaseconnect.rendering;

import io.github.komaseconnect.company.Branding;
import io.github.komaseconnect.relation.Language;

/**
 * How a rendered invoice is to look.
 *
 * @param language of labels, numbers and dates; the texts of the document stay as they are
 * @param branding the company's logo and colour
 */
public record Look(Language language, Branding branding) {
    /** Without a logo, in the usual colour. */
    public static Look plain(Language language) {
        return new Look(language, Branding.none());
    }
}
