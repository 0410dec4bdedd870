package io.github.komaseconnect.relation;

import io.github.komaseconnect.invoice.PartyId;
import io.github.komaseconnect.relation.IdentifierReading.Refused;
import io.github.komaseconnect.relation.IdentifierReading.Valid;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one place that reads what people type for a receiver: a CoC number, {@code NL:OIN:} with an OIN, a VAT number, a
 * Belgian enterprise number, a Company ID, or any {@code NNNN:value} of the official Peppol list. What is certain is
 * repaired and said; what would be a guess is refused with the value that was probably meant. Thread-safe.
 */
public final class IdentifierReader {
    private static final Pattern SCIENTIFIC =
            Pattern.compile("[0-9]([.,][0-9]+)?[eE]\\+[0-9]+|[0-9][.,][0-9]+[eE][0-9]+");
    private static final Pattern COMPANY_ID = Pattern.compile("XC[A-Z]{2}[0-9]+");
    private static final Pattern PEPPOL_META_SCHEME = Pattern.compile("(?i)^iso6523-actorid-upis\\s*::\\s*");
    private static final Pattern OIN_NAMED =
            Pattern.compile("(?i)(0?190|9954|(NL\\s*:\\s*)?OINO?)\\s*[:\\s]|NL\\s*:\\s*OINO?\\b");
    private static final Pattern CODE = Pattern.compile("([0-9]{3,4})\\s*:\\s*(.*)", Pattern.DOTALL);
    private static final Pattern COUNTRY_AND_NAME =
            Pattern.compile("([A-Za-z]{2}\\s*:\\s*[A-Za-z]+)\\s*[:\\s]\\s*(.*)", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("([A-Za-z]{2,})\\s*[:\\s]\\s*(.*)", Pattern.DOTALL);

    private final SchemeList schemes = new SchemeList();
    private final SchemeFormats formats;
    private final LeadingZeros leadingZeros;

    /** A reader that makes no guesses. */
    public IdentifierReader() {
        this(LeadingZeros.PROPOSED);
    }

    /** A reader that treats numbers without their leading zeros so ({@code identifiers.pad-leading-zeros}). */
    public IdentifierReader(LeadingZeros leadingZeros) {
        this.leadingZeros = leadingZeros;
        this.formats = new SchemeFormats(leadingZeros);
    }

    /**
     * Reads an identifier from a relation card.
     *
     * @param typed as it was typed, untouched
     * @param country ISO 3166-1 alpha-2 code of the relation, upper case; empty means the Netherlands. Decides only what
     *     a number without a scheme means.
     */
    public IdentifierReading read(String typed, String country) {
        Typed value = Typed.identifier(typed);
        if (value.text().isEmpty()) {
            return new Refused(IdentifierRefusals.empty());
        }
        if (COMPANY_ID.matcher(value.text()).matches()) {
            return new Valid(ElectronicAddress.companyId(value.text()), value.repairs());
        }
        Matcher meta = PEPPOL_META_SCHEME.matcher(value.text());
        if (meta.lookingAt()) {
            value = value.part(value.text().substring(meta.end()));
        }
        Matcher code = CODE.matcher(value.text());
        if (code.matches()) {
            return inScheme(code.group(1), value.part(code.group(2)), typed);
        }
        Optional<Named> named = named(value);
        if (named.isPresent()) {
            return inScheme(named.get().scheme, named.get().value, typed);
        }
        Matcher foreignName = COUNTRY_AND_NAME.matcher(value.text());
        if (value.text().indexOf(':') >= 0) {
            String name = foreignName.matches()
                    ? foreignName.group(1).replaceAll("\\s", "")
                    : value.text().substring(0, value.text().indexOf(':'));
            Optional<String> probable = foreignName.matches()
                    ? schemes.byOfficialName(name).map(scheme -> scheme + ":" + foreignName.group(2))
                    : Optional.empty();
            return new Refused(IdentifierRefusals.unknownScheme(typed, Typed.quoted(name), probable));
        }
        return withoutScheme(value, country, typed);
    }

    /**
     * Reads an identifier of a document.
     *
     * @param country of the party in the document, upper case; empty when the document names none, and then an identifier
     *     without a scheme is refused
     */
    public IdentifierReading read(PartyId id, String country) {
        if (!id.scheme().isBlank()) {
            return read(id.scheme() + ":" + id.value(), country);
        }
        return country.isEmpty() && id.value().matches("[0-9 .\\-]+")
                ? new Refused(IdentifierRefusals.foreignNumber(id.value(), "?"))
                : read(id.value(), country);
    }

    /** Whether an identifier of a document says that it is an OIN, also in the removed scheme 9954, right or not. */
    static boolean namesOin(PartyId id) {
        String text = id.scheme().isBlank() ? id.value() : id.scheme() + ":" + id.value();
        String compact = PEPPOL_META_SCHEME.matcher(text.strip()).replaceFirst("");
        return OIN_NAMED.matcher(compact).lookingAt();
    }

    private record Named(String scheme, Typed value) {}

    /** Recognises {@code NL:OIN:…}, {@code nl:kvk: …}, {@code KvK 12345678} and the like. */
    private Optional<Named> named(Typed value) {
        for (Pattern pattern : new Pattern[] {COUNTRY_AND_NAME, NAME}) {
            Matcher matcher = pattern.matcher(value.text());
            if (matcher.matches()) {
                Typed name = new Typed(matcher.group(1), value.repairs()).withoutSpaces();
                Optional<String> scheme = schemes.byName(name.text());
                if (scheme.isPresent()) {
                    boolean lowerCase = name.text().indexOf(':') >= 0
                            && !name.text().equals(name.upperCase().text());
                    Typed rest = new Typed(matcher.group(2), (lowerCase ? name.upperCase() : name).repairs());
                    return Optional.of(new Named(scheme.get(), rest.part(rest.text())));
                }
            }
        }
        return Optional.empty();
    }

    private IdentifierReading inScheme(String scheme, Typed typedValue, String typed) {
        if (schemes.standing(scheme) == SchemeList.Standing.REMOVED) {
            return new Refused(IdentifierRefusals.removedScheme(typed, scheme, schemes.successor(scheme)));
        }
        if (schemes.standing(scheme) == SchemeList.Standing.UNKNOWN) {
            Optional<String> probable = schemes.standing("0" + scheme) == SchemeList.Standing.IN_USE
                    ? Optional.of("0" + scheme + ":" + typedValue.text())
                    : Optional.empty();
            return new Refused(IdentifierRefusals.unknownScheme(typed, scheme, probable));
        }
        Typed value = typedValue;
        Optional<Named> inner = innerPrefix(value);
        if (inner.isPresent()) {
            if (!inner.get().scheme.equals(scheme)) {
                return new Refused(IdentifierRefusals.twoSchemes(typed));
            }
            value = value.to(inner.get().value.text(), Repair.DOUBLE_PREFIX);
        }
        if (isScientific(value)) {
            return new Refused(IdentifierRefusals.scientific(typed));
        }
        return formats.read(scheme, value, typed);
    }

    private Optional<Named> innerPrefix(Typed value) {
        Matcher code = CODE.matcher(value.text());
        if (code.matches() && schemes.standing(code.group(1)) != SchemeList.Standing.UNKNOWN) {
            return Optional.of(new Named(code.group(1), value.part(code.group(2))));
        }
        return value.text().indexOf(':') >= 0 ? named(value) : Optional.empty();
    }

    private IdentifierReading withoutScheme(Typed value, String country, String typed) {
        if (isScientific(value)) {
            return new Refused(IdentifierRefusals.scientific(typed));
        }
        Typed compact = value.compact();
        String text = compact.text();
        if (text.matches("(NL)?[0-9]{7,9}B[0-9]{2}") || text.matches("NL[0-9]+B?[0-9]*")) {
            return formats.read(ElectronicAddress.DUTCH_VAT, compact, typed);
        }
        if (text.matches("BE[0-9]+")) {
            return formats.read(ElectronicAddress.BELGIAN_ENTERPRISE, compact, typed);
        }
        if (text.matches("XC[A-Z]{2}[0-9]+")) {
            return new Refused(IdentifierRefusals.companyId(typed, text));
        }
        if (!text.matches("[0-9]+")) {
            return new Refused(foreignVatNumber(text)
                    .map(probable -> IdentifierRefusals.probably(
                            typed, "het schema ontbreekt", "the scheme is missing", probable))
                    .orElseGet(() -> IdentifierRefusals.unknown(typed)));
        }
        return switch (country) {
            case "", "NL" -> dutchNumber(compact, typed);
            case "BE" -> formats.read(ElectronicAddress.BELGIAN_ENTERPRISE, compact, typed);
            default -> new Refused(IdentifierRefusals.foreignNumber(typed, country));
        };
    }

    private static boolean isScientific(Typed value) {
        return SCIENTIFIC.matcher(value.withoutSpaces().text()).matches();
    }

    private Optional<String> foreignVatNumber(String text) {
        return text.matches("[A-Z]{2}[0-9A-Z]{6,12}")
                ? schemes.byOfficialName(text.substring(0, 2) + ":VAT").map(scheme -> scheme + ":" + text)
                : Optional.empty();
    }

    private IdentifierReading dutchNumber(Typed compact, String typed) {
        String digits = compact.text();
        // No other number of 20 digits begins like this, so the missing NL:OIN: leaves no doubt.
        if (digits.matches("0000000[1-9][0-9]{12}")) {
            return formats.read(ElectronicAddress.OIN, compact, typed);
        }
        // Many of these are a valid GLN as well, so neither reading is certain.
        Optional<String> oin = SchemeFormats.oinThatLostItsZeros(digits);
        if (oin.isPresent() && leadingZeros == LeadingZeros.PADDED && !SchemeFormats.isGln(digits)) {
            return formats.read(ElectronicAddress.OIN, compact, typed);
        }
        if (oin.isPresent()) {
            return new Refused(IdentifierRefusals.oinOrGln(
                    typed, oin.get(), Optional.of(digits).filter(SchemeFormats::isGln)));
        }
        if (SchemeFormats.isBelgianEnterpriseNumber(digits)) {
            return new Refused(IdentifierRefusals.probably(
                    typed, "een KvK-nummer heeft 8 cijfers", "a CoC number has 8 digits", "BE:EN:" + digits));
        }
        return formats.read(ElectronicAddress.COC, compact, typed);
    }

    /** Whether a party id that eConnect gives, in whichever of its forms, is this one of the settings. */
    public boolean isParty(String given, String partyId) {
        return read(given, "")
                .usable()
                .filter(address -> address.partyId().equalsIgnoreCase(partyId))
                .isPresent();
    }
}
