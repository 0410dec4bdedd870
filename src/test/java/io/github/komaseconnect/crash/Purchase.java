package io.github.komaseconnect.crash;

import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.simulator.InboxDocument;
import io.github.komaseconnect.simulator.InvoiceStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A purchase invoice that comes in at eConnect, with a PDF that eConnect makes; a person asks for new ones. */
final class Purchase implements Errand {
    private final String number;
    private final String externalId;
    /** Its status at the platform in the end; empty where there is none. */
    private final Optional<InvoiceStatus> status;

    private Purchase(String number, String externalId, Optional<InvoiceStatus> status) {
        this.number = number;
        this.externalId = externalId;
        this.status = status;
    }

    /** It comes in. */
    static Purchase deliver(Site site, String number) throws IOException {
        String text = Site.sample("verkoop-peppol.xml").replace("F2026-0101", number);
        String externalId = site.simulator.deliver(Site.COMPANY_ID, InboxDocument.of(text));
        return new Purchase(number, externalId, Optional.of(InvoiceStatus.ACCEPTED));
    }

    /** The same as the PSB knows it: it has no status for the platform, and no PDF. */
    Purchase atPsb(Site site) {
        return new Purchase(number, site.simulator.psb().documentId(externalId), Optional.empty());
    }

    /** A person asks for what is new. */
    Purchase refresh(Site site) {
        site.order(WorkOrder.Kind.REFRESH, 0, "");
        return this;
    }

    @Override
    public String key() {
        return externalId;
    }

    @Override
    public void attend(Site site, LedgerLook ledger) {
        // nobody has anything to do
    }

    @Override
    public boolean isSettled(LedgerLook ledger) {
        return ledger.openOrders() == 0
                && ledger.first(externalId)
                        .filter(row -> row.state().equals("RECEIVED") && row.pending() == 0)
                        .isPresent();
    }

    @Override
    public int timesWanted() {
        return 1;
    }

    @Override
    public long timesArrived(Site site) {
        return imported(site).size();
    }

    private List<String> imported(Site site) {
        return site.taken("import", "<cbc:ID>" + number + "<");
    }

    @Override
    public List<String> faults(Site site, LedgerLook ledger, Set<LedgerLook.OpenAttempt> doubtful) throws IOException {
        List<String> faults = new ArrayList<>();
        List<String> imported = imported(site);
        expect(faults, 1, imported.size(), "times in the import folder");
        for (String file : imported) {
            String name = file.substring(0, file.indexOf('\n'));
            String pdf = name.substring(0, name.length() - ".xml".length()) + ".pdf\n";
            int pdfs = status.isPresent() ? 1 : 0;
            expect(faults, pdfs, site.taken("import", pdf).size(), "times its PDF in the import folder");
        }
        expect(faults, 1, ledger.of(externalId).size(), "rows in the ledger");
        status.ifPresent(wanted -> expect(faults, wanted, site.simulator.status(externalId), "status at eConnect"));
        for (Path file : site.files("import")) {
            faults.add(number + ": left in import: " + file.getFileName());
        }
        return faults;
    }

    private void expect(List<String> faults, Object expected, Object found, String what) {
        if (!String.valueOf(expected).equals(String.valueOf(found))) {
            faults.add(number + ": " + what + ": " + found + " in place of " + expected);
        }
    }
}
