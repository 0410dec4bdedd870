package io.github.komaseconnect.readiness;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.configuration.GlobalSettings.HookListening;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.econnect.ServiceBus;
import io.github.komaseconnect.econnect.ServiceBus.Hook;
import io.github.komaseconnect.reason.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Whether a company on the PSB hears what arrives: the PSB has no list. Looks at the hooks that eConnect has, and with
 * {@link Repair#FIX} registers or changes the one that should be there. Never removes one: eConnect warns of that haste.
 */
final class HookCheck {
    private static final List<String> TOPICS = List.of(
            "InvoiceReceived",
            "InvoiceReceivedError",
            "InvoiceSent",
            "InvoiceSentError",
            "InvoiceSentRetry",
            "InvoiceResponseReceived",
            "MessageLevelStatusReceived",
            "HookSentRetry",
            "HookSentError");
    /** By mail only what is to be read out of a mail. */
    private static final List<String> MAIL_TOPICS = List.of("InvoiceReceived");

    private static final String WITH_INVOICE = "?includeAttachment=true";

    private final Company company;
    private final ServiceBus bus;
    private final Secret secret;
    private final HookListening listening;
    private final Repair repair;

    /** What to do about a hook that is not as it should be. */
    enum Repair {
        /** Say so. */
        LOOK,
        /** Put it right. */
        FIX
    }

    HookCheck(Company company, ServiceBus bus, Secret secret, HookListening listening, Repair repair) {
        this.company = company;
        this.bus = bus;
        this.secret = secret;
        this.listening = listening;
        this.repair = repair;
    }

    List<Finding> look() {
        if (company.gateway() != Gateway.PSB) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        boolean door = listening.port().isPresent() && secret.present();
        if (!door && company.hooks().mailbox().isEmpty()) {
            findings.add(Finding.error(new Reason(
                    "check.hooks",
                    "Niemand vertelt dit programma welke inkoopfacturen er zijn: de PSB heeft geen lijst.",
                    "Nobody tells this program which purchase invoices there are: the PSB has no list.",
                    "Vul hooks.port en " + key("hook-secret") + " in, of " + key("hook-mailbox") + ".",
                    "Set hooks.port and " + key("hook-secret") + ", or " + key("hook-mailbox") + ".")));
        }
        Optional<String> url = company.hooks().url();
        if (url.isEmpty()) {
            findings.add(Finding.warning(new Reason(
                    "check.hooks",
                    "Of eConnect de hooks hierheen stuurt is niet te controleren: " + key("hook-url") + " is leeg.",
                    "Whether eConnect sends the hooks here cannot be checked: " + key("hook-url") + " is empty.",
                    "Vul het adres in zoals eConnect het moet aanroepen; check --fix-hooks meldt het dan aan.",
                    "Set the address as eConnect is to call it; check --fix-hooks then registers it.")));
            return findings;
        }
        Reply<List<Hook>> hooks = bus.hooks();
        Finding compared = hooks instanceof Reply.Done<List<Hook>> done
                ? compare(url.get(), done.value())
                : Finding.error(EConnectCheck.reason(hooks));
        findings.add(compared);
        if (compared.level() == Level.OK) {
            findings.add(ping());
        }
        return findings;
    }

    /** Has eConnect try the hooks. That it takes the order does not say yet that anything comes in here. */
    private Finding ping() {
        Reply<String> tried = bus.ping();
        if (tried instanceof Reply.Done<String>) {
            return ok(
                    "eConnect neemt het verzoek aan om de hooks te proberen (ping).",
                    "eConnect takes the request to try the hooks (ping).");
        }
        Reason why = EConnectCheck.reason(tried);
        return Finding.warning(new Reason(
                "check.hooks",
                "eConnect kon de hooks niet proberen (ping): " + why.dutch(),
                "eConnect could not try the hooks (ping): " + why.english(),
                "Controleer of de volgende inkoopfactuur vanzelf binnenkomt.",
                "Check that the next purchase invoice comes in by itself."));
    }

    private String key(String name) {
        return "company." + company.key() + "." + name;
    }

    private Finding compare(String url, List<Hook> hooks) {
        Optional<Hook> mine = hooks.stream()
                .filter(hook -> bare(hook.action()).equals(bare(url)))
                .findFirst();
        Hook wanted = wanted(url, mine);
        List<String> wrong = mine.map(hook -> wrong(hook, wanted)).orElse(List.of("niet aangemeld / not registered"));
        boolean hidden = mine.filter(hook -> hidesSecret(hook, wanted)).isPresent();
        if (wrong.isEmpty() && hidden && repair == Repair.LOOK) {
            return ok(
                    "De hook naar " + url
                            + " staat bij eConnect; of hij het geheim van nu heeft, laat eConnect niet zien. Na een "
                            + "wijziging daarvan: check --fix-hooks " + company.key() + ".",
                    "The hook to " + url
                            + " is registered at eConnect, which does not show whether it has the present secret. "
                            + "After a change of that: check --fix-hooks " + company.key() + ".");
        }
        if (hidden && repair == Repair.FIX) {
            // to say the same once more changes nothing
            wrong.add("geheim opnieuw gemeld / secret told again");
        }
        if (wrong.isEmpty()) {
            return ok(
                    "De hook naar " + url + " staat goed bij eConnect.",
                    "The hook to " + url + " is right at eConnect.");
        }
        String what = String.join(", ", wrong);
        if (repair == Repair.LOOK) {
            return Finding.error(new Reason(
                    "check.hooks",
                    "De hook naar " + url + " klopt niet bij eConnect: " + what + ".",
                    "The hook to " + url + " is not right at eConnect: " + what + ".",
                    "Zet hem goed met: komas-econnect check --fix-hooks " + company.key() + ".",
                    "Put it right with: komas-econnect check --fix-hooks " + company.key() + "."));
        }
        Reply<Hook> put = bus.putHook(wanted);
        return put instanceof Reply.Done<Hook>
                ? ok(
                        "De hook naar " + url + " is bij eConnect " + (mine.isPresent() ? "bijgewerkt" : "aangemeld")
                                + " (" + what + ").",
                        "The hook to " + url + " was " + (mine.isPresent() ? "updated" : "registered")
                                + " at eConnect (" + what + ").")
                : Finding.error(EConnectCheck.reason(put));
    }

    private static Finding ok(String dutch, String english) {
        return Finding.ok("check.hooks", dutch, english);
    }

    private Hook wanted(String url, Optional<Hook> mine) {
        boolean mail = url.startsWith("mailto:");
        TreeSet<String> topics = new TreeSet<>(mine.map(Hook::topics).orElse(List.of()));
        (mail ? MAIL_TOPICS : TOPICS)
                .stream().filter(topic -> !covers(topics, topic)).forEach(topics::add);
        return new Hook(
                mine.map(Hook::id).orElseGet(() -> UUID.randomUUID().toString()),
                mine.map(Hook::name).filter(name -> !name.isBlank()).orElse("komas-econnect " + company.key()),
                mail ? url + WITH_INVOICE : url + "#" + secret.value(),
                List.copyOf(topics),
                mine.map(Hook::filter).orElse(""),
                Hook.State.ACTIVE);
    }

    private static List<String> wrong(Hook mine, Hook wanted) {
        List<String> wrong = new ArrayList<>();
        if (mine.state() != Hook.State.ACTIVE) {
            wrong.add("staat uit / not active");
        }
        List<String> missing = wanted.topics().stream()
                .filter(topic -> !covers(mine.topics(), topic))
                .toList();
        if (!missing.isEmpty()) {
            wrong.add("onderwerpen / topics: " + String.join(" ", missing));
        }
        if (!hidesSecret(mine, wanted) && !mine.action().equals(wanted.action())) {
            wrong.add(
                    wanted.action().startsWith("mailto:")
                            ? "zonder factuur / without the invoice"
                            : "ander geheim / other secret");
        }
        return wrong;
    }

    /** An answer that leaves the secret out tells nothing about it. */
    private static boolean hidesSecret(Hook mine, Hook wanted) {
        return wanted.action().contains("#") && !mine.action().contains("#");
    }

    /** A topic with an asterisk before it stands for all that end so. */
    private static boolean covers(Iterable<String> topics, String wanted) {
        for (String topic : topics) {
            if (topic.equals(wanted) || topic.startsWith("*") && wanted.endsWith(topic.substring(1))) {
                return true;
            }
        }
        return false;
    }

    /** The address without what is secret or a parameter. */
    private static String bare(String action) {
        return action.replaceAll("[?#].*", "");
    }
}
