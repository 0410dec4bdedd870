package io.github.komaseconnect.validation;

import io.github.komaseconnect.invoice.rules.BrokenRule;
import io.github.komaseconnect.invoice.rules.Phrase;
import io.github.komaseconnect.reason.OneLine;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Broken rules in words, Dutch and English: our own for the rules that are met most, the official text for the rest. */
final class RuleTexts {
    /** The language of phive's own texts, and of ours beside Dutch. */
    private static final String OFFICIAL = "official";

    private static final String ELEMENT = "element";
    private static final int LONGEST_OFFICIAL = 250;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z ]+)}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+");

    /** What the parser says of an element, and whether it is out of place, incomplete or not a value of its kind. */
    private static final Pattern MISPLACED =
            Pattern.compile("cvc-complex-type\\.2\\.4\\.[ad].*?element '(?:\\{[^}]*:)?\"?(?:[\\w-]+:)?([\\w.-]+)");

    private static final Pattern INCOMPLETE =
            Pattern.compile("cvc-complex-type\\.2\\.4\\.b.*?element '(?:[\\w-]+:)?([\\w.-]+)'");
    private static final Pattern VALUE =
            Pattern.compile("cvc-(?:datatype|enumeration|pattern|minLength|maxLength)[^:]*: (?:Value )?'([^']{0,200})");

    private final RuleWords dutch;
    private final RuleWords english;

    RuleTexts(RuleWords dutch, RuleWords english) {
        this.dutch = dutch;
        this.english = english;
    }

    /** Those of the program. */
    static RuleTexts ofProgram() {
        return new RuleTexts(
                RuleWords.ofProgram("/validation/rules_nl.properties"),
                RuleWords.ofProgram("/validation/rules_en.properties"));
    }

    /** A rule with a name. */
    BrokenRule rule(String id, Phrase where, String official, UnaryOperator<String> figures) {
        String key = dutch.rule(id).isPresent() ? id : "any";
        return said(id, key, where, name -> name.equals(OFFICIAL) ? shortened(official) : figures.apply(name));
    }

    /** The document is not built as it should be: what the parser says of it. */
    BrokenRule structure(String official) {
        Optional<BrokenRule> known = structure("structure.misplaced", MISPLACED, official)
                .or(() -> structure("structure.incomplete", INCOMPLETE, official))
                .or(() -> structure("structure.value", VALUE, official));
        return known.orElseGet(() -> said(
                BrokenRule.STRUCTURE,
                "structure",
                place("document"),
                name -> name.equals(OFFICIAL) ? shortened(official) : Figures.NOTHING));
    }

    private Optional<BrokenRule> structure(String key, Pattern words, String official) {
        Matcher said = words.matcher(official);
        return said.find()
                ? Optional.of(said(
                        BrokenRule.STRUCTURE,
                        key,
                        place("document"),
                        name -> name.equals(ELEMENT) ? said.group(1) : shortened(official)))
                : Optional.empty();
    }

    /** A rule without a name, or rules that could not be worked out. */
    BrokenRule unnamed(Phrase where, String official) {
        return said(
                BrokenRule.UNNAMED,
                "unnamed",
                where,
                name -> name.equals(OFFICIAL) ? shortened(official) : Figures.NOTHING);
    }

    /** The document does not keep the rules, and that is all that is known. */
    BrokenRule withoutWords() {
        return unnamed(place("document"), "");
    }

    /** The word for a place in a document: the name of the element where there is none. */
    Phrase place(String element) {
        String key = "place." + element;
        return new Phrase(dutch.text(key).orElse(element), english.text(key).orElse(element));
    }

    private BrokenRule said(String id, String key, Phrase where, UnaryOperator<String> figures) {
        RuleWords.Said nl = dutch.rule(key).orElseThrow();
        RuleWords.Said en = english.rule(key).orElseThrow();
        UnaryOperator<String> inDutch = name -> name.equals("vat") ? nl.vat() : decimalComma(figures.apply(name));
        UnaryOperator<String> inEnglish = name -> name.equals("vat") ? en.vat() : figures.apply(name);
        return new BrokenRule(
                id,
                where,
                new Phrase(filled(nl.what(), inDutch), filled(en.what(), inEnglish)),
                new Phrase(filled(nl.advice(), inDutch), filled(en.advice(), inEnglish)));
    }

    private static String filled(String text, UnaryOperator<String> figures) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(figures.apply(found.group(1))));
    }

    private static String decimalComma(String figure) {
        return NUMBER.matcher(figure).matches() ? figure.replace('.', ',') : figure;
    }

    private static String shortened(String official) {
        return OneLine.of(official, LONGEST_OFFICIAL);
    }
}
