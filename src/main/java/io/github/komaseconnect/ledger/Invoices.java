package io.github.komaseconnect.ledger;

import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.reason.Reason;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The invoices of the ledger. */
public interface Invoices {
    /** Makes a row and gives its id. */
    long add(NewInvoice invoice);

    Optional<LedgerInvoice> find(long id);

    /** Those of these that there are, in this order. */
    List<LedgerInvoice> find(List<Long> ids);

    /** {@link LedgerInvoice#label} of one that there is; for those who need nothing else of it. */
    String label(long id);

    /** The sales invoice that stands for this number now. */
    Optional<LedgerInvoice> live(String company, DocumentType type, String number);

    /** Every invoice of the company with exactly this content, newest first. */
    List<LedgerInvoice> withContent(String company, Direction direction, String sha256);

    /** Every invoice of the company with this number, newest first. */
    List<LedgerInvoice> withNumber(String company, String number);

    /** Purchase invoices of the company with exactly this content, or of the same supplier with this number, newest first. */
    List<LedgerInvoice> alike(String company, String sha256, String supplier, String number);

    /** The sales invoice of the company with this file stem, in capitals or not: Windows knows no difference. */
    Optional<LedgerInvoice> withStem(String company, String stem);

    /** Whether the company has a sales invoice with exactly this content, or with one of these file stems. */
    boolean isKnown(String company, String sha256, String stem, String otherStem);

    /** Sets the state; the reason is replaced (also by none). */
    void state(long id, InvoiceState state, Optional<Reason> reason);

    /** The row no longer stands for its number. */
    void retire(long id);

    /** The row stands for its number again; no other row may. */
    void revive(long id);

    /** A PDF was added to the sales invoice. */
    void pdfAdded(long id, String pdfSha256);

    /**
     * Everything of a purchase invoice is in the archive, and it goes on in this state.
     *
     * @param pdfSha256 of its PDF; empty when it has none
     */
    void complete(long id, InvoiceState state, String pdfSha256);

    /**
     * Records where the file is to go; {@link #placed} follows when it is there. While an earlier move is not done, the
     * file still comes from where it was before that.
     */
    void place(long id, Place place, String path);

    /** The file is where it is meant to be. */
    void placed(long id);

    /** The file is where {@code where} says; nothing happens when it is meant to be elsewhere by now. */
    void placed(long id, LedgerInvoice.Whereabouts where);

    /** Sales invoices whose file is not where it is meant to be yet. */
    List<LedgerInvoice> unplaced();

    /** A purchase invoice is FETCHED, and this was learnt of it; {@code supplier} recognises the supplier. */
    void fetched(long id, Optional<InvoiceHeader> header, String supplier, String sha256, String archive);

    /** eConnect's id of a sent invoice. */
    void externalId(long id, String externalId);

    /**
     * The sales invoice was delivered: SENT without a reason, and its file is to go to that path in the sent folder.
     *
     * @param externalId eConnect's id; empty when it went another way
     */
    void sent(long id, Optional<String> externalId, String path);

    /** Those of these invoices that are in one of these states. */
    List<Long> inState(Collection<Long> ids, Collection<InvoiceState> states);

    /** Invoices of all companies in one of these states, oldest first. */
    List<LedgerInvoice> inState(Direction direction, Collection<InvoiceState> states);

    /** For {@code status}: newest first. */
    List<LedgerInvoice> list(InvoiceQuery query);

    /** How many invoices that changed at or after {@code since} are in each state, by company and state; none with zero. */
    List<StateCount> counts(Optional<String> company, Optional<Instant> since);
}
