package io.github.komaseconnect.validation;

import com.helger.diagnostics.error.IError;
import com.helger.phive.api.result.ValidationResult;
import com.helger.phive.api.result.ValidationResultList;
import io.github.komaseconnect.invoice.rules.BrokenRule;
import io.github.komaseconnect.invoice.rules.Phrase;
import io.github.komaseconnect.invoice.rules.RuleRelease;
import io.github.komaseconnect.invoice.rules.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Document;

/** Puts what phive found into a bookkeeper's words. */
final class Findings {
    /** The number of the rule that the official text begins with, and phive's own word before what the parser says. */
    private static final Pattern LABEL = Pattern.compile("^\\[[^\\]]*\\]\\s*-?\\s*");

    /** phive tells of a style sheet that broke off twice: this, and why. */
    private static final String BROKE_OFF = "Transformation fatal error";

    private final RuleTexts texts;

    Findings(RuleTexts texts) {
        this.texts = texts;
    }

    /** The verdict; the first {@value Verdict#MOST_TOLD} of each kind are told. */
    Verdict of(RuleRelease release, ValidationResultList results, Document document) {
        Set<BrokenRule> broken = new LinkedHashSet<>();
        Set<BrokenRule> remarks = new LinkedHashSet<>();
        Places places = new Places(document, texts);
        Figures figures = new Figures(document);
        for (ValidationResult result : results) {
            boolean structure = result.getValidationArtefact()
                    .getValidationType()
                    .getBaseType()
                    .isXSD();
            for (IError error : result.getErrorList()) {
                Set<BrokenRule> kind = error.isError() ? broken : remarks;
                if (kind.size() < Verdict.MOST_TOLD
                        && !String.valueOf(error.getErrorText(Locale.ENGLISH)).equals(BROKE_OFF)) {
                    kind.add(rule(error, structure, places, figures));
                }
            }
        }
        if (broken.isEmpty() && results.containsAtLeastOneError()) {
            broken.add(texts.withoutWords());
        }
        return new Verdict.Examined(release, new ArrayList<>(broken), new ArrayList<>(remarks));
    }

    private BrokenRule rule(IError error, boolean structure, Places places, Figures figures) {
        String text = official(error);
        if (structure) {
            return texts.structure(text);
        }
        String path = Optional.ofNullable(error.getErrorFieldName()).orElse("");
        Phrase where = places.of(path);
        Optional<String> id = Optional.ofNullable(error.getErrorID()).filter(name -> !name.isBlank());
        return id.isPresent() ? texts.rule(id.get(), where, text, figures.at(path)) : texts.unnamed(where, text);
    }

    private static String official(IError error) {
        String text = Optional.ofNullable(error.getErrorText(Locale.ENGLISH)).orElse("");
        return LABEL.matcher(text.strip().replaceAll("\\s+", " ")).replaceFirst("");
    }
}
