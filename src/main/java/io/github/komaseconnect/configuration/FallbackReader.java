package io.github.komaseconnect.configuration;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.DefaultMethod;
import io.github.komaseconnect.company.FallbackPolicy;
import io.github.komaseconnect.company.MailSettings;
import io.github.komaseconnect.relation.Fallback;
import io.github.komaseconnect.relation.SendingMethod;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what a company allows for customers who are not on Peppol. */
final class FallbackReader {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final ValueType<Fallback> FALLBACK = new ValueType<>(
            Fallback::byKey, "een van deze zijn: " + Fallback.keys(), "one of these: " + Fallback.keys());
    private static final ValueType<String> COUNTRY = new ValueType<>(
            FallbackReader::country,
            "een landcode van twee letters zijn, zoals NL of BE",
            "a country code of two letters, such as NL or BE");
    private static final ValueType<List<String>> COUNTRY_LIST = new ValueType<>(
            FallbackReader::countries,
            "landcodes van twee letters zijn, met een komma ertussen, zoals BE, DE",
            "country codes of two letters with a comma between them, such as BE, DE");

    private FallbackReader() {}

    static FallbackPolicy read(Settings settings) {
        return new FallbackPolicy(
                settings.value("fallback", FALLBACK),
                settings.value("country", COUNTRY),
                Set.copyOf(settings.optional("strict-countries", COUNTRY_LIST).orElse(List.of())));
    }

    /** What can be seen now to fail when it is needed. */
    static void check(Settings settings, Company company, MailSettings mail) {
        boolean mails = company.fallback().fallback().methods().contains(SendingMethod.EMAIL);
        if (mails && (company.emailFrom().isEmpty() || !mail.configured())) {
            settings.error(
                    "fallback",
                    "met email zijn ook email.from van dit bedrijf en mail.smtp.host nodig",
                    "with email, this company's email.from and mail.smtp.host are needed too");
        }
        if (company.defaultMethod() == DefaultMethod.AUTO && company.fallback().fallback() == Fallback.NONE) {
            settings.warn(
                    "default-method",
                    "auto zonder fallback: wie niet op Peppol zit, wordt vastgehouden",
                    "auto without fallback: an invoice for a customer who is not on Peppol is held");
        }
    }

    private static Optional<String> country(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        return COUNTRIES.contains(code) ? Optional.of(code) : Optional.empty();
    }

    private static Optional<List<String>> countries(String text) {
        List<Optional<String>> codes = Arrays.stream(text.split("[,;\\s]+"))
                .filter(part -> !part.isBlank())
                .map(FallbackReader::country)
                .toList();
        return codes.isEmpty() || codes.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(
                        codes.stream().flatMap(Optional::stream).distinct().toList());
    }
}
