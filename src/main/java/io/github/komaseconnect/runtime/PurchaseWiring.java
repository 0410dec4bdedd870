package io.github.komaseconnect.runtime;

import io.github.komaseconnect.alarm.AlarmBell;
import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.arrival.ArrivalCheck;
import io.github.komaseconnect.arrival.AttachmentWriter;
import io.github.komaseconnect.company.Companies;
import io.github.komaseconnect.configuration.GlobalSettings;
import io.github.komaseconnect.delivery.Channels;
import io.github.komaseconnect.delivery.RetryPolicy;
import io.github.komaseconnect.econnect.Connections;
import io.github.komaseconnect.invoice.ArrivalReader;
import io.github.komaseconnect.invoice.EmbeddedFiles;
import io.github.komaseconnect.invoice.EmbeddedPdf;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.invoice.rules.InvoiceRules;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.purchase.DueReceipts;
import io.github.komaseconnect.purchase.ImportFolder;
import io.github.komaseconnect.purchase.PurchaseInbox;
import io.github.komaseconnect.purchase.PurchaseSteps;
import io.github.komaseconnect.purchase.Receiving;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Puts together what receives purchase invoices. */
final class PurchaseWiring {
    private final Companies companies;
    private final GlobalSettings settings;
    private final Ledger ledger;
    private final Clock clock;
    private final Map<String, Object> beans;
    private final List<Consumer<String>> forgetters;

    /** @param forgetters gets what forgets a company that has gone */
    PurchaseWiring(
            Companies companies,
            GlobalSettings settings,
            Ledger ledger,
            Clock clock,
            Map<String, Object> beans,
            List<Consumer<String>> forgetters) {
        this.companies = companies;
        this.settings = settings;
        this.ledger = ledger;
        this.clock = clock;
        this.beans = beans;
        this.forgetters = forgetters;
    }

    /** @param rules which profiles are known */
    DueReceipts wire(
            Connections connections, Archive archive, AlarmBell alarms, Channels channels, InvoiceRules rules) {
        Receiving receiving = new Receiving(ledger, channels, alarms, RetryPolicy.of(settings.delivery()), clock);
        DueReceipts dueReceipts = new DueReceipts(companies, ledger, channels, KomasRuntime.RECEIVE_PARALLEL, clock);
        beans.put("dueReceipts", dueReceipts);
        beans.put("receiving", receiving);
        PurchaseInbox inbox = new PurchaseInbox(
                companies, connections, ledger, channels, alarms, settings.receive(), settings.delivery(), clock);
        forgetters.add(inbox::forget);
        beans.put("purchaseInbox", inbox);
        SafeXml xml = SafeXml.ofArrivals();
        ImportFolder importFolder = new ImportFolder(
                companies, ledger, archive, receiving, alarms, new AttachmentWriter(new EmbeddedFiles(xml)));
        beans.put("importFolder", importFolder);
        beans.put(
                "purchaseSteps",
                new PurchaseSteps(
                        companies,
                        connections,
                        ledger,
                        archive,
                        new UblReader(xml),
                        new EmbeddedPdf(xml),
                        new ArrivalCheck(new ArrivalReader(xml), rules),
                        importFolder,
                        receiving,
                        settings.receive(),
                        clock));
        return dueReceipts;
    }
}
