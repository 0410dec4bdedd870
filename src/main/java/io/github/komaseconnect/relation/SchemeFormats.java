package io.github.komaseconnect.relation;

import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.IdentifierReading.Refused;
import io.github.komaseconnect.relation.IdentifierReading.Valid;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The form of a value in its scheme: KvK, OIN, Dutch VAT, Belgian enterprise number and GLN; every other scheme only as
 * to its characters. Rules PEPPOL-COMMON-R040, R043 and R054 to R056. Wrong check digits of a VAT number stop nothing
 * here; {@link AddressWarnings} warns of them.
 */
final class SchemeFormats {
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern VAT = Pattern.compile("NL[0-9]{9}B[0-9]{2}");
    private static final Pattern OTHER_VALUE = Pattern.compile("[A-Za-z0-9._~+/:\\-]{1,50}");
    private static final int OIN_WITHOUT_ZEROS = 13;

    private final LeadingZeros leadingZeros;

    SchemeFormats(LeadingZeros leadingZeros) {
        this.leadingZeros = leadingZeros;
    }

    IdentifierReading read(String scheme, Typed value, String typed) {
        return switch (scheme) {
            case ElectronicAddress.COC -> coc(value.compact(), typed);
            case ElectronicAddress.OIN -> oin(value.compact(), typed);
            case ElectronicAddress.DUTCH_VAT -> vat(value.compact(), typed);
            case ElectronicAddress.BELGIAN_ENTERPRISE -> belgian(value.compact(), typed);
            case ElectronicAddress.GLN -> gln(value.compact(), typed);
            default -> other(scheme, value.withoutSpaces(), typed);
        };
    }

    /** The OIN that a number without its leading zeros probably was: 20 digits of which seven are leading zeros. */
    static Optional<String> oinThatLostItsZeros(String digits) {
        String significant = digits.replaceFirst("^0+", "");
        return digits.length() < 20 && significant.length() == OIN_WITHOUT_ZEROS
                ? Optional.of("0000000" + significant)
                : Optional.empty();
    }

    static boolean isBelgianEnterpriseNumber(String digits) {
        return digits.matches("[01][0-9]{9}")
                && Integer.parseInt(digits.substring(8)) == 97 - Integer.parseInt(digits.substring(0, 8)) % 97;
    }

    static boolean isGln(String digits) {
        if (!digits.matches("[0-9]{13}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return (10 - sum % 10) % 10 == digits.charAt(12) - '0';
    }

    private IdentifierReading coc(Typed value, String typed) {
        String digits = value.text();
        if (digits.matches("[0-9]{8}")) {
            return valid(ElectronicAddress.COC, value);
        }
        if (digits.matches("[0-9]{12}")) {
            return new Refused(IdentifierRefusals.branchNumber(typed));
        }
        if (digits.matches("[0-9]{5,7}")) {
            String probable = "0".repeat(8 - digits.length()) + digits;
            Reason refusal = IdentifierRefusals.lostZeros(
                    typed, "een KvK-nummer heeft 8 cijfers", "a CoC number has 8 digits", probable);
            return withZeros(ElectronicAddress.COC, value, probable, refusal);
        }
        return new Refused(IdentifierRefusals.format(
                typed, "een KvK-nummer heeft precies 8 cijfers", "a CoC number has exactly 8 digits"));
    }

    private IdentifierReading oin(Typed value, String typed) {
        String digits = value.text();
        if (digits.matches("[0-9]{20}")) {
            return valid(ElectronicAddress.OIN, value);
        }
        if (DIGITS.matcher(digits).matches()) {
            Optional<String> probable = oinThatLostItsZeros(digits);
            if (probable.isPresent()) {
                Reason refusal = IdentifierRefusals.lostZeros(
                        typed, "een OIN heeft 20 cijfers", "an OIN has 20 digits", "NL:OIN:" + probable.get());
                return withZeros(ElectronicAddress.OIN, value, probable.get(), refusal);
            }
        }
        return new Refused(
                IdentifierRefusals.format(typed, "een OIN heeft precies 20 cijfers", "an OIN has exactly 20 digits"));
    }

    private IdentifierReading vat(Typed value, String typed) {
        String number = value.text();
        if (VAT.matcher(number).matches()) {
            return valid(ElectronicAddress.DUTCH_VAT, value);
        }
        String dutch = "een Nederlands btw-nummer is NL, 9 cijfers, B en 2 cijfers";
        String english = "a Dutch VAT number is NL, 9 digits, B and 2 digits";
        if (number.matches("[0-9]{9}B[0-9]{2}")) {
            return new Refused(IdentifierRefusals.probably(typed, dutch, english, "NL" + number));
        }
        if (number.matches("(NL)?[0-9]{7,8}B[0-9]{2}")) {
            String rest = number.replaceFirst("^NL", "");
            String probable = "NL" + "0".repeat(12 - rest.length()) + rest;
            Reason refusal = IdentifierRefusals.lostZeros(typed, dutch, english, probable);
            return number.startsWith("NL") && VatNumbers.hasRightCheckDigits(probable)
                    ? withZeros(ElectronicAddress.DUTCH_VAT, value, probable, refusal)
                    : new Refused(refusal);
        }
        return new Refused(IdentifierRefusals.format(typed, dutch, english));
    }

    private IdentifierReading belgian(Typed typedValue, String typed) {
        Typed value = typedValue.text().matches("BE[0-9]+")
                ? typedValue.to(typedValue.text().substring(2), Repair.COUNTRY_LETTERS)
                : typedValue;
        String digits = value.text();
        if (isBelgianEnterpriseNumber(digits)) {
            return valid(ElectronicAddress.BELGIAN_ENTERPRISE, value);
        }
        if (digits.matches("[01][0-9]{9}")) {
            return new Refused(
                    IdentifierRefusals.checkDigits(typed, "Belgisch ondernemingsnummer", "Belgian enterprise number"));
        }
        String dutch = "een Belgisch ondernemingsnummer heeft 10 cijfers en begint met 0 of 1";
        String english = "a Belgian enterprise number has 10 digits and begins with 0 or 1";
        if (digits.matches("[0-9]{9}") && isBelgianEnterpriseNumber("0" + digits)) {
            Reason refusal = IdentifierRefusals.lostZeros(typed, dutch, english, "BE:EN:0" + digits);
            return withZeros(ElectronicAddress.BELGIAN_ENTERPRISE, value, "0" + digits, refusal);
        }
        return new Refused(
                digits.matches("[0-9]{8}")
                        ? IdentifierRefusals.probably(typed, dutch, english, "NL:KVK:" + digits)
                        : IdentifierRefusals.format(typed, dutch, english));
    }

    private IdentifierReading gln(Typed value, String typed) {
        String digits = value.text();
        if (isGln(digits)) {
            return valid(ElectronicAddress.GLN, value);
        }
        if (digits.matches("[0-9]{13}")) {
            return new Refused(IdentifierRefusals.checkDigits(typed, "GLN", "GLN"));
        }
        if (digits.matches("[0-9]{12}") && isGln("0" + digits)) {
            Reason refusal = IdentifierRefusals.lostZeros(
                    typed, "een GLN heeft 13 cijfers", "a GLN has 13 digits", "0088:0" + digits);
            return withZeros(ElectronicAddress.GLN, value, "0" + digits, refusal);
        }
        return new Refused(
                IdentifierRefusals.format(typed, "een GLN heeft precies 13 cijfers", "a GLN has exactly 13 digits"));
    }

    private IdentifierReading other(String scheme, Typed value, String typed) {
        return OTHER_VALUE.matcher(value.text()).matches()
                ? valid(scheme, value)
                : new Refused(IdentifierRefusals.format(
                        typed,
                        "na " + scheme + ": komen 1 tot 50 letters, cijfers of leestekens, zonder bijzondere tekens",
                        "after " + scheme
                                + ": come 1 to 50 letters, digits or punctuation marks, no special characters"));
    }

    private IdentifierReading withZeros(String scheme, Typed value, String probable, Reason refusal) {
        return leadingZeros == LeadingZeros.PADDED
                ? valid(scheme, value.to(probable, Repair.LEADING_ZEROS))
                : new Refused(refusal);
    }

    private static IdentifierReading valid(String scheme, Typed value) {
        return new Valid(new ElectronicAddress(scheme, value.text()), value.repairs());
    }
}
