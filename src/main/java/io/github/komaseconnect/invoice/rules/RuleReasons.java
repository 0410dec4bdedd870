package io.github.komaseconnect.invoice.rules;

import io.github.komaseconnect.invoice.rules.Verdict.Examined;
import io.github.komaseconnect.reason.DutchTime;
import io.github.komaseconnect.reason.OneLine;
import io.github.komaseconnect.reason.Reason;
import java.util.List;
import java.util.function.Function;

/** What is said of a document that breaks official rules. */
public final class RuleReasons {
    /** Code of the reason of an invoice that is held for it. */
    public static final String FAILED = "validation.failed";

    /** Of what is wrong: the official texts can be long. What to do is never cut. */
    private static final int LONGEST_WHAT = 420;

    private RuleReasons() {}

    /** Why an invoice is held: every rule with its place, its words and what to do. */
    public static Reason held(Examined verdict) {
        return new Reason(
                FAILED,
                "De factuur voldoet niet aan de officiële regels ("
                        + verdict.release().label() + ") en zou door eConnect of de klant geweigerd worden."
                        + dutch(verdict.broken()),
                "The invoice breaks official rules (" + verdict.release().label()
                        + ") and would be refused by eConnect or the customer." + english(verdict.broken()),
                "Verbeter dit in Komas en exporteer de factuur opnieuw, met hetzelfde nummer. Moet deze zo toch weg:"
                        + " komas-econnect retry ID --skip-validation.",
                "Correct this in Komas and export the invoice again, with the same number. If it must go out as it is:"
                        + " komas-econnect retry ID --skip-validation.");
    }

    /** It breaks rules, and goes out all the same. */
    public static Reason told(Examined verdict) {
        return Reason.of(
                "validation.told",
                "Voldoet niet aan de officiële regels (" + verdict.release().label() + "), maar wordt wel verzonden."
                        + dutch(verdict.broken()),
                "Breaks official rules (" + verdict.release().label() + "), and is sent all the same."
                        + english(verdict.broken()));
    }

    /** It breaks rules that are not those in force any more. */
    public static Reason outdated(Examined verdict) {
        String since = DutchTime.day(verdict.release().outdatedFrom());
        return Reason.of(
                "validation.outdated",
                "Voldoet niet aan de officiële regels die dit programma kent ("
                        + verdict.release().label()
                        + "). Die zijn sinds " + since
                        + " verouderd, dus eConnect beslist: de factuur wordt wel verzonden."
                        + dutch(verdict.broken()),
                "Breaks the official rules that this program knows ("
                        + verdict.release().label()
                        + "). They are outdated since " + since + ", so eConnect decides: the invoice is sent."
                        + english(verdict.broken()));
    }

    /** It breaks rules, and a person wants it sent. */
    public static Reason waived(Examined verdict, String who) {
        return Reason.of(
                "validation.waived",
                "Voldoet niet aan de officiële regels (" + verdict.release().label() + "), maar wordt op verzoek van "
                        + who + " toch verzonden." + dutch(verdict.broken()),
                "Breaks official rules (" + verdict.release().label() + "), but is sent at the wish of " + who + "."
                        + english(verdict.broken()));
    }

    /** Nothing is known of its profile. */
    private static Reason unknownProfile(String customizationId) {
        String profile = customizationId.isEmpty() ? "-" : OneLine.of(customizationId, 200);
        return Reason.of(
                "validation.unknown-profile",
                "Niet gecontroleerd: van het profiel (CustomizationID) " + profile
                        + " kent dit programma de regels niet. eConnect beslist.",
                "Not validated: this program does not know the rules of the profile (CustomizationID) " + profile
                        + ". eConnect decides.");
    }

    /** Why rules were not applied. */
    public static Reason notLookedAt(Verdict verdict) {
        if (verdict instanceof Verdict.UnknownProfile unknown) {
            return unknownProfile(unknown.customizationId());
        }
        return verdict instanceof Verdict.Disturbed disturbed ? disturbed.why() : ((Verdict.NotExamined) verdict).why();
    }

    /** It could not be looked at now, and waits for that. */
    public static Reason later(String fault) {
        return Reason.of(
                "validation.later",
                "Nog niet verzonden: de controle op de officiële regels lukt nu niet en wordt vanzelf opnieuw geprobeerd. ("
                        + fault + ")",
                "Not sent yet: the official rules cannot be applied now, which is tried again by itself. (" + fault
                        + ")");
    }

    /** The rules that are broken, in Dutch, numbered: {@code (1) …}. */
    public static String dutch(List<BrokenRule> rules) {
        return list(rules, Phrase::dutch, "Doen: ", "Regel ", " misschien nog meer: de eerste %d staan hier.");
    }

    /** The rules that are broken, in English, numbered. */
    public static String english(List<BrokenRule> rules) {
        return list(rules, Phrase::english, "To do: ", "Rule ", " perhaps more: the first %d stand here.");
    }

    private static String list(
            List<BrokenRule> rules, Function<Phrase, String> words, String toDo, String ruleWord, String andMore) {
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < rules.size(); n++) {
            BrokenRule rule = rules.get(n);
            String advice = words.apply(rule.advice());
            String what = words.apply(rule.where()) + ": " + words.apply(rule.what());
            text.append(" (").append(n + 1).append(") ").append(OneLine.of(what, LONGEST_WHAT));
            if (!advice.isEmpty()) {
                text.append(' ').append(toDo).append(advice);
            }
            if (!rule.id().equals(BrokenRule.UNNAMED)) {
                text.append(" [").append(ruleWord).append(rule.id()).append(']');
            }
        }
        return rules.size() < Verdict.MOST_TOLD
                ? text.toString()
                : text + " (+)" + andMore.formatted(Verdict.MOST_TOLD);
    }
}
