package io.github.komaseconnect.invoice;

import java.util.Set;

/**
 * Control characters, those that XML 1.0 does not allow and those from U+0080 to U+009F, which it does: what may be done about one is certain only where it has no meaning, in a
 * text that people read, in a comment, or after the end of the document.
 */
final class ControlSigns {
    /** They end a line, a page or a field: the words on both sides of them stay apart. */
    private static final String SEPARATORS = "\u000B\f\u001C\u001D";

    /**
     * They stood for something that is lost or would be changed: nothing at all, a step back, another set of characters, a
     * character that could not be written, an instruction, a hyphen.
     */
    private static final String MEANINGFUL = "\u0000\b\u000E\u000F\u001A\u001B\u001E";

    /** Elements of UBL whose text nobody computes with, compares or looks up. */
    private static final Set<String> READ_BY_PEOPLE = Set.of(
            "Note",
            "Name",
            "Description",
            "RegistrationName",
            "CompanyLegalForm",
            "StreetName",
            "AdditionalStreetName",
            "CityName",
            "CountrySubentity",
            "Line",
            "Department",
            "FirstName",
            "FamilyName",
            "JobTitle",
            "BrandName",
            "ModelName",
            "Value",
            "InstructionNote",
            "AllowanceChargeReason",
            "TaxExemptionReason",
            "DocumentDescription");

    private ControlSigns() {}

    /** Whether it is one of them. */
    static boolean isOne(int character) {
        return character < 0x20 && character != '\t' && character != '\n' && character != '\r' || isHidden(character);
    }

    /** Whether XML has it and nobody means it: most often a character of Windows under its number there. */
    static boolean isHidden(int character) {
        return character >= 0x80 && character <= 0x9F;
    }

    /** Whether this element holds a text that people read. */
    static boolean isText(String element) {
        return READ_BY_PEOPLE.contains(element);
    }

    /** Whether nothing is lost when it goes. */
    static boolean isIdle(int sign) {
        return MEANINGFUL.indexOf(sign) < 0 && !isHidden(sign);
    }

    /** What comes in the place of one that is idle: a space, or nothing. */
    static String instead(int sign) {
        return SEPARATORS.indexOf(sign) >= 0 ? " " : "";
    }
}
