package io.github.komaseconnect.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.ledger.BuyerAnswer;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.Delivery.Passage;
import io.github.komaseconnect.ledger.Followed;
import io.github.komaseconnect.ledger.Followed.Trouble;
import io.github.komaseconnect.ledger.Following.OutboxMark;
import io.github.komaseconnect.ledger.ForeignDocuments.ForeignDocument;
import io.github.komaseconnect.ledger.Transit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What following sent invoices asks of any ledger. */
abstract class FollowingContract extends WatchingContract {
    private static final Instant EARLY = Instant.parse("2026-11-01T00:00:00Z");

    private long delivered(String number, String reference) {
        long invoice = add(number, number.replace('-', '_'));
        return ledger().inTransaction(books -> {
            long delivery = books.deliveries().add(invoice, "acme", byPeppol(), EARLY);
            books.deliveries().open(delivery);
            books.deliveries().delivered(delivery, reference);
            return delivery;
        });
    }

    @Test
    void followsWhatWasDeliveredAndNobodySaidByHand() {
        long ours = delivered("FO-1", "XCOUT-FO-1");
        long byHand = delivered("FO-2", "volgens els");
        ledger().record(books -> {
            books.following().begin("acme", Instant.EPOCH);
            books.following().begin("acme", Instant.EPOCH);
            assertThat(books.following().find(ours)).hasValueSatisfying(followed -> {
                assertThat(followed.transit()).isEqualTo(Transit.HANDED_OVER);
                assertThat(followed.reference()).isEqualTo("XCOUT-FO-1");
                assertThat(followed.version()).isZero();
            });
            assertThat(books.following().find(byHand)).isEmpty();
            assertThat(books.following().untold("acme", 100)).noneMatch(followed -> followed.deliveryId() == ours);
        });
    }

    @Test
    void keepsWhatIsKnownAndWhatIsTold() {
        long delivery = delivered("FO-3", "XCOUT-FO-3");
        ledger().record(books -> {
            Followed fresh =
                    Followed.of(books.deliveries().find(delivery).orElseThrow()).orElseThrow();
            assertThat(books.following().begin(fresh, fresh)).isTrue();
            assertThat(books.following().find(delivery)).contains(fresh);
            Followed known = new Followed(
                    fresh.deliveryId(),
                    fresh.invoiceId(),
                    fresh.company(),
                    fresh.reference(),
                    fresh.sentAt(),
                    Transit.DELIVERED,
                    EARLY,
                    "ToPeppol",
                    Optional.of(BuyerAnswer.REJECTED),
                    Optional.of(EARLY),
                    "te duur",
                    "too expensive",
                    Optional.of(Trouble.REJECTED),
                    Optional.of(EARLY),
                    true,
                    fresh.version(),
                    "");
            books.following().save(known);
            Followed saved = books.following().of(fresh.invoiceId()).orElseThrow();
            assertThat(saved.version()).isEqualTo(fresh.version() + 1);
            assertThat(saved.isRejected()).isTrue();
            assertThat(saved.remarksDutch()).isEqualTo("te duur");
            assertThat(books.following().troubled("acme", Trouble.REJECTED)).contains(saved);
            assertThat(books.following().untold("acme", 100)).contains(saved);
            books.following().told(saved, "2026-11/FO_3");
            assertThat(books.following().untold("acme", 100)).noneMatch(one -> one.deliveryId() == delivery);
            books.following().end("acme", saved.sentAt().plusMillis(1));
            assertThat(books.following().find(delivery).orElseThrow().goingOn()).isFalse();
        });
    }

    @Test
    void whatIsSaidFirstIsWrittenWithTheBeginning() {
        long delivery = delivered("FO-4", "XCOUT-FO-4");
        ledger().record(books -> {
            Followed begun =
                    Followed.of(books.deliveries().find(delivery).orElseThrow()).orElseThrow();
            Followed first = known(begun, Optional.of(BuyerAnswer.ACCEPTED));

            assertThat(books.following().begin(begun, first)).isTrue();
            assertThat(books.following().begin(begun, known(begun, Optional.empty())))
                    .isFalse();

            Followed kept = books.following().find(delivery).orElseThrow();
            assertThat(books.following().find(List.of(delivery, delivery + 100_000)))
                    .containsOnly(Map.entry(delivery, kept));
            assertThat(books.following().find(List.of())).isEmpty();
            assertThat(kept.version()).isEqualTo(1);
            assertThat(kept.answer()).contains(BuyerAnswer.ACCEPTED);
            assertThat(kept.transit()).isEqualTo(Transit.DELIVERED);
            assertThat(kept.sentAt()).isEqualTo(begun.sentAt());
            assertThat(books.following().untold("acme", 100)).contains(kept);
        });
    }

    @Test
    void thoseOfACompanyBeginTogetherAsEachBeginsByItself() {
        List<Long> deliveries = List.of(
                delivered("FO-21", "XCOUT-FO-21"),
                delivered("FO-22", "volgens els"),
                handedOver("FO-23", Gateway.PLATFORM),
                handedOver("FO-24", Gateway.PSB),
                byHand("FO-25", Gateway.PLATFORM),
                byHand("FO-26", Gateway.PSB));
        ledger().record(books -> books.following().begin("acme", Instant.EPOCH));

        List<Optional<Followed>> together = deliveries.stream()
                .map(id -> optional(books -> books.following().find(id)))
                .toList();
        List<Optional<Followed>> alone = deliveries.stream()
                .map(id -> optional(books -> books.deliveries().find(id)).flatMap(Followed::of))
                .toList();
        assertThat(together).isEqualTo(alone);
        assertThat(together.stream().map(Optional::isPresent)).containsExactly(true, false, true, true, false, true);
    }

    @Test
    void findsDeliveriesByWhatEConnectCallsThem() {
        long byReference = delivered("FO-31", "XCOUT-FO-31");
        long byDocument = byHand("FO-32", Gateway.PSB);
        long byBoth = handedOver("FO-33", Gateway.PSB);
        List<String> asked = new ArrayList<>(List.of("XCOUT-FO-31", "doc-FO-32", "doc-FO-33", "doc-FO-31", ""));
        // more than one statement takes
        IntStream.range(0, 600).mapToObj(n -> "XCOUT-none-" + n).forEach(asked::add);

        Map<String, Delivery> found =
                ledger().reading(books -> books.deliveries().withReferences("acme", asked));

        assertThat(found.keySet()).containsExactlyInAnyOrder("XCOUT-FO-31", "doc-FO-32", "doc-FO-33");
        assertThat(found.get("XCOUT-FO-31").id()).isEqualTo(byReference);
        assertThat(found.get("doc-FO-32").id()).isEqualTo(byDocument);
        assertThat(found.get("doc-FO-33").id()).isEqualTo(byBoth);
        assertThat(optional(books -> books.deliveries().withReference("acme", "doc-FO-32")))
                .contains(found.get("doc-FO-32"));
        assertThat(optional(books -> books.deliveries().withReference("beta", "doc-FO-32")))
                .isEmpty();
        Map<String, Delivery> none =
                ledger().reading(books -> books.deliveries().withReferences("acme", List.of()));
        assertThat(none).isEmpty();
    }

    private long byHand(String number, Gateway gateway) {
        long delivery = handedOver(number, gateway);
        ledger().record(books -> books.deliveries().delivered(delivery, "volgens els"));
        return delivery;
    }

    @Test
    void findsWhatNobodyJudgedYetByItsGateway() {
        long silent = handedOver("FO-11", Gateway.PSB);
        long arrived = handedOver("FO-12", Gateway.PSB);
        long accepted = handedOver("FO-13", Gateway.PSB);
        long other = handedOver("FO-14", Gateway.PLATFORM);
        ledger().record(books -> {
            books.following().begin("acme", Instant.EPOCH);
            books.following().save(known(books.following().find(arrived).orElseThrow(), Optional.empty()));
            books.following()
                    .save(known(books.following().find(accepted).orElseThrow(), Optional.of(BuyerAnswer.ACCEPTED)));
        });

        List<Long> unjudged = list(books -> books.following().unjudged("acme", Gateway.PSB, 100)).stream()
                .map(Followed::deliveryId)
                .filter(List.of(silent, arrived, accepted, other)::contains)
                .toList();

        assertThat(unjudged).containsExactly(silent, arrived);
        assertThat(list(books -> books.following().unjudged("acme", Gateway.PSB, 1)))
                .hasSize(1);
        assertThat(list(books -> books.following().unjudged("beta", Gateway.PSB, 100)))
                .isEmpty();
    }

    private long handedOver(String number, Gateway gateway) {
        long invoice = add(number, number.replace('-', '_'));
        return ledger().inTransaction(books -> {
            long delivery = books.deliveries().add(invoice, "acme", byPeppol(), EARLY);
            books.deliveries().begin(delivery, Optional.of(new Passage(gateway, "doc-" + number)), EARLY);
            books.deliveries().delivered(delivery, "doc-" + number);
            return delivery;
        });
    }

    private static Followed known(Followed fresh, Optional<BuyerAnswer> answer) {
        return new Followed(
                fresh.deliveryId(),
                fresh.invoiceId(),
                fresh.company(),
                fresh.reference(),
                fresh.sentAt(),
                Transit.DELIVERED,
                EARLY,
                "",
                answer,
                answer.map(given -> EARLY),
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                true,
                fresh.version(),
                "");
    }

    @Test
    void remembersTheMarkOfTheOutbox() {
        OutboxMark mark = new OutboxMark(EARLY, EARLY.plusSeconds(5));
        ledger().record(books -> {
            books.following().outboxMark("acme", new OutboxMark(Instant.EPOCH, Instant.EPOCH));
            books.following().outboxMark("acme", mark);
            assertThat(books.following().outboxMark("acme")).contains(mark);
            books.following().forgetOutboxMark("acme");
            assertThat(books.following().outboxMark("acme")).isEmpty();
        });
    }

    @Test
    void findsForeignDocumentsByTheEndOfTheirSubject() {
        ledger().record(books -> {
            ForeignDocument document = new ForeignDocument("acme", "XCOUT-F-9", "Mijn factuur FO 9%_", "0106:1", EARLY);
            books.foreignDocuments().add(document);
            books.foreignDocuments().add(document);
            assertThat(books.foreignDocuments().since("acme", EARLY)).containsOnlyOnce(document);
            assertThat(books.foreignDocuments().bearing("acme", "FO 9%_", 1)).containsExactly(document);
            assertThat(books.foreignDocuments().bearing("acme", "9%_", 1)).containsExactly(document);
            assertThat(books.foreignDocuments().bearing("acme", "O 9%_", 1)).isEmpty();
            assertThat(books.foreignDocuments().bearing("acme", "FO 9xx", 1)).isEmpty();
            assertThat(books.foreignDocuments().bearing("beta", "FO 9%_", 1)).isEmpty();
            books.foreignDocuments().settle("acme", "FO 9%_", 1);
            assertThat(books.foreignDocuments().bearing("acme", "FO 9%_", 1)).isEmpty();
            assertThat(books.foreignDocuments().bearing("acme", "FO 9%_", 2)).hasSize(1);
        });
        delivered("FO-9", "XCOUT-F-9");
        ledger().record(books -> assertThat(books.foreignDocuments().bearing("acme", "FO 9%_", 2))
                .isEmpty());
    }
}
