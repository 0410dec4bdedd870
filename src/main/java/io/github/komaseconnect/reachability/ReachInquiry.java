package io.github.komaseconnect.reachability;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.reason.Reason;
import java.util.List;

/** Asks who can be reached over Peppol, where the company's gateway to eConnect can be asked. Never throws for an answer. */
public interface ReachInquiry {
    /** Whether an answer can be had before anything is sent; else sending itself is the question. */
    boolean canAsk(Company company);

    /**
     * Asks for one receiver.
     *
     * @param receivers every identifier known of it, such as {@code 0106:12345678}; at least one
     * @param type the kind of document it is to get
     */
    Reach ask(Company company, List<String> receivers, DocumentType type);

    /** For gateways that only tell by sending. */
    static ReachInquiry onlyBySending() {
        return new ReachInquiry() {
            @Override
            public boolean canAsk(Company company) {
                return false;
            }

            @Override
            public Reach ask(Company company, List<String> receivers, DocumentType type) {
                return new Reach.NotChecked(Reason.of(
                        "reach.not-checked",
                        "Bij deze koppeling blijkt pas bij het verzenden of een klant te bereiken is.",
                        "With this connection only sending shows whether a customer can be reached."));
            }
        };
    }
}
