package io.github.komaseconnect.readiness;

import io.github.komaseconnect.bounce.BounceMailbox;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.MailSettings;
import io.github.komaseconnect.configuration.GlobalSettings;
import io.github.komaseconnect.mail.MailProbe;
import io.github.komaseconnect.mail.MailProbe.Finding.Trouble;
import io.github.komaseconnect.reason.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether mail can leave: logs in to each mail server once and sends nothing. */
final class MailCheck {
    private final MailProbe probe;
    private final MailboxCheck mailboxes;
    private final Map<MailSettings, MailProbe.Finding> probed = new HashMap<>();

    MailCheck(MailProbe probe, MailboxCheck mailboxes) {
        this.probe = probe;
        this.mailboxes = mailboxes;
    }

    /** The mail of the installation, by which alarms leave, and to whom they go. */
    List<Finding> alarms(GlobalSettings settings, MailSettings mail, List<Company> companies) {
        List<Finding> findings = new ArrayList<>();
        if (mail.configured()) {
            findings.add(server(mail));
        }
        settings.mailing().bounces().ifPresent(box -> findings.add(mailboxes.bounces(new BounceMailbox("", box))));
        List<String> unheard = settings.alertEmails().isEmpty()
                ? companies.stream()
                        .filter(company -> company.alertEmails().isEmpty())
                        .map(Company::key)
                        .toList()
                : List.of();
        boolean addressed = !settings.alertEmails().isEmpty() || unheard.size() < companies.size();
        if (addressed && (!mail.configured() || settings.alertFrom().isBlank())) {
            findings.add(Finding.warning(new Reason(
                    "check.alarms",
                    "Alarmen kunnen niet per mail weg: mail.smtp.host of mail.from is leeg.",
                    "Alarms cannot leave by mail: mail.smtp.host or mail.from is empty.",
                    "Vul beide in; zonder mail blijft een vastgehouden factuur onopgemerkt.",
                    "Fill in both; without mail an invoice that is held goes unnoticed.")));
        } else if (settings.alertEmails().isEmpty() && (!unheard.isEmpty() || companies.isEmpty())) {
            String keys = unheard.isEmpty() ? "" : " (" + String.join(", ", unheard) + ")";
            findings.add(Finding.warning(new Reason(
                    "check.alarms",
                    "Niemand krijgt een mail als er iets misgaat: alert.email is leeg" + keys + ".",
                    "Nobody gets a mail when something goes wrong: alert.email is empty" + keys + ".",
                    "Vul alert.email in, of company.<key>.alert-email.",
                    "Fill in alert.email, or company.<key>.alert-email.")));
        } else {
            String to = settings.alertEmails().isEmpty()
                    ? "company.<key>.alert-email"
                    : String.join(", ", settings.alertEmails());
            findings.add(Finding.ok("check.alarms", "Alarmen gaan naar " + to + ".", "Alarms go to " + to + "."));
        }
        return findings;
    }

    /**
     * The mail by which invoices of a company leave, and the mailboxes that are read for it.
     *
     * @param customers how many relations get their invoices by e-mail
     */
    List<Finding> company(Company company, MailSettings mail, int customers) {
        List<Finding> findings = new ArrayList<>(invoices(company, mail, customers));
        findings.addAll(mailboxes.hooks(company));
        return findings;
    }

    private List<Finding> invoices(Company company, MailSettings mail, int customers) {
        boolean ready = mail.configured() && !company.emailFrom().isBlank();
        if (ready) {
            List<Finding> findings = new ArrayList<>(List.of(server(mail)));
            company.mailing()
                    .bounces()
                    .ifPresent(box -> findings.add(mailboxes.bounces(new BounceMailbox(company.key(), box))));
            return findings;
        }
        if (customers == 0) {
            return List.of(Finding.ok(
                    "check.mail",
                    "Geen enkele relatie krijgt facturen per e-mail.",
                    "No relation gets invoices by e-mail."));
        }
        String missing = mail.configured() ? "company." + company.key() + ".email.from" : "mail.smtp.host";
        return List.of(Finding.error(new Reason(
                "check.mail",
                customers + " relaties krijgen facturen per e-mail, maar " + missing + " is leeg.",
                customers + " relations get invoices by e-mail, but " + missing + " is empty.",
                "Vul " + missing + " in; tot dan blijven die facturen wachten.",
                "Fill in " + missing + "; until then those invoices wait.")));
    }

    private Finding server(MailSettings mail) {
        MailProbe.Finding found = probed.computeIfAbsent(mail, probe::probe);
        String server = mail.host() + ":" + mail.effectivePort();
        return found instanceof Trouble trouble
                ? Finding.error(trouble.reason())
                : Finding.ok(
                        "check.mail",
                        "Mailserver " + server + " laat ons toe (er is niets verzonden).",
                        "Mail server " + server + " lets us in (nothing was sent).");
    }
}
