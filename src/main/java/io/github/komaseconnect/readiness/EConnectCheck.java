package io.github.komaseconnect.readiness;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.company.HookSettings.AfterImport;
import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.econnect.EConnect.AccountParty;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.IdentifierReader;
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
        findings.add(loggedIn());
        Reply<List<AccountParty>> parties = connection.accountParties();
        if (!(parties instanceof Reply.Done<List<AccountParty>> done)) {
            findings.add(Finding.error(reason(parties)));
            return findings;
        }
        Finding party = party(done.value());
        findings.add(party);
        if (party.level() == Level.OK) {
            findings.addAll(company.gateway().hasLists() ? List.of(inbox.look()) : permissions(done.value()));
        }
        return findings;
    }

    /** What the account may do for the company, where arrivals are told by hooks. */
    private List<Finding> permissions(List<AccountParty> parties) {
        List<Finding> missing = parties.stream()
                .filter(this::isMine)
                .flatMap(party -> party.missing().stream())
                .filter(permission -> permission != EConnect.Permission.REMOVE || removes())
                .map(this::missing)
                .toList();
        String removesDutch = removes() ? ", verwijderen" : "";
        String removesEnglish = removes() ? ", remove" : "";
        return missing.isEmpty()
                ? List.of(Finding.ok(
                        "check.permissions",
                        "Dit account mag voor " + company.partyId() + " verzenden, ontvangen" + removesDutch
                                + " en hooks beheren.",
                        "This account may send, receive" + removesEnglish + " and manage hooks for " + company.partyId()
                                + "."))
                : missing;
    }

    private boolean removes() {
        return company.hooks().afterImport() == AfterImport.DELETE;
    }

    private Finding missing(EConnect.Permission permission) {
        String ask = "Vraag eConnect om dit recht voor de client van company." + company.key() + ".client-id";
        String askEnglish =
                "Ask eConnect for this permission for the client of company." + company.key() + ".client-id";
        return switch (permission) {
            case SEND -> Finding.error(missing("facturen verzenden", "send invoices", ask + ".", askEnglish + "."));
            case RECEIVE ->
                Finding.error(missing("facturen ontvangen", "receive invoices", ask + ".", askEnglish + "."));
            case MANAGE_HOOKS -> Finding.error(missing("hooks beheren", "manage hooks", ask + ".", askEnglish + "."));
            // nothing goes wrong with the invoices themselves
            case REMOVE ->
                Finding.warning(missing(
                        "ontvangen facturen verwijderen",
                        "remove received invoices",
                        ask + ", of zet company." + company.key()
                                + ".delete-after-import=false: nu blijven ze bij eConnect.",
                        askEnglish + ", or set company." + company.key()
                                + ".delete-after-import=false: now they stay at eConnect."));
        };
    }

    private Reason missing(String dutch, String english, String advice, String adviceEnglish) {
        return new Reason(
                "check.permissions",
                "Dit account mag voor " + company.partyId() + " geen " + dutch + ".",
                "This account may not " + english + " for " + company.partyId() + ".",
                advice,
                adviceEnglish);
    }

    private boolean isMine(AccountParty party) {
        return switch (company.gateway()) {
            case PLATFORM -> party.companyId().equals(company.companyId());
            case PSB -> new IdentifierReader().isParty(party.companyId(), company.partyId());
        };
    }

    private Finding loggedIn() {
        return switch (company.gateway()) {
            case PLATFORM ->
                Finding.ok(
                        "check.log-in",
                        "eConnect accepteert de koppelsleutels.",
                        "eConnect accepts the connection keys.");
            case PSB ->
                Finding.ok(
                        "check.log-in",
                        "eConnect (PSB) accepteert client-id en client-secret.",
                        "eConnect (PSB) accepts client-id and client-secret.");
        };
    }

    private Finding party(List<AccountParty> parties) {
        boolean psb = company.gateway() == Gateway.PSB;
        String id = psb ? company.partyId() : company.companyId();
        String what = psb ? "Party id " : "Company ID ";
        Optional<AccountParty> mine = parties.stream().filter(this::isMine).findFirst();
        if (mine.isPresent()) {
            String name = mine.get().name().isEmpty() ? "" : " (" + mine.get().name() + ")";
            return Finding.ok(
                    "check.company-id",
                    what + id + name + " hoort bij dit eConnect-account.",
                    what + id + " belongs to this eConnect account.");
        }
        String known = parties.stream()
                .limit(MOST_PARTIES)
                .map(party -> (party.companyId() + " " + party.name()).strip())
                .collect(Collectors.joining(", "));
        String setting = "company." + company.key() + (psb ? ".party-id" : ".company-id");
        return Finding.error(new Reason(
                "check.company-id",
                what + id + " hoort niet bij het eConnect-account van deze " + (psb ? "client." : "koppelsleutels."),
                what + id + " does not belong to the eConnect account of "
                        + (psb ? "this client." : "these connection keys."),
                known.isEmpty()
                        ? "Bij dit account hoort nog geen enkel bedrijf; vraag eConnect ernaar."
                        : "Zet bij " + setting + " een van deze (let op hoofdletters): " + known + ".",
                known.isEmpty()
                        ? "No company belongs to this account yet; ask eConnect about it."
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
