package io.github.komaseconnect.ledger;

import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.relation.SendingMethod;
import java.time.Instant;
import java.util.Optional;

/**
 * A delivery by Peppol, followed after eConnect took it.
 *
 * @param reference eConnect's id of the document
 * @param transitAt when it got there, by eConnect's word
 * @param way how it went as eConnect calls it, e.g. {@code ToPeppol}; empty when it did not say
 * @param answer of the buyer, at {@code answerAt}
 * @param remarksDutch reasons and notes that came with it, on one line; empty without
 * @param trouble what a person should know of
 * @param goingOn whether it is still followed
 * @param version rises with each change; 0: nothing is known of it
 * @param filePath where the text with its state was written last, below the sent folder and without extension; empty: nowhere
 */
public record Followed(
        long deliveryId,
        long invoiceId,
        String company,
        String reference,
        Instant sentAt,
        Transit transit,
        Instant transitAt,
        String way,
        Optional<BuyerAnswer> answer,
        Optional<Instant> answerAt,
        String remarksDutch,
        String remarksEnglish,
        Optional<Trouble> trouble,
        Optional<Instant> troubleAt,
        boolean goingOn,
        long version,
        String filePath) {

    /** What a person should know of a delivery that was sent. */
    public enum Trouble {
        ASTRAY,
        REJECTED,
        QUESTION,
        /** Nobody said for too long that it arrived. */
        UNCONFIRMED
    }

    /**
     * What is known when it begins to be followed: that eConnect has it. None when eConnect is not known to have it under an
     * id: what a person calls a reference (see {@code resolve}) has spaces, and only the PSB knows a document by our own id.
     */
    public static Optional<Followed> of(Delivery delivery) {
        Optional<String> ownId =
                delivery.passage().filter(way -> way.gateway() == Gateway.PSB).map(Delivery.Passage::documentId);
        Optional<String> known = delivery.reference().contains(" ") ? ownId : Optional.of(delivery.reference());
        return known.filter(id -> delivery.destination().method() == SendingMethod.PEPPOL)
                .filter(id -> !id.isEmpty())
                .map(id -> new Followed(
                        delivery.id(),
                        delivery.invoiceId(),
                        delivery.company(),
                        id,
                        delivery.changedAt(),
                        Transit.HANDED_OVER,
                        delivery.changedAt(),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        0,
                        ""));
    }

    /** What it is called in one word or two: the buyer's answer, else how far it has come. */
    public String dutch() {
        return answer.filter(known -> transit == Transit.DELIVERED)
                .map(BuyerAnswer::dutch)
                .orElseGet(transit::dutch);
    }

    /** As {@link #dutch}. */
    public String english() {
        return answer.filter(known -> transit == Transit.DELIVERED)
                .map(BuyerAnswer::english)
                .orElseGet(transit::english);
    }

    /** Whether the buyer rejected it, and has said nothing else since. */
    public boolean isRejected() {
        return answer.filter(BuyerAnswer.REJECTED::equals).isPresent();
    }

    /** The same with another trouble, since now. */
    public Followed with(Optional<Trouble> other, Instant now) {
        Optional<Instant> since = other.isPresent() && other.equals(trouble) ? troubleAt : other.map(one -> now);
        return new Followed(
                deliveryId,
                invoiceId,
                company,
                reference,
                sentAt,
                transit,
                transitAt,
                way,
                answer,
                answerAt,
                remarksDutch,
                remarksEnglish,
                other,
                since,
                goingOn,
                version,
                filePath);
    }
}
