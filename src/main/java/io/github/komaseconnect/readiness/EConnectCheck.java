package io.github.komaseconnect.readiness;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.EConnect.AccountParty;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reason.Reason;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether eConnect takes the keys and the Company ID of a company, and what waits in its inbox. */
final class EConnectCheck {
    private static final int MOST_PARTIES = 20;

    private final EConnect connection;
    private final Company company;
    private final InboxCount inbox;

    EConnectCheck(EConnect connection, Company company, Optional<Ledger> ledger, Duration overlap, Clock clock) {
        this.connection = connection;
        this.company = company;
        this.inbox = new InboxCount(connection, company, ledger, overlap, clock);
    }

    /** Logs in, lists the account's parties, counts the inbox; stops at the first call that eConnect refuses. */
    List<Finding> look() {
        Reply<String> logIn = connection.logIn();
        if (!(logIn instanceof Reply.Done<String>)) {
            return List.of(Finding.error(reason(logIn)));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok(
                "check.log-in", "eConnect accepteert de koppelsleutels.", "eConnect accepts the connection keys."));
        Reply<List<AccountParty>> parties = connection.accountParties();
        if (!(parties instanceof Reply.Done<List<AccountParty>> done)) {
            findings.add(Finding.error(reason(parties)));
            return findings;
        }
        Finding party = party(done.value());
        findings.add(party);
        if (party.level() == Level.OK) {
            findings.add(inbox.look());
        }
        return findings;
    }

    private Finding party(List<AccountParty> parties) {
        String id = company.companyId();
        Optional<AccountParty> mine =
                parties.stream().filter(party -> party.companyId().equals(id)).findFirst();
        if (mine.isPresent()) {
            String name = mine.get().name().isEmpty() ? "" : " (" + mine.get().name() + ")";
            return Finding.ok(
                    "check.company-id",
                    "Company ID " + id + name + " hoort bij dit eConnect-account.",
                    "Company ID " + id + " belongs to this eConnect account.");
        }
        String known = parties.stream()
                .limit(MOST_PARTIES)
                .map(party -> (party.companyId() + " " + party.name()).strip())
                .collect(Collectors.joining(", "));
        String setting = "company." + company.key() + ".company-id";
        return Finding.error(new Reason(
                "check.company-id",
                "Company ID " + id + " hoort niet bij het eConnect-account van deze koppelsleutels.",
                "Company ID " + id + " does not belong to the eConnect account of these connection keys.",
                known.isEmpty()
                        ? "Bij dit account hoort geen enkel Company ID; vraag eConnect ernaar."
                        : "Zet bij " + setting + " een van deze (let op hoofdletters): " + known + ".",
                known.isEmpty()
                        ? "No Company ID belongs to this account; ask eConnect about it."
                        : "Set " + setting + " to one of these (mind the capitals): " + known + "."));
    }

    /** The reason in a reply that is not {@code Done}. */
    static Reason reason(Reply<?> reply) {
        if (reply instanceof Reply.Refused<?> refused) {
            return refused.reason();
        }
        if (reply instanceof Reply.Blocked<?> blocked) {
            return blocked.reason();
        }
        return reply instanceof Reply.InDoubt<?> doubt ? doubt.reason() : ((Reply.Temporary<?>) reply).reason();
    }
}
