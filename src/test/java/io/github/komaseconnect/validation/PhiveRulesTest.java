package io.github.komaseconnect.validation;

import static io.github.komaseconnect.validation.RuleSamples.BIS;
import static io.github.komaseconnect.validation.RuleSamples.NLCIUS;
import static io.github.komaseconnect.validation.RuleSamples.change;
import static io.github.komaseconnect.validation.RuleSamples.creditNote;
import static io.github.komaseconnect.validation.RuleSamples.demo;
import static io.github.komaseconnect.validation.RuleSamples.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.rules.BrokenRule;
import io.github.komaseconnect.invoice.rules.Verdict;
import io.github.komaseconnect.invoice.rules.Verdict.Examined;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own samples under the official rules: sound ones, and each with one thing wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhiveRulesTest {
    private final RuleSamples samples = new RuleSamples();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verkoop-peppol.xml",
                "verkoop-overheid.xml",
                "verkoop-email.xml",
                "verkoop-onbekende-relatie.xml",
                "verkoop-print-credit.xml"
            })
    void theSamplesOfTheDemoAreSound(String name) throws Exception {
        Verdict verdict = samples.verdict(folder, demo(name));

        assertThat(verdict).isInstanceOfSatisfying(Examined.class, examined -> {
            assertThat(examined.broken()).isEmpty();
            assertThat(examined.release().label()).isEqualTo("NLCIUS (SI-UBL 2.0), 2.0.3.12");
        });
    }

    @Test
    void theSameUnderPeppolBis() throws Exception {
        assertThat(samples.broken(folder, invoice(BIS))).isEmpty();
        assertThat(samples.broken(folder, creditNote(BIS))).isEmpty();
        assertThat(((Examined) samples.verdict(folder, invoice(BIS))).release().version())
                .isEqualTo("2026.5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BR-CO-10|<cbc:LineExtensionAmount currencyID=\"EUR\">204.00|<cbc:LineExtensionAmount currencyID=\"EUR\">205.00",
                "BR-CO-16|<cbc:PayableAmount currencyID=\"EUR\">366.63|<cbc:PayableAmount currencyID=\"EUR\">300.00",
                "BR-CO-09|NL123456708B01|123456708B01",
                "BR-27|<cbc:PriceAmount currencyID=\"EUR\">68.00|<cbc:PriceAmount currencyID=\"EUR\">-68.00",
                "BR-CL-23|unitCode=\"HUR\"|unitCode=\"UUR\"",
                "BR-CL-25|schemeID=\"0106\">12345678</cbc:EndpointID>|schemeID=\"KVK\">12345678</cbc:EndpointID>",
                "BR-02|<cbc:ID>F2026-0103</cbc:ID>|<cbc:ID> </cbc:ID>",
            })
    void bothProfilesHaveTheRulesOfEurope(String rule, String from, String to) throws Exception {
        for (String profile : List.of(BIS, NLCIUS)) {
            assertThat(samples.broken(folder, change(invoice(profile), from, to)))
                    .extracting(BrokenRule::id)
                    .contains(rule);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NL-R-002|BR-NL-3|<cbc:CityName>Voorbeeldstad</cbc:CityName>|",
                "NL-R-003|BR-NL-1|<cbc:CompanyID schemeID=\"0106\">12345678|<cbc:CompanyID schemeID=\"0088\">8712345678906",
                "NL-R-004|BR-NL-4|<cbc:PostalZone>3456 CD</cbc:PostalZone>|",
                "NL-R-005|BR-NL-10|<cbc:CompanyID schemeID=\"0106\">23456789</cbc:CompanyID>|<cbc:CompanyID schemeID=\"0088\">8712345678906</cbc:CompanyID>",
                "NL-R-008|BR-NL-12|<cbc:PaymentMeansCode>58|<cbc:PaymentMeansCode>31",
                "PEPPOL-EN16931-R003|BR-NL-2|<cbc:BuyerReference>Kamers 12-18</cbc:BuyerReference>|",
            })
    void eachProfileHasItsOwnRules(String underBis, String underNlcius, String from, String to) throws Exception {
        String changed = to == null ? "" : to;

        assertThat(samples.broken(folder, change(invoice(BIS), from, changed)))
                .extracting(BrokenRule::id)
                .containsExactly(underBis);
        assertThat(samples.broken(folder, change(invoice(NLCIUS), from, changed)))
                .extracting(BrokenRule::id)
                .containsExactly(underNlcius);
    }

    @Test
    void aBrokenRuleSaysWhereWhatAndWhatToDo() throws Exception {
        BrokenRule price = samples.broken(
                        folder,
                        change(
                                invoice(BIS),
                                "<cbc:PriceAmount currencyID=\"EUR\">41.25",
                                "<cbc:PriceAmount currencyID=\"EUR\">41.00"))
                .get(0);
        assertThat(price.id()).isEqualTo("PEPPOL-EN16931-R120");
        assertThat(price.where().dutch()).isEqualTo("Factuurregel 2 (Koudemiddel R32)");
        assertThat(price.where().english()).isEqualTo("Invoice line 2 (Koudemiddel R32)");
        assertThat(price.what().dutch()).startsWith("Het bedrag van deze regel is niet aantal maal prijs");
        assertThat(price.advice().dutch()).isEqualTo("Verbeter aantal, prijs of korting op de regel.");

        BrokenRule total = samples.broken(
                        folder,
                        change(
                                invoice(BIS),
                                "<cbc:PayableAmount currencyID=\"EUR\">366.63",
                                "<cbc:PayableAmount currencyID=\"EUR\">300.00"))
                .get(0);
        assertThat(total.where().dutch()).isEqualTo("Totalen");
        assertThat(total.what().dutch())
                .startsWith("Het te betalen bedrag (300,00) is niet het totaal met btw (366,63)");
        assertThat(total.what().english()).startsWith("The amount to be paid (300.00) is not");

        BrokenRule city = samples.broken(folder, change(invoice(NLCIUS), "<cbc:CityName>Duinzand</cbc:CityName>", ""))
                .get(0);
        assertThat(city.where().dutch()).isEqualTo("Klant, adres");
        assertThat(city.advice().dutch()).contains("relatiekaart");
    }

    @Test
    void rulesOfVatAreSaidForTheirCategory() throws Exception {
        List<BrokenRule> broken =
                samples.broken(folder, change(invoice(BIS), "<cbc:ID>S</cbc:ID>", "<cbc:ID>AE</cbc:ID>"));

        assertThat(broken).extracting(BrokenRule::id).contains("BR-AE-05");
        assertThat(broken).filteredOn(rule -> rule.id().equals("BR-AE-05")).allSatisfy(rule -> assertThat(
                        rule.what().dutch())
                .isEqualTo("Het btw-percentage op deze regel past niet bij btw verlegd (AE)."));
    }

    @Test
    void whatIsNotBuiltAsUblIsSaidWithoutARule() throws Exception {
        List<BrokenRule> misplaced = samples.broken(
                folder,
                change(
                        invoice(BIS),
                        "<cbc:IssueDate>2026-11-20",
                        "<cbc:Uitgifte>x</cbc:Uitgifte><cbc:IssueDate>2026-11-20"));
        assertThat(misplaced).extracting(BrokenRule::id).containsOnly(BrokenRule.STRUCTURE);
        assertThat(misplaced.get(0).what().dutch()).contains("\"Uitgifte\"");

        List<BrokenRule> value =
                samples.broken(folder, change(invoice(BIS), "<cbc:DueDate>2026-12-20", "<cbc:DueDate>20-12-2026"));
        assertThat(value.get(0).what().dutch()).contains("niet goed geschreven").contains("20-12-2026");
    }

    @Test
    void rulesThatCannotBeWorkedOutAreSaidWithoutARule() throws Exception {
        String twice = "<cac:PartyLegalEntity><cbc:RegistrationName>Acme</cbc:RegistrationName></cac:PartyLegalEntity>";
        String once = "<cac:Contact>\n        <cbc:Name>Afdeling facturatie";

        List<BrokenRule> broken = samples.broken(folder, change(invoice(NLCIUS), once, twice + once));

        assertThat(broken).singleElement().satisfies(rule -> {
            assertThat(rule.id()).isEqualTo(BrokenRule.UNNAMED);
            assertThat(rule.what().dutch())
                    .contains("konden niet worden nagegaan")
                    .contains("more than one item");
        });
    }

    @Test
    void anUnknownProfileIsNotLookedAt() throws Exception {
        String other = "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0";

        assertThat(samples.verdict(folder, invoice(other))).isEqualTo(new Verdict.UnknownProfile(other));
        assertThat(samples.verdict(
                        folder, change(invoice(NLCIUS), "<cbc:CustomizationID>" + NLCIUS, "<cbc:CustomizationID>")))
                .isEqualTo(new Verdict.UnknownProfile(""));
        // the extension for the g-account is for invoices only
        assertThat(samples.verdict(folder, creditNote(RuleSamples.G_ACCOUNT)))
                .isInstanceOf(Verdict.UnknownProfile.class);
    }

    @Test
    void aGAccountMustBeSplitInTwo() throws Exception {
        assertThat(samples.broken(folder, invoice(RuleSamples.G_ACCOUNT)))
                .extracting(BrokenRule::id)
                .contains("BR-GA-1", "BR-GA-2", "BR-GA-7");
    }

    @Test
    void theVerdictOnTheSameContentIsRemembered() throws Exception {
        Path file = Files.writeString(folder.resolve("once.xml"), invoice(BIS));
        Verdict first = samples.rules.examine(file, "one content");
        Files.delete(file);

        assertThat(samples.rules.examine(file, "one content")).isSameAs(first);
    }

    @Test
    void whatCannotBeReadIsNoVerdictOnTheInvoice() throws Exception {
        assertThat(samples.verdict(folder, invoice(BIS).substring(0, 3000)))
                .isInstanceOfSatisfying(
                        Verdict.NotExamined.class,
                        not -> assertThat(not.why().code()).isEqualTo("validation.not-done"));
        assertThat(samples.rules.examine(folder.resolve("gone.xml"), "gone")).isInstanceOf(Verdict.Disturbed.class);
    }

    @Test
    void rulesThatPhiveDoesNotKnowAreToldAndHoldNothing() throws Exception {
        List<String> missing = new ArrayList<>();
        Releases releases = Releases.read(new StringReader("""
                profile;version;root;customization-id;vesid;in-force-since;successor;outdated-from
                Peppol;2099.5;Invoice;%s;eu.peppol.bis3:invoice:2099.5;2099-08-17;;2100-02-22
                """.formatted(BIS)));
        PhiveRules rules = new PhiveRules(new SafeXml(), releases, missing::add);
        Path file = Files.writeString(folder.resolve("future.xml"), invoice(BIS));

        assertThat(rules.examine(file, "future")).isInstanceOf(Verdict.NotExamined.class);
        assertThat(missing).containsExactly("eu.peppol.bis3:invoice:2099.5");
    }

    @Test
    void thereIsAReleaseForEachProfileAndPhiveKnowsThem() {
        assertThat(PhiveRules.known()).hasSize(3);
        samples.rules.makeReady();

        assertThat(samples.missing).isEmpty();
    }
}
