package io.github.komaseconnect.relation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How VAT numbers and electronic addresses relate: some addresses are a VAT number in another form. */
final class VatNumbers {
    private static final String GREECE_IN_VAT_NUMBERS = "EL";

    /** Letters of the country, then what any country has: 5 digits or more, and letters now and then. */
    private static final Pattern FOREIGN = Pattern.compile("(?=(?:.*[0-9]){5})[A-Z]{2}[0-9A-Z]{6,13}");

    /** Perhaps a VAT number of whose country nothing is said. */
    private static final Pattern WITHOUT_LETTERS = Pattern.compile("[0-9][0-9A-Z]{5,12}");

    private VatNumbers() {}

    /** Whether it is a VAT number, by its country letters, that is no address: nobody can be asked for by it. */
    static boolean isOfNoScheme(String normalised) {
        return country(normalised).isPresent()
                && normalised.matches(".*[0-9].*")
                && addressOf(normalised).isEmpty();
    }

    /** The same for what was typed as one into a relation's VAT field, where it may lack its country letters. */
    static boolean isTypedOfNoScheme(String normalised) {
        return isOfNoScheme(normalised) || WITHOUT_LETTERS.matcher(normalised).matches();
    }

    /** The form in which numbers are compared: letters and digits, upper case, a Dutch number with its NL. */
    static String normalised(String typed) {
        String number = Typed.number(typed.replaceFirst("(?i)^\\s*(NL\\s*:\\s*VAT|9944)\\s*:", ""));
        return number.matches("[0-9]{9}B[0-9]{2}") ? "NL" + number : number;
    }

    /**
     * The address that a VAT number is at the same time: Dutch as 9944, Belgian as 0208, and one of another country in the
     * scheme that the official list has for the VAT numbers of that country. Empty where the list has none (any more), or
     * when the number cannot be right.
     */
    static Optional<ElectronicAddress> addressOf(String normalised) {
        if (normalised.matches("NL[0-9]{9}B[0-9]{2}")) {
            return Optional.of(new ElectronicAddress(ElectronicAddress.DUTCH_VAT, normalised));
        }
        if (normalised.startsWith("BE")) {
            return SchemeFormats.isBelgianEnterpriseNumber(normalised.substring(2))
                    ? Optional.of(new ElectronicAddress(ElectronicAddress.BELGIAN_ENTERPRISE, normalised.substring(2)))
                    : Optional.empty();
        }
        return country(normalised)
                .filter(country ->
                        !country.equals("NL") && FOREIGN.matcher(normalised).matches())
                .flatMap(SchemeList::vatScheme)
                .map(scheme -> new ElectronicAddress(scheme, normalised));
    }

    /** The VAT number that an address carries, normalised. */
    static Optional<String> ofAddress(ElectronicAddress address) {
        return switch (address.scheme()) {
            case ElectronicAddress.DUTCH_VAT -> Optional.of(address.value());
            case ElectronicAddress.BELGIAN_ENTERPRISE -> Optional.of("BE" + address.value());
            default ->
                Optional.of(address.value().toUpperCase(Locale.ROOT))
                        .filter(number ->
                                addressOf(number).filter(address::sameReceiver).isPresent());
        };
    }

    /**
     * Whether a Dutch VAT number of the right form has the check digits of a legal person (the 11-test of its first nine
     * digits) or of a sole trader (since 2020: modulus 97 of the whole, letters as A = 10 to Z = 35).
     */
    static boolean hasRightCheckDigits(String number) {
        int sum = 0;
        for (int at = 0; at < 8; at++) {
            sum += (9 - at) * (number.charAt(2 + at) - '0');
        }
        return sum % 11 == number.charAt(10) - '0' || modulus97(number) == 1;
    }

    private static int modulus97(String number) {
        int rest = 0;
        for (char letter : number.toCharArray()) {
            int value = Character.digit(letter, 36);
            rest = (rest * (value < 10 ? 10 : 100) + value) % 97;
        }
        return rest;
    }

    /** The country, ISO 3166-1 alpha-2, whose letters a normalised number begins with. */
    static Optional<String> country(String normalised) {
        if (!normalised.matches("[A-Z]{2}[0-9A-Z]+")) {
            return Optional.empty();
        }
        String letters = normalised.substring(0, 2);
        return Optional.of(letters.equals(GREECE_IN_VAT_NUMBERS) ? "GR" : letters);
    }

    /** Whether two normalised numbers can be the same; one of them may lack its country letters. */
    static boolean agree(String one, String other) {
        return one.equals(other) || withoutCountry(one).equals(other) || one.equals(withoutCountry(other));
    }

    private static String withoutCountry(String number) {
        return number.matches("[A-Z]{2}.+") ? number.substring(2) : number;
    }
}
