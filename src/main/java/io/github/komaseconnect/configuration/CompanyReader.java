package io.github.komaseconnect.configuration;

import io.github.komaseconnect.company.AttachmentPolicy;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.CompanyFolders;
import io.github.komaseconnect.company.DefaultMethod;
import io.github.komaseconnect.company.EmbedPdf;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.company.InDoubtPolicy;
import io.github.komaseconnect.company.MailSettings;
import io.github.komaseconnect.company.PdfPolicy;
import io.github.komaseconnect.company.Validation;
import io.github.komaseconnect.company.ValidationByMethod;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the block of one company. */
final class CompanyReader {
    private CompanyReader() {}

    /** The company; complete enough to compare with others even when problems were noted. */
    static Company read(Settings settings, String key, Inherited common) {
        checkKey(settings, key);
        String name = settings.text("name");
        if (!settings.present("name")) {
            settings.warn(
                    "name",
                    "ontbreekt; klanten zien in mails nu " + key,
                    "is missing; customers now see " + key + " in mails");
        }
        EConnectReader econnect = EConnectReader.read(settings);
        Path folder = settings.path("folder", settings.home());
        Company company = new Company(
                key,
                name,
                econnect.companyId(),
                settings.optional("coc-number", Values.COC_NUMBER),
                settings.optional("vat-number", Values.VAT_NUMBER),
                folders(settings, folder),
                settings.path("relations", folder),
                settings.value("refresh", Values.CRON),
                settings.optional("receive-since", Values.DATE),
                receivedStatus(settings, econnect),
                settings.value("default-method", Values.word(DefaultMethod.class)),
                settings.optional("email.from", Values.ADDRESS).orElse(""),
                settings.value("pdf", Values.word(PdfPolicy.class)),
                settings.optional("alert-email", Values.ADDRESSES).orElse(List.of()),
                WatchReader.ofCompany(settings, common.watch()),
                settings.value("in-doubt", Values.word(InDoubtPolicy.class)),
                econnect.gateway(),
                econnect.partyId(),
                FallbackReader.read(settings),
                validation(settings),
                HookSettingsReader.read(settings, econnect.gateway()),
                BrandingReader.read(settings, folder),
                PrintReader.read(settings),
                settings.value("embed-pdf", Values.word(EmbedPdf.class)),
                MailingReader.ofCompany(settings, common.mailing()),
                attachments(settings));
        MailSettings mail = MailReader.ofCompany(settings, common.mail());
        if (hasOwnMail(settings)) {
            MailReader.check(settings, mail);
        }
        MailingReader.check(settings, company.mailing(), mail);
        HookSettingsReader.check(settings, company.hooks(), mail);
        checkMail(settings, company, mail);
        FallbackReader.check(settings, company, mail);
        return company;
    }

    private static void checkKey(Settings settings, String key) {
        if (!CompanyKey.isRight(key)) {
            settings.error(
                    "*",
                    "de sleutel van een bedrijf bestaat uit kleine letters, cijfers en streepjes, zoals company."
                            + CompanyKey.corrected(key) + ".name",
                    "the key of a company is lower case letters, digits and dashes, as in company."
                            + CompanyKey.corrected(key) + ".name");
        }
    }

    private static CompanyFolders folders(Settings settings, Path folder) {
        return new CompanyFolders(
                settings.path("import-folder", folder),
                settings.path("export-folder", folder),
                settings.path("outbox-folder", folder),
                settings.path("sent-folder", folder),
                settings.path("held-folder", folder),
                settings.path("print-spool-folder", folder),
                settings.path("respond-folder", folder));
    }

    private static OptionalInt receivedStatus(Settings settings, EConnectReader econnect) {
        int status =
                settings.optional("received-status", Measures.number(1, 99)).orElse(0);
        if (status != 0 && econnect.gateway() == Gateway.PSB) {
            settings.warn(
                    "received-status",
                    "geldt alleen voor wat via econnect=platform binnenkomt; de PSB kent deze statuscodes niet",
                    "counts only for what comes by econnect=platform; the PSB has no such status codes");
        }
        if (status == 5 || status == 30) {
            settings.error(
                    "received-status",
                    "eConnect zet de statussen 05 en 30 zelf; kies een andere, bijvoorbeeld 10 of 20",
                    "eConnect sets 05 and 30 by itself; choose another, such as 10 or 20");
        } else if (status >= 40) {
            settings.warn(
                    "received-status",
                    "de leverancier ziet " + status
                            + " als uw antwoord op de factuur (40 geaccepteerd, 50 afgewezen, 60 betaalbaar, 70 betaald)",
                    "the supplier sees " + status
                            + " as your answer to the invoice (40 accepted, 50 rejected, 60 payable, 70 paid)");
        }
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    private static AttachmentPolicy attachments(Settings settings) {
        return settings.value("import-attachments", Values.TRUE_OR_FALSE)
                ? AttachmentPolicy.IN_A_FOLDER
                : AttachmentPolicy.LEFT_INSIDE;
    }

    /** What one setting says of all ways goes for each that has none of its own. */
    private static ValidationByMethod validation(Settings settings) {
        ValueType<Validation> words = Values.word(Validation.class);
        Optional<Validation> common = settings.optional("validation", words);
        return new ValidationByMethod(
                settings.optional("validation.peppol", words).or(() -> common).orElse(Validation.BLOCK),
                settings.optional("validation.email", words).or(() -> common).orElse(Validation.WARN),
                settings.optional("validation.print", words).or(() -> common).orElse(Validation.WARN));
    }

    private static boolean hasOwnMail(Settings settings) {
        return List.of("host", "port", "username", "password", "security").stream()
                        .anyMatch(name -> settings.present("mail.smtp." + name))
                || List.of("token-url", "client-id", "client-secret").stream()
                        .anyMatch(name -> settings.present("mail.oauth2." + name));
    }

    private static void checkMail(Settings settings, Company company, MailSettings mail) {
        if (company.defaultMethod() == DefaultMethod.EMAIL
                && (company.emailFrom().isEmpty() || !mail.configured())) {
            settings.error(
                    "default-method",
                    "met email zijn ook email.from van dit bedrijf en mail.smtp.host nodig",
                    "with email, this company's email.from and mail.smtp.host are needed too");
        } else if (!company.emailFrom().isEmpty() && !mail.configured()) {
            settings.warn(
                    "email.from",
                    "facturen kunnen niet per e-mail weg zolang mail.smtp.host leeg is",
                    "invoices cannot leave by e-mail as long as mail.smtp.host is empty");
        }
    }
}
