package io.github.komaseconnect.explanation;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Validation;
import io.github.komaseconnect.invoice.rules.InvoiceRules;
import io.github.komaseconnect.invoice.rules.RuleReasons;
import io.github.komaseconnect.invoice.rules.Verdict;
import io.github.komaseconnect.invoice.rules.Verdict.Examined;
import io.github.komaseconnect.reason.DutchTime;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.SendingMethod;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** What the official rules say of a file, and whether it would be held for that. */
final class RulesNow {
    private final InvoiceRules rules;
    private final Clock clock;

    RulesNow(InvoiceRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param obstacle why it would be held
     */
    record Found(Words words, Optional<Reason> obstacle) {}

    /** Looks at a document that would go out by {@code method}. */
    Found look(Company company, SendingMethod method, Path xml, String sha256) {
        Validation policy = company.validation().of(method);
        if (policy == Validation.OFF) {
            return new Found(
                    new Words("niet gecontroleerd (validation=off)", "not validated (validation=off)"),
                    Optional.empty());
        }
        Verdict verdict = rules.examine(xml, sha256);
        if (verdict instanceof Examined examined) {
            return examined(examined, policy);
        }
        return told(RuleReasons.notLookedAt(verdict));
    }

    private Found examined(Examined verdict, Validation policy) {
        if (verdict.isSound()) {
            return new Found(sound(verdict), Optional.empty());
        }
        if (policy == Validation.WARN) {
            return told(RuleReasons.told(verdict));
        }
        if (verdict.release().isOutdated(DutchTime.date(clock.instant()))) {
            return told(RuleReasons.outdated(verdict));
        }
        int count = verdict.broken().size();
        return new Found(
                new Words(
                        verdict.release().label() + ": " + count + (count == 1 ? " fout" : " fouten"),
                        verdict.release().label() + ": " + count + (count == 1 ? " error" : " errors")),
                Optional.of(RuleReasons.held(verdict)));
    }

    private static Words sound(Examined verdict) {
        String label = verdict.release().label();
        return verdict.remarks().isEmpty()
                ? new Words("voldoet aan " + label, "keeps " + label)
                : new Words(
                        "voldoet aan " + label + "; opmerkingen, niet verplicht:"
                                + RuleReasons.dutch(verdict.remarks()),
                        "keeps " + label + "; remarks, not binding:" + RuleReasons.english(verdict.remarks()));
    }

    private static Found told(Reason reason) {
        return new Found(new Words(reason.dutch(), reason.english()), Optional.empty());
    }
}
