package io.github.komaseconnect.mail;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.econnect.Environment;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Destination;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** Why an e-mail cannot be composed, in words for a bookkeeper. */
final class MailReasons {
    private MailReasons() {}

    static Reason notPdf(Path pdf) {
        String name = name(pdf);
        return Reason.of(
                        "mail.not-a-pdf",
                        "Het bestand " + name + " is geen PDF, al heet het zo; zo'n bestand wordt niet gemaild.",
                        "The file " + name + " is not a PDF, though it bears the name; such a file is not mailed.")
                .advise(
                        "Zet een goede PDF naast de factuur, of alleen de XML, in de exportmap.",
                        "Put a proper PDF beside the invoice, or the XML alone, into the export folder.");
    }

    static Reason senderInvalid(Company company) {
        String setting = "company." + company.key() + ".email.from";
        boolean empty = company.emailFrom().isBlank();
        String shown = HeaderText.clean(company.emailFrom());
        return Reason.of(
                        "mail.sender-invalid",
                        empty
                                ? "Het afzenderadres voor e-mail ontbreekt (" + setting + ")."
                                : "Het afzenderadres \"" + shown + "\" (" + setting + ") is geen e-mailadres.",
                        empty
                                ? "The sender address for e-mail is missing (" + setting + ")."
                                : "The sender address \"" + shown + "\" (" + setting + ") is not an e-mail address.")
                .advise(
                        "Zet in application.properties bijvoorbeeld " + setting
                                + "=facturen@uwbedrijf.nl en bied de factuur opnieuw aan.",
                        "Set for instance " + setting
                                + "=invoices@yourcompany.com in application.properties and send the invoice again.");
    }

    /** @param setting reply-to, cc or bcc */
    static Reason settingInvalid(Company company, String setting, String typed) {
        String shown = HeaderText.clean(typed);
        String key = "company." + company.key() + ".mail." + setting + " (of mail." + setting + ")";
        return Reason.of(
                        "mail.setting-invalid",
                        "\"" + shown + "\" bij " + key + " is geen e-mailadres.",
                        "\"" + shown + "\" of " + key.replace(" (of ", " (or ") + " is not an e-mail address.")
                .advise(
                        "Verbeter het adres in application.properties en bied de factuur opnieuw aan.",
                        "Correct the address in application.properties and send the invoice again.");
    }

    static Reason addressInvalid(String typed, Destination destination) {
        String shown = HeaderText.clean(typed);
        String who = relation(destination);
        return Reason.of(
                        "mail.address-invalid",
                        "\"" + shown + "\" is geen geldig e-mailadres van relatie " + who + ".",
                        "\"" + shown + "\" is not a valid e-mail address of relation " + who + ".")
                .advise(
                        "Verbeter het adres bij de relatie (kolom e-mail) en bied de factuur opnieuw aan.",
                        "Correct the address of the relation (column e-mail) and send the invoice again.");
    }

    static Reason noAddress(Destination destination) {
        String who = relation(destination);
        return Reason.of(
                        "mail.no-address",
                        "Relatie " + who + " heeft verzendmethode e-mail, maar geen e-mailadres.",
                        "Relation " + who + " has sending method e-mail, but no e-mail address.")
                .advise(
                        "Vul het adres in bij de relatie (kolom e-mail) en bied de factuur opnieuw aan.",
                        "Fill in the address of the relation (column e-mail) and send the invoice again.");
    }

    static Reason rehearsal(Environment environment) {
        return Reason.of(
                        "mail.rehearsal",
                        "Dit is een oefening (" + environment.dutch()
                                + "): facturen per e-mail gaan niet naar klanten.",
                        "This is a rehearsal (" + environment.word() + "): invoices by e-mail do not go to customers.")
                .advise(
                        "Zet rehearsal.email op uw eigen adres om ze te zien (of op customers), start opnieuw en bied de"
                                + " factuur opnieuw aan.",
                        "Set rehearsal.email to an address of your own to see them (or to customers), start again and"
                                + " offer the invoice again.");
    }

    static Reason unknownPlaceholder(String template, String placeholder, Set<String> known) {
        String list = known.stream().map(name -> "${" + name + "}").collect(Collectors.joining(", "));
        String shown = HeaderText.clean(placeholder);
        return Reason.of(
                        "mail.unknown-placeholder",
                        "De mailtekst " + template + " bevat het onbekende invulveld ${" + shown + "}.",
                        "The mail text " + template + " has the unknown placeholder ${" + shown + "}.")
                .advise(
                        "Gebruik alleen " + list + ", en bied de factuur opnieuw aan.",
                        "Use only " + list + ", and send the invoice again.");
    }

    static Reason noValue(String template, String placeholder, String number) {
        String shown = HeaderText.clean(number);
        return Reason.of(
                        "mail.no-value",
                        "De mailtekst " + template + " noemt ${" + placeholder + "}, maar bij " + shown
                                + " is dat gegeven er niet.",
                        "The mail text " + template + " names ${" + placeholder + "}, but " + shown
                                + " does not have it.")
                .advise(
                        "Vul het gegeven aan in Komas, of haal het invulveld uit de mailtekst.",
                        "Add it in Komas, or take the placeholder out of the mail text.");
    }

    private static String relation(Destination destination) {
        String who = (destination.relationNumber() + " " + destination.relationName()).strip();
        return who.isEmpty() ? "?" : HeaderText.clean(who);
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
