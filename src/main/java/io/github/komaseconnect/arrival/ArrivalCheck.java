package io.github.komaseconnect.arrival;

import io.github.komaseconnect.invoice.ArrivalFacts;
import io.github.komaseconnect.invoice.ArrivalReader;
import io.github.komaseconnect.invoice.rules.InvoiceRules;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at an invoice that arrived for what Komas and the bookkeeper need: the supplier's CoC number where Komas looks for it,
 * a real PDF, a known profile, amounts that add up, sound text. It only tells: whatever it finds, and whatever goes wrong with
 * the looking, the invoice goes on. Safe for several threads.
 */
public final class ArrivalCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ArrivalCheck.class);

    private final ArrivalReader reader;
    private final InvoiceRules rules;

    /** @param rules which profiles are known */
    public ArrivalCheck(ArrivalReader reader, InvoiceRules rules) {
        this.reader = reader;
        this.rules = rules;
    }

    /**
     * What the document lacks; empty when it is as it should be. Never throws for anything in the document.
     *
     * @param ubl a UBL invoice or credit note
     */
    public List<Reason> examine(Path ubl, ArrivedPdf pdf) {
        List<Reason> remarks = new ArrayList<>();
        try {
            Optional<ArrivalFacts> facts = reader.read(ubl);
            facts.ifPresentOrElse(
                    known -> remarks.addAll(ofDocument(known)), () -> remarks.add(DocumentRemarks.notChecked()));
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} could not be checked", ubl, e);
            remarks.add(DocumentRemarks.notChecked());
        }
        DocumentRemarks.pdf(pdf).ifPresent(remarks::add);
        return List.copyOf(remarks);
    }

    private List<Reason> ofDocument(ArrivalFacts facts) {
        List<Reason> remarks = new ArrayList<>();
        SupplierRemarks.of(facts.header().supplier()).ifPresent(remarks::add);
        String profile = facts.header().customizationId();
        if (!rules.know(facts.header().type(), profile)) {
            remarks.add(DocumentRemarks.profile(profile));
        }
        remarks.addAll(AmountRemarks.of(facts.amounts()));
        remarks.addAll(DocumentRemarks.text(facts.flaws()));
        return remarks;
    }
}
