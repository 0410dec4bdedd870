package io.github.komaseconnect.ledger;

import io.github.komaseconnect.company.Gateway;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of deliveries by Peppol after eConnect took them. */
public interface Following {
    /** Begins to follow what the company delivered by Peppol since then and is not followed yet. */
    void begin(String company, Instant since);

    /**
     * Begins to follow this one, unless it is followed already.
     *
     * @param begun as {@link Followed#of} gives it
     * @param known the same with what is known of it now
     * @return whether it was not followed yet; otherwise nothing is written down
     */
    boolean begin(Followed begun, Followed known);

    Optional<Followed> find(long deliveryId);

    /** Those of these deliveries that are or were followed, by delivery. */
    Map<Long, Followed> find(Collection<Long> deliveryIds);

    /** Of the newest delivery of an invoice that is or was followed. */
    Optional<Followed> of(long invoiceId);

    /** Writes down what is known now; its version rises. */
    void save(Followed followed);

    /** Writes down its trouble only: what the text beside its file says stays as it is. */
    void trouble(Followed followed);

    /** Companies that have any such as {@link #open} gives. */
    List<String> companiesOpen();

    /** Companies that have any such as {@link #untold} gives. */
    List<String> companiesUntold();

    /** Those that are still followed, of which nobody said yet where they ended up; oldest first. */
    List<Followed> open(String company, int limit);

    /**
     * Those sent by this gateway that are still followed and that no buyer judged yet: first those of which nobody said where
     * they ended up, then the others; newest first.
     */
    List<Followed> unjudged(String company, Gateway gateway, int limit);

    /** Whether any of the company is still followed. */
    boolean isAny(String company);

    /** Those sent before then are followed no more. */
    void end(String company, Instant sentBefore);

    /** Those of the company with this trouble, oldest first. */
    List<Followed> troubled(String company, Followed.Trouble trouble);

    /** Those of which more is known than the text beside their file tells. */
    List<Followed> untold(String company, int limit);

    /** The text beside its file tells what is known of it in this version; it is there, or (empty) nowhere. */
    void told(Followed followed, String filePath);

    /** Up to where the changes of the company's outbox were read. */
    Optional<OutboxMark> outboxMark(String company);

    /** Sets it. */
    void outboxMark(String company, OutboxMark mark);

    /** The outbox is read again from far back. */
    void forgetOutboxMark(String company);

    /** @param modifiedOn of the newest change seen */
    record OutboxMark(Instant modifiedOn, Instant readAt) {}
}
