package io.github.komaseconnect.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.komaseconnect.invoice.Corpus;
import io.github.komaseconnect.invoice.rules.BrokenRule;
import io.github.komaseconnect.invoice.rules.Phrase;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words for rules: complete, alike in both languages, and for every rule that matters. */
class RuleTextsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");
    private static final Pattern RULE =
            Pattern.compile("<svrl:failed-assert.*?name=\"id\">([^<]*)<.*?</svrl:failed-assert>", Pattern.DOTALL);
    private static final Pattern ELEMENT = Pattern.compile("<(?:\\w+:)?([A-Z]\\w+)");
    private static final Pattern EXTENSIONS_AND_COMMENTS =
            Pattern.compile("<(\\w+:)?UBLExtensions.*?</(\\w+:)?UBLExtensions>|<!--.*?-->", Pattern.DOTALL);
    private static final Pattern OURS = Pattern.compile("NL-R-.*|BR-NL-.*|BR-GA-.*|BR-\\d+|BR-CO-.*|BR-CL-.*|BR-DEC-.*"
            + "|BR-(S|Z|E|AE|IC|G|O)-.*|PEPPOL-EN16931-.*|PEPPOL-COMMON-.*");

    private final RuleWords dutch = RuleWords.ofProgram("/validation/rules_nl.properties");
    private final RuleWords english = RuleWords.ofProgram("/validation/rules_en.properties");

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaceholders() {
        assertThat(english.keys()).isEqualTo(dutch.keys());
        for (String key : dutch.keys()) {
            RuleWords.Said nl = dutch.rule(key).orElseThrow();
            RuleWords.Said en = english.rule(key).orElseThrow();
            assertThat(placeholders(en.what())).as(key).isEqualTo(placeholders(nl.what()));
            assertThat(placeholders(en.advice())).as(key).isEqualTo(placeholders(nl.advice()));
            assertThat(en.advice().isEmpty()).as(key).isEqualTo(nl.advice().isEmpty());
        }
    }

    @Test
    void everyPlaceholderIsKnown() {
        Set<String> known = new TreeSet<>(Figures.TOTALS);
        known.addAll(List.of("value", "vat", "official", "element", "TaxTotal", "sum of lines", "sum of VAT"));
        for (String key : dutch.keys()) {
            RuleWords.Said said = dutch.rule(key).orElseThrow();
            assertThat(known).as(key).containsAll(placeholders(said.what() + said.advice()));
        }
    }

    @Test
    void everyRuleThatMattersHasWordsAndAdvice() throws Exception {
        Set<String> rules = new TreeSet<>();
        for (String sheet : List.of(
                "/external/schematron/openpeppol/2026.5/xslt/CEN-EN16931-UBL.xslt",
                "/external/schematron/openpeppol/2026.5/xslt/PEPPOL-EN16931-UBL.xslt",
                "/external/schematron/simplerinvoicing/si-ubl-2.0.3.12.xslt",
                "/external/schematron/simplerinvoicing/si-ubl-2.0-ext-gaccount-1.0.12.xslt")) {
            rules.addAll(rulesIn(sheet));
        }
        List<String> withoutWords = new ArrayList<>();
        for (String rule : rules) {
            if (OURS.matcher(rule).matches()
                    && dutch.rule(rule).filter(said -> !said.advice().isEmpty()).isEmpty()) {
                withoutWords.add(rule);
            }
        }
        assertThat(rules).hasSizeGreaterThan(300);
        assertThat(withoutWords).isEmpty();
        assertThat(rules.stream().filter(rule -> OURS.matcher(rule).matches())).hasSizeGreaterThan(200);
    }

    /** Rules that look at every element, as those against empty ones do, may point at any. */
    @Test
    void everyPlaceInASampleHasAWord() throws Exception {
        Set<String> names = new TreeSet<>();
        for (String sample : List.of("verkoop-peppol.xml", "verkoop-email.xml", "verkoop-print-credit.xml")) {
            names.addAll(elementsOf(RuleSamples.demo(sample)));
        }
        assertThat(names).hasSizeGreaterThan(40).contains("PostalZone");
        assertThat(names).allSatisfy(this::assertHasAWord);
    }

    @Test
    void everyPlaceInTheCorpusHasAWord() throws Exception {
        Set<String> names = new TreeSet<>();
        for (Path file : Corpus.files()) {
            names.addAll(elementsOf(Files.readString(file)));
        }
        assertThat(names).allSatisfy(this::assertHasAWord);
    }

    private void assertHasAWord(String element) {
        assertThat(dutch.keys()).contains("place." + element);
    }

    /** Those of the invoice itself, not of what is put into its extensions; and without those that are never named. */
    private static Set<String> elementsOf(String ubl) {
        Set<String> names = new TreeSet<>();
        Matcher element = ELEMENT.matcher(EXTENSIONS_AND_COMMENTS.matcher(ubl).replaceAll(""));
        while (element.find()) {
            names.add(element.group(1));
        }
        names.removeAll(Set.of("Party", "TaxScheme", "Invoice", "CreditNote"));
        return names;
    }

    @Test
    void aRuleWithoutWordsOfOursHasItsOfficialText() {
        BrokenRule rule = RuleTexts.ofProgram()
                .rule("DE-R-001", new Phrase("Hele factuur", "Whole invoice"), "An invoice shall.", name -> "-");

        assertThat(rule.what())
                .isEqualTo(
                        new Phrase("Officiële tekst (Engels): An invoice shall.", "Official text: An invoice shall."));
        assertThat(rule.advice().isPresent()).isFalse();
    }

    @Test
    void whatADocumentSaysIsFilledInAndNeverReadAsText() {
        BrokenRule rule = RuleTexts.ofProgram()
                .rule("PEPPOL-COMMON-R040", Phrase.none(), "x", name -> name.equals("value") ? "$1 {vat}\\" : "?");

        assertThat(rule.what().english()).isEqualTo("The GLN is not right: $1 {vat}\\.");
    }

    @Test
    void aTextIsReadStrictly() {
        assertThatThrownBy(() -> RuleWords.read(new StringReader("A=x\nA=y"))).hasMessageContaining("there twice: A");
        assertThatThrownBy(() -> RuleWords.read(new StringReader("A=@B"))).hasMessageContaining("not there: B");
        assertThatThrownBy(() -> RuleWords.read(new StringReader("A="))).hasMessageContaining("empty: A");
    }

    private static Set<String> rulesIn(String sheet) throws Exception {
        try (InputStream in = Objects.requireNonNull(RuleTextsTest.class.getResourceAsStream(sheet), sheet)) {
            Set<String> rules = new TreeSet<>();
            Matcher rule = RULE.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (rule.find()) {
                rules.add(rule.group(1));
            }
            return rules;
        }
    }

    private static Set<String> placeholders(String text) {
        return new TreeSet<>(PLACEHOLDER
                .matcher(text)
                .results()
                .flatMap(found -> Stream.of(found.group(1)))
                .toList());
    }
}
