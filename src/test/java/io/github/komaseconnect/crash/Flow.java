package io.github.komaseconnect.crash;

import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.mail.ScriptedSmtpServer;
import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The ways that invoices can go; each begins with an invoice that goes in under a number of its own. */
enum Flow {
    /** By Peppol. */
    PEPPOL(".*") {
        @Override
        Errand begin(Site site, String number) throws IOException {
            return new Sale(number, TO_PEPPOL).export(site);
        }
    },
    /** By e-mail. */
    EMAIL("after create .*-sent.eml") {
        @Override
        Errand begin(Site site, String number) throws IOException {
            return new Sale(number, TO_EMAIL).export(site);
        }
    },
    /** By print. */
    PRINT("after create .*-printed.pdf") {
        @Override
        Errand begin(Site site, String number) throws IOException {
            return new Sale(number, TO_PRINT).export(site);
        }
    },
    /** On a printer, that is followed until it came out. */
    PRINTER(Gateway.PLATFORM, Site.Paper.PRINTER, ".* commit .*insert print_job.*") {
        @Override
        Errand begin(Site site, String number) throws IOException {
            return new Sale(number, TO_PRINTER).export(site);
        }
    },
    /** A printer that answers nothing to the document, and one that never gets it. */
    PRINTER_IN_DOUBT(Gateway.PLATFORM, Site.Paper.PRINTER, ".*ipp Get-Job-Attributes.*") {
        @Override
        Errand begin(Site site, String number) throws IOException {
            site.printer.losingOneDocumentAndOneAnswer();
            return new Sale(number, TO_PRINTER).export(site);
        }
    },
    /** In the spool folder, as one PDF with the other of its day. */
    DAILY(Gateway.PLATFORM, Site.Paper.DAILY, ".* commit .*insert print_gathered.*") {
        @Override
        Errand begin(Site site, String number) throws IOException {
            return Daily.export(site, number, paper());
        }
    },
    /** The same, on a printer, that is followed until it came out. */
    DAILY_AT_PRINTER(Gateway.PLATFORM, Site.Paper.DAILY_AT_PRINTER, ".* commit .*insert print_job.*") {
        @Override
        Errand begin(Site site, String number) throws IOException {
            return Daily.export(site, number, paper());
        }
    },
    /** A purchase invoice, with a status that eConnect gets in the end. */
    RECEIVE(".*") {
        @Override
        Errand begin(Site site, String number) throws IOException {
            return Purchase.deliver(site, number).refresh(site);
        }
    },
    /** eConnect says that it is busy, the first time. */
    TEMPORARY("after answer SendDocument") {
        @Override
        Errand begin(Site site, String number) throws IOException {
            site.simulator
                    .faults()
                    .on(Operation.SEND_DOCUMENT)
                    .forInvoices(number)
                    .times(1)
                    .inject(Fault.statusBeforeAcceptance(429));
            return new Sale(number, TO_PEPPOL).export(site);
        }
    },
    /** eConnect accepts it, but no answer arrives: it is looked up. */
    PEPPOL_IN_DOUBT("after answer SendDocument") {
        @Override
        Errand begin(Site site, String number) throws IOException {
            site.simulator
                    .faults()
                    .on(Operation.SEND_DOCUMENT)
                    .forInvoices(number)
                    .times(1)
                    .inject(Fault.statusAfterAcceptance(503));
            return new Sale(number, TO_PEPPOL).export(site);
        }
    },
    /** eConnect refuses it for a rule, until a person has seen to that and orders a retry. */
    RETRY("after commit .*insert alarm.*") {
        @Override
        Errand begin(Site site, String number) throws IOException {
            site.simulator.breakRules(number, "BR-CO-15");
            return new Sale(number, TO_PEPPOL.held(Flow::retry)).export(site);
        }
    },
    /** The same, but the person puts the files back into the export folder. */
    OFFERED_AGAIN("after move acme/export/.* \\(2\\)") {
        @Override
        Errand begin(Site site, String number) throws IOException {
            site.simulator.breakRules(number, "BR-CO-15");
            return new Sale(number, TO_PEPPOL.held(Flow::moveBack)).export(site);
        }
    },
    /** Nobody knows the relation, and a person has it printed. */
    REROUTE(".* commit .*insert alarm.*") {
        @Override
        Errand begin(Site site, String number) throws IOException {
            return new Sale(number, UNKNOWN.held(Flow::reroute)).export(site);
        }
    },
    /** The mail server takes it and breaks off; a person finds that it arrived. */
    RESOLVED_AS_SENT(".* commit .*insert alarm.*") {
        @Override
        Errand begin(Site site, String number) throws IOException {
            site.mail.answer("DOT", ScriptedSmtpServer.DROP, "250 taken");
            return new Sale(number, TO_EMAIL.inDoubt(0)).export(site);
        }
    },
    /** The mail server takes it and breaks off; a person has it sent again. */
    RESOLVED_BY_SENDING(".* commit .*insert event, update alarm.*") {
        @Override
        Errand begin(Site site, String number) throws IOException {
            site.mail.answer("DOT", ScriptedSmtpServer.DROP, "250 taken");
            return new Sale(number, TO_EMAIL.inDoubt(1)).export(site);
        }
    },
    /** Komas writes the same invoice twice, under two names. */
    WRITTEN_TWICE("after move acme/export/.* \\(2\\)") {
        @Override
        Errand begin(Site site, String number) throws IOException {
            Sale sale = new Sale(number, TO_PRINT.written(2)).export(site);
            sale.offer(site, number + "-nogmaals");
            return sale;
        }
    },
    /** Its mail comes back, and a person has it printed. */
    BOUNCED(".* commit .*insert bounce.*") {
        @Override
        Errand begin(Site site, String number) throws IOException {
            return Bounced.export(site, number, "verkoop-email.xml", "F2026-0103");
        }
    },
    /** By Peppol over the PSB: after a doubt it is sent again under the same document id. */
    PSB_SEND(Gateway.PSB, ".* commit .*insert attempt.*") {
        @Override
        Errand begin(Site site, String number) throws IOException {
            return new Sale(number, TO_PEPPOL).export(site);
        }
    },
    /** A purchase invoice that a hook tells of. */
    PSB_RECEIVE(Gateway.PSB, ".*") {
        @Override
        Errand begin(Site site, String number) throws IOException {
            return Purchase.deliver(site, number).atPsb(site);
        }
    },
    /** A person rejects a purchase invoice: the supplier hears that it was received first. */
    PSB_RESPOND(Gateway.PSB, ".* commit .*insert response.*") {
        @Override
        Errand begin(Site site, String number) throws IOException {
            return new Answer(Purchase.deliver(site, number).atPsb(site));
        }
    },
    /** A hook tells that a sent invoice arrived: that is told beside its file. */
    PSB_DELIVERED(Gateway.PSB, ".*insert hook_event.*") {
        @Override
        Errand begin(Site site, String number) throws IOException {
            return Followed.export(site, number, TO_PEPPOL, Followed.End.DELIVERED);
        }
    },
    /** A hook tells that a sent invoice did not arrive: it is held, and its file goes there. */
    PSB_NOT_DELIVERED(Gateway.PSB, ".*insert hook_event.*") {
        @Override
        Errand begin(Site site, String number) throws IOException {
            return Followed.export(site, number, TO_PEPPOL, Followed.End.NOT_DELIVERED);
        }
    },
    /** Nobody on Peppol knows the customer, which is asked twice; then it is mailed, as policy allows. */
    PSB_FALLBACK(Gateway.PSB, ".*salesInvoice/queryRecipientParty.*", ".*insert attempt.*") {
        @Override
        Errand begin(Site site, String number) throws IOException {
            return Unreachable.export(site, number, TO_EMAIL_FOR_WANT_OF_PEPPOL);
        }
    };

    private static final Sale.Way TO_PEPPOL = Sale.Way.of("verkoop-peppol.xml", "F2026-0101", Sale.Method.PEPPOL);
    private static final Sale.Way TO_EMAIL_FOR_WANT_OF_PEPPOL =
            Sale.Way.of("verkoop-peppol.xml", "F2026-0101", Sale.Method.EMAIL);
    private static final Sale.Way TO_EMAIL = Sale.Way.of("verkoop-email.xml", "F2026-0103", Sale.Method.EMAIL);
    private static final Sale.Way TO_PRINT = Sale.Way.of("verkoop-print-credit.xml", "C2026-0007", Sale.Method.PRINT);
    private static final Sale.Way TO_PRINTER =
            Sale.Way.of("verkoop-print-credit.xml", "C2026-0007", Sale.Method.PRINTER);
    private static final Sale.Way UNKNOWN =
            Sale.Way.of("verkoop-onbekende-relatie.xml", "F2026-0104", Sale.Method.PRINT);

    private final Gateway gateway;
    private final Site.Paper paper;
    private final String ownFrom;
    private final String ownUntil;

    /** @param ownFrom the first moment that is not the same in a flow above, where all of them are tried */
    Flow(String ownFrom) {
        this(Gateway.PLATFORM, ownFrom);
    }

    Flow(Gateway gateway, String ownFrom) {
        this(gateway, Site.Paper.SPOOL, ownFrom, "");
    }

    Flow(Gateway gateway, Site.Paper paper, String ownFrom) {
        this(gateway, paper, ownFrom, "");
    }

    /** @param ownUntil the first moment after these that is the same in another flow; empty: all to the end */
    Flow(Gateway gateway, String ownFrom, String ownUntil) {
        this(gateway, Site.Paper.SPOOL, ownFrom, ownUntil);
    }

    Flow(Gateway gateway, Site.Paper paper, String ownFrom, String ownUntil) {
        this.gateway = gateway;
        this.paper = paper;
        this.ownFrom = ownFrom;
        this.ownUntil = ownUntil;
    }

    /** How the company that it goes through is connected to eConnect. */
    Gateway gateway() {
        return gateway;
    }

    /** Where that company prints. */
    Site.Paper paper() {
        return paper;
    }

    /** As many invoices as go this way at a time: what is printed together is several. */
    List<Flow> atATime() {
        return switch (paper) {
            case SPOOL, PRINTER -> List.of(this);
            case DAILY, DAILY_AT_PRINTER -> List.of(this, this);
        };
    }

    /** The moments of this flow that no flow above has. */
    List<Moment> own(List<Moment> all) {
        List<Moment> own = all.stream()
                .dropWhile(moment -> !moment.toString().matches(ownFrom))
                .takeWhile(moment -> !moment.toString().matches(ownUntil))
                .filter(moment -> !moment.isRepeatedFolder())
                .toList();
        if (own.isEmpty()) {
            throw new AssertionError(this + " has nothing like " + ownFrom + ": " + all);
        }
        return own;
    }

    /** Puts in an invoice of this number and whatever makes it go this way. */
    abstract Errand begin(Site site, String number) throws IOException;

    private static void retry(Site site, Sale sale, LedgerLook.Row row) {
        site.simulator.breakRules(sale.key());
        if (row.orders() == 0) {
            site.order(WorkOrder.Kind.RETRY, row.id(), "");
        }
    }

    private static void moveBack(Site site, Sale sale, LedgerLook.Row row) throws IOException {
        site.simulator.breakRules(sale.key());
        for (Path file : site.files("held")) {
            String name = file.getFileName().toString();
            if (name.contains(sale.key()) && !name.startsWith(".") && !name.endsWith(".txt")) {
                Files.move(file, site.folder("export").resolve(name));
            }
        }
    }

    private static void reroute(Site site, Sale sale, LedgerLook.Row row) {
        if (row.orders() == 0) {
            site.order(WorkOrder.Kind.REROUTE, row.id(), "PRINT");
        }
    }
}
