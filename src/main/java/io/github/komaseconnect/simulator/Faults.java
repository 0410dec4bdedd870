package io.github.komaseconnect.simulator;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * The faults that are set for coming calls. The oldest rule that fits a call strikes it; a rule for after acceptance is
 * not used up by a call that is refused for a reason of its own.
 */
public final class Faults {
    private final List<FaultRule> rules = new CopyOnWriteArrayList<>();

    Faults() {}

    /** Begins a rule for calls of one operation. */
    public Plan on(Operation operation) {
        return new Plan(call -> call.operation().filter(operation::equals).isPresent(), Integer.MAX_VALUE);
    }

    /** Begins a rule for every call. */
    public Plan onAnyCall() {
        return new Plan(call -> true, Integer.MAX_VALUE);
    }

    /** Withdraws all rules; calls that wait at a gate go on waiting for it. */
    public void clear() {
        rules.forEach(FaultRule::withdraw);
        rules.clear();
    }

    /** Uses up the oldest rule that fits the call, the moment and the effects asked for. */
    Optional<Fault> strike(CallDetails call, Fault.Moment moment, Predicate<Fault.Effect> effects) {
        return rules.stream()
                .filter(rule -> effects.test(rule.fault().effect()))
                .filter(rule -> rule.strikes(call, moment))
                .findFirst()
                .map(FaultRule::fault);
    }

    /** A rule in the making; without {@link #times} it strikes until it is withdrawn. */
    public final class Plan {
        private final Predicate<CallDetails> calls;
        private final int times;

        private Plan(Predicate<CallDetails> calls, int times) {
            this.calls = calls;
            this.times = times;
        }

        /** Only the next {@code count} calls that fit. */
        public Plan times(int count) {
            return new Plan(calls, count);
        }

        /** Only calls about these invoice numbers. */
        public Plan forInvoices(String... numbers) {
            Set<String> wanted = Set.of(numbers);
            return when(call -> wanted.contains(call.invoiceNumber()));
        }

        /** Only calls of this company. */
        public Plan forCompany(String companyId) {
            return when(call -> call.companyId().equals(companyId));
        }

        /** Only calls that fit this too. */
        public Plan when(Predicate<CallDetails> condition) {
            return new Plan(calls.and(condition), times);
        }

        /** Puts the rule in force. */
        public FaultRule inject(Fault fault) {
            FaultRule rule = new FaultRule(calls, fault, times);
            rules.add(rule);
            return rule;
        }
    }
}
