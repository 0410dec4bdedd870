package io.github.komaseconnect.demo;

import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Receipt;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.SendingMethod;
import io.github.komaseconnect.simulator.AcceptedDocument;
import io.github.komaseconnect.simulator.HookAttempt;
import io.github.komaseconnect.simulator.RehearsalScenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what happened in the demo, and where to look. */
final class Summary {
    private static final int WIDTH = 100;
    private static final int SUBJECT = 70;

    private final DemoHome home;
    private final StandIns standIns;
    private final Ledger ledger;
    private final PrintWriter out;

    Summary(DemoHome home, StandIns standIns, Ledger ledger, PrintWriter out) {
        this.home = home;
        this.standIns = standIns;
        this.ledger = ledger;
        this.out = out;
    }

    /** Prints all of it. */
    void print(Progress progress, Progress psbProgress) throws IOException {
        sales(progress.sales());
        purchases(progress.purchases());
        String name = RehearsalScenario.PSB_COMPANY.name();
        heading("TWEEDE BEDRIJF, via de PSB met hooks: " + name + " / SECOND COMPANY, over the PSB with hooks: "
                + name);
        sales(psbProgress.sales());
        purchases(psbProgress.purchases());
        arrived();
        out.flush();
    }

    private void sales(List<LedgerInvoice> sales) {
        heading("VERKOOPFACTUREN uit Komas / SALES INVOICES from Komas");
        Table table = new Table("nummer/number", "klant/customer", "methode/method", "status", "bestand/file");
        for (LedgerInvoice sale : sales) {
            Optional<SendingMethod> method = method(sale);
            table.row(
                    sale.label(),
                    sale.party(),
                    method.map(SendingMethod::word).orElse("-"),
                    status(sale, method),
                    file(sale));
        }
        print(table.lines(), "  ");
        sales.forEach(sale -> sale.reason().ifPresent(reason -> explain(sale, reason)));
    }

    private Optional<SendingMethod> method(LedgerInvoice sale) {
        return ledger.reading(books -> books.deliveries().of(sale.id())).stream()
                .findFirst()
                .map(delivery -> delivery.destination().method());
    }

    /** What is to be printed has not left yet: it has been put ready. */
    private static String status(LedgerInvoice sale, Optional<SendingMethod> method) {
        return sale.state() == InvoiceState.SENT && method.equals(Optional.of(SendingMethod.PRINT))
                ? "klaargezet/put ready"
                : both(sale);
    }

    private static String both(LedgerInvoice invoice) {
        return invoice.state().dutch() + "/" + invoice.state().english();
    }

    private static String file(LedgerInvoice sale) {
        return sale.where().place().name().toLowerCase(Locale.ROOT) + "/"
                + sale.where().path().replace('\\', '/') + (sale.hasXml() ? ".xml" : ".pdf");
    }

    private void explain(LedgerInvoice sale, Reason reason) {
        out.println();
        out.println("  " + sale.label() + " is " + sale.state().dutch() + ":");
        print(Wrapped.lines(reason.dutchLine(), WIDTH), "      ");
        out.println("  " + sale.label() + " is " + sale.state().english() + ":");
        print(Wrapped.lines(reason.englishLine(), WIDTH), "      ");
    }

    private void purchases(List<LedgerInvoice> purchases) {
        heading("INKOOPFACTUREN voor Komas / PURCHASE INVOICES for Komas");
        Table table = new Table("nummer/number", "leverancier/supplier", "bedrag/amount", "status");
        for (LedgerInvoice purchase : purchases) {
            table.row(
                    purchase.label(), purchase.party(), purchase.currency() + " " + purchase.amount(), both(purchase));
        }
        print(table.lines(), "  ");
        out.println();
        List<String> files = purchases.stream()
                .flatMap(purchase -> ledger.reading(books -> books.receipts().find(purchase.id())).stream())
                .map(Summary::file)
                .toList();
        print(files, "  ");
    }

    private static String file(Receipt receipt) {
        return "import/" + receipt.fileName() + ".xml" + (receipt.hasPdf() ? " + .pdf" : "");
    }

    private void arrived() throws IOException {
        heading("WAT ER AANKWAM / WHAT ARRIVED");
        Table table = new Table("bij/at", "voor/for", "wat/what");
        for (AcceptedDocument document : standIns.accepted()) {
            table.row("eConnect", document.to(), document.invoiceNumber());
        }
        standIns.hooksTaken().stream()
                .map(HookAttempt::event)
                .forEach(event -> table.row(
                        "hooks (PSB)",
                        DemoHome.PSB_COMPANY,
                        event.topic().wireName() + " " + event.details().getOrDefault("id", "")));
        for (ReceivedMail mail : standIns.mails()) {
            table.row("mailserver", String.join(", ", mail.to()), Wrapped.shortened(mail.subject(), SUBJECT));
            mail.attachments().forEach(name -> table.row("", "", "+ " + name));
        }
        try (Stream<Path> spool = Files.list(home.company("print-spool"))) {
            spool.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .forEach(name -> table.row("print-spool/", "printer", name));
        }
        print(table.lines(), "  ");
    }

    private void heading(String text) {
        out.println();
        out.println(text);
    }

    private void print(List<String> lines, String indent) {
        lines.forEach(line -> out.println(indent + line));
    }
}
