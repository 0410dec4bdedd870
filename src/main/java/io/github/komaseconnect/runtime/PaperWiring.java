package io.github.komaseconnect.runtime;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.cluster.Ownership;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.configuration.Configuration;
import io.github.komaseconnect.configuration.CredentialsSource;
import io.github.komaseconnect.delivery.AttemptBook;
import io.github.komaseconnect.delivery.Channels;
import io.github.komaseconnect.delivery.InvoiceWarnings;
import io.github.komaseconnect.delivery.PrinterDesk;
import io.github.komaseconnect.delivery.PrinterTrouble;
import io.github.komaseconnect.invoice.PdfEmbedding;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.mail.AlarmMails;
import io.github.komaseconnect.mail.CompanyMailSender;
import io.github.komaseconnect.mail.EmailDelivery;
import io.github.komaseconnect.mail.MailAccounts;
import io.github.komaseconnect.mail.MailComposer;
import io.github.komaseconnect.mail.MailTemplates;
import io.github.komaseconnect.mail.MailTimeouts;
import io.github.komaseconnect.mail.MailTokens;
import io.github.komaseconnect.mail.MailVerdict;
import io.github.komaseconnect.mail.SmtpClient;
import io.github.komaseconnect.print.CompanyLogins;
import io.github.komaseconnect.print.PrintBatch;
import io.github.komaseconnect.print.PrintBatches;
import io.github.komaseconnect.print.PrintDelivery;
import io.github.komaseconnect.print.PrintSpool;
import io.github.komaseconnect.print.Printers;
import io.github.komaseconnect.print.ipp.PrinterClient;
import io.github.komaseconnect.rendering.PdfChoice;
import io.github.komaseconnect.sales.Placement;
import java.time.Clock;
import java.util.Map;

/** Puts together what leaves by mail and print: invoices, and alarms. */
final class PaperWiring {
    private final Companies companies;
    private final Configuration configuration;
    private final CredentialsSource credentials;
    private final Ledger ledger;
    private final Tempo tempo;
    private final Clock clock;
    private final MailTokens tokens;

    PaperWiring(
            Companies companies,
            Configuration configuration,
            CredentialsSource credentials,
            Ledger ledger,
            Tempo tempo,
            Clock clock,
            MailTokens tokens) {
        this.companies = companies;
        this.configuration = configuration;
        this.credentials = credentials;
        this.ledger = ledger;
        this.tempo = tempo;
        this.clock = clock;
        this.tokens = tokens;
    }

    /** By which account a company mails, as it is set now. */
    static MailAccounts accounts(Companies companies, CredentialsSource credentials) {
        return key -> key.flatMap(companies::attended).map(credentials::mail).orElseGet(credentials::mail);
    }

    /** Binds the beans of the routes 7, 8 and 9 that mail or print. */
    void wire(
            Map<String, Object> beans,
            Archive archive,
            UblReader reader,
            PdfChoice pdfs,
            Ownership ownership,
            AttemptBook attempts,
            Channels channels,
            Placement placement) {
        PrinterClient printers = PrinterClient.patient(new CompanyLogins(companies::attended, credentials));
        beans.put(
                "printerDesk",
                new PrinterDesk(
                        companies,
                        ledger,
                        archive,
                        attempts,
                        channels,
                        placement,
                        new Printers(companies, printers),
                        configuration.settings().delivery(),
                        clock));
        beans.put(
                "companyMailSender",
                new CompanyMailSender(
                        accounts(companies, credentials), new SmtpClient(MailTimeouts.standard(), tokens)));
        MailComposer composer =
                new MailComposer(new MailTemplates(configuration.settings().mailTemplates()), clock);
        beans.put(
                "emailDelivery",
                new EmailDelivery(
                        archive,
                        reader,
                        pdfs,
                        new PdfEmbedding(new SafeXml()),
                        composer,
                        new MailVerdict(),
                        new InvoiceWarnings(ledger),
                        configuration.environment()));
        PrintSpool spool = new PrintSpool();
        PrintDelivery single = new PrintDelivery(archive, pdfs, spool, ledger, printers);
        beans.put("printDelivery", single);
        PrintBatch batch = new PrintBatch(
                ledger, archive, single, attempts, new PrinterTrouble(ledger, channels), spool, printers, clock);
        beans.put(
                "printBatches",
                new PrintBatches(
                        companies,
                        ledger,
                        archive,
                        batch,
                        configuration.settings().delivery().retryFirst(),
                        clock));
        beans.put(
                "alarmMails",
                new AlarmMails(
                        companies,
                        ownership,
                        ledger,
                        configuration.settings().alertFrom(),
                        configuration.settings().alertEmails(),
                        () -> credentials.mail().configured(),
                        tempo.gather(),
                        configuration.environment().which(),
                        clock));
    }
}
