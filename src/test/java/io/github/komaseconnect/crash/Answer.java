package io.github.komaseconnect.crash;

import io.github.komaseconnect.econnect.InvoiceResponse;
import io.github.komaseconnect.econnect.ResponseReason;
import io.github.komaseconnect.econnect.ResponseStatus;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.response.ResponseJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A purchase invoice that came by the PSB, and that a person rejects by one order. */
final class Answer implements Errand {
    private static final InvoiceResponse REJECTED =
            new InvoiceResponse(ResponseStatus.RE, Map.of(ResponseReason.REF, "Inkoopnummer ontbreekt"), Map.of(), "");
    /** AB and RE once, and no more than once more for each time that it was killed. */
    private static final int MOST_TOLD = 4;

    private final Purchase purchase;

    Answer(Purchase purchase) {
        this.purchase = purchase;
    }

    @Override
    public String key() {
        return purchase.key();
    }

    @Override
    public void attend(Site site, LedgerLook ledger) {
        Optional<LedgerLook.Row> received =
                ledger.first(key()).filter(row -> row.state().equals("RECEIVED") && row.orders() == 0);
        received.ifPresent(row -> site.order(WorkOrder.Kind.RESPOND, row.id(), new ResponseJson().write(REJECTED)));
    }

    @Override
    public boolean isSettled(LedgerLook ledger) {
        return purchase.isSettled(ledger)
                && ledger.first(key()).filter(row -> row.orders() == 1).isPresent();
    }

    @Override
    public int timesWanted() {
        return 1;
    }

    /** The same status told again is one status. */
    @Override
    public long timesArrived(Site site) {
        return told(site).stream().distinct().filter("RE"::equals).count();
    }

    private List<String> told(Site site) {
        return site.simulator.psb().responses(key()).stream()
                .map(response -> response.status())
                .toList();
    }

    @Override
    public List<String> faults(Site site, LedgerLook ledger, Set<LedgerLook.OpenAttempt> doubtful) throws IOException {
        List<String> faults = new ArrayList<>(purchase.faults(site, ledger, doubtful));
        List<String> told = told(site);
        boolean inOrder = String.join("", told).matches("(AB)+(RE)+");
        if (!inOrder || told.size() > MOST_TOLD) {
            faults.add(key() + ": the supplier was told " + told);
        }
        return faults;
    }
}
