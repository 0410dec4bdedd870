package io.github.komaseconnect.runtime;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.alarm.NodeCauses;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.delivery.RuleCheck;
import io.github.komaseconnect.delivery.RulesInTime;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.validation.PhiveRules;
import java.time.Clock;
import java.util.Map;

/** Puts together what looks whether invoices keep the official rules. */
final class RuleWiring {
    private RuleWiring() {}

    static PhiveRules wire(
            Companies companies, Ledger ledger, AlarmBell alarms, SafeXml xml, Clock clock, Map<String, Object> beans) {
        String cause = NodeCauses.of(ledger).here("validation-rules");
        // an earlier program's; raised again when it is still so
        alarms.clear(cause);
        PhiveRules rules = new PhiveRules(xml, unknown -> alarms.raise(cause, "", missing(unknown), unknown));
        beans.put("ruleCheck", new RuleCheck(rules, ledger, clock));
        beans.put("rulesInTime", new RulesInTime(rules, companies));
        return rules;
    }

    private static Reason missing(String rules) {
        return new Reason(
                "validation.rules-missing",
                "De regels " + rules
                        + " ontbreken in dit programma; facturen waarvoor ze gelden worden niet gecontroleerd.",
                "The rules " + rules + " are missing in this program; invoices that they are for are not validated.",
                "Installeer komas-econnect opnieuw, of meld dit aan wie het beheert.",
                "Install komas-econnect again, or tell whoever looks after it.");
    }
}
