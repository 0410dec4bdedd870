package io.github.komaseconnect.following;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.configuration.GlobalSettings.FollowingSettings;
import io.github.komaseconnect.delivery.AcceptedAfterAll;
import io.github.komaseconnect.delivery.Dispatch;
import io.github.komaseconnect.folder.Lane;
import io.github.komaseconnect.hook.HookMessage;
import io.github.komaseconnect.hook.HookTopics.Taking;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.Alarm;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.Delivery.Passage;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.Followed;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.KnownReach;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.SendingMethod;
import io.github.komaseconnect.sales.HeldInvoices;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What hooks say of a sent invoice, and what follows: ledger, folders, texts and alarms. */
class SentHooksTest {
    private static final String DOCUMENT = "0c8ed0ab-0001";

    @TempDir
    Path folder;

    private Dispatch dispatch;
    private SentHooks hooks;
    private StatusFiles files;
    private Unconfirmed unconfirmed;
    private long delivery;
    private long invoice;

    @BeforeEach
    void open() throws Exception {
        dispatch = new Dispatch(folder, "acme");
        hooks = new SentHooks(new Tidings(dispatch.clock), new AcceptedAfterAll(dispatch.archive, dispatch.attempts));
        files = new StatusFiles(dispatch.companies, dispatch.ledger, dispatch.placement);
        unconfirmed = new Unconfirmed(
                dispatch.companies,
                dispatch.ledger,
                new FollowingSettings(
                        Duration.ofDays(90), Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(24)),
                dispatch.clock);
        delivery = dispatch.add("acme", "2026-1", SendingMethod.PEPPOL);
        invoice = found().invoiceId();
    }

    @AfterEach
    void close() {
        dispatch.close();
    }

    private Delivery found() {
        return dispatch.ledger
                .reading(books -> books.deliveries().find(delivery))
                .orElseThrow();
    }

    private LedgerInvoice now() {
        return dispatch.ledger.reading(books -> books.invoices().find(invoice)).orElseThrow();
    }

    private void sent() {
        dispatch.ledger.record(books -> {
            books.deliveries().open(delivery);
            books.deliveries().delivered(delivery, DOCUMENT);
            books.invoices().sent(invoice, Optional.of(DOCUMENT), "2026-11/FACTUUR_2026-1");
        });
        dispatch.placement.carryOut(invoice);
    }

    private Taking told(String topic, String message, Map<String, String> details, Instant at) {
        HookMessage hook = new HookMessage(
                topic, "NL:KVK:12345678", "hook-1", DOCUMENT, message, details, Optional.of(at), Optional.of(at));
        Taking taking = dispatch.ledger.inTransaction(
                books -> hooks.take(books, dispatch.companies.get("acme"), hook, dispatch.clock.instant()));
        dispatch.placement.carryOut(invoice);
        // that the file was moved is recorded before this is
        dispatch.ledger.record(books -> {});
        files.write(Lane.direct());
        return taking;
    }

    private Taking told(String topic, String message) {
        return told(topic, message, Map.of(), dispatch.clock.instant());
    }

    private List<Alarm> alarms() {
        return dispatch.ledger.reading(books -> books.alarms().open());
    }

    private List<String> in(String where) throws Exception {
        try (Stream<Path> found = Files.walk(folder.resolve("acme").resolve(where))) {
            return found.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whoDidNotGetItIsAskedForAgainBeforeTheNext() {
        String receiver = found().destination().addresses().get(0);
        sent();
        dispatch.ledger.record(
                books -> books.reachings().reached("acme", receiver, DocumentType.INVOICE, dispatch.clock.instant()));

        told("InvoiceSentError", "");

        Optional<KnownReach> kept =
                dispatch.ledger.reading(books -> books.reachings().find("acme", receiver, DocumentType.INVOICE));
        assertThat(kept.map(KnownReach::verdict)).contains(KnownReach.Verdict.NOT_CHECKED);
        assertThat(kept.flatMap(KnownReach::reachedAt)).isEmpty();
    }

    @Test
    void whatIsNotKnownOrStillUnderWayIsOfferedLater() {
        assertThat(told("InvoiceSent", "")).isEqualTo(Taking.LATER);
        dispatch.ledger.record(books -> {
            books.deliveries().open(delivery);
            books.deliveries().state(delivery, DeliveryState.IN_DOUBT, Optional.empty(), Optional.empty());
        });
        assertThat(told("InvoiceSent", "")).isEqualTo(Taking.LATER);
    }

    /** An attempt under the id {@value #DOCUMENT}, of which only this is known. */
    private void tried(DeliveryState state) {
        dispatch.ledger.record(books -> {
            books.deliveries()
                    .begin(delivery, Optional.of(new Passage(Gateway.PSB, DOCUMENT)), dispatch.clock.instant());
            if (state != DeliveryState.ATTEMPTING) {
                books.deliveries().state(delivery, state, Optional.of(dispatch.clock.instant()), Optional.empty());
            }
        });
    }

    @Test
    void whileAnAttemptIsOpenItsAnswerIsWaitedFor() {
        tried(DeliveryState.ATTEMPTING);

        assertThat(told("InvoiceSent", "")).isEqualTo(Taking.LATER);
        assertThat(found().state()).isEqualTo(DeliveryState.ATTEMPTING);
    }

    @ParameterizedTest
    @CsvSource({
        "InvoiceSent, IN_DOUBT",
        "InvoiceSentRetry, IN_DOUBT",
        "InvoiceResponseReceived, IN_DOUBT",
        "InvoiceSent, WAITING"
    })
    void aDoubtEndsByWhatEConnectTellsOfTheDocument(String topic, DeliveryState state) throws Exception {
        tried(state);

        assertThat(told(topic, "")).isEqualTo(Taking.TAKEN);
        assertThat(told(topic, "")).isEqualTo(Taking.TAKEN);

        assertThat(found().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(found().reference()).isEqualTo(DOCUMENT);
        assertThat(now().state()).isEqualTo(InvoiceState.SENT);
        assertThat(in("outbox")).isEmpty();
        assertThat(in("sent")).contains("FACTUUR_2026-1.xml");
        List<LedgerEvent> events =
                dispatch.ledger.reading(books -> books.events().of(invoice));
        assertThat(events)
                .filteredOn(event -> event.kind().equals("found"))
                .singleElement()
                .satisfies(event -> assertThat(event.dutch()).contains(topic, DOCUMENT, "toch aangenomen"));
        dispatch.clock.advance(Duration.ofDays(1));
        assertThat(dispatch.take()).isEmpty();
    }

    @Test
    void aDoubtThatEndsAsNotDeliveredIsHeld() throws Exception {
        tried(DeliveryState.IN_DOUBT);

        told("InvoiceSentError", "The receiver refused the document.");

        assertThat(now().state()).isEqualTo(InvoiceState.HELD);
        assertThat(now().reason().orElseThrow().code()).isEqualTo("econnect.not-delivered");
        assertThat(found().state()).isEqualTo(DeliveryState.REJECTED);
        assertThat(in("held")).containsExactly("FACTUUR_2026-1.reason.txt", "FACTUUR_2026-1.xml");
        dispatch.clock.advance(Duration.ofDays(1));
        assertThat(dispatch.take()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = DeliveryState.class,
            names = {"IN_DOUBT", "REJECTED"})
    void whatAPersonWasAskedAboutIsSettled(DeliveryState state) throws Exception {
        tried(state);
        Reason asked = Reason.of("delivery.in-doubt", "twijfel", "doubt");
        dispatch.ledger.record(books -> HeldInvoices.hold(books, invoice, asked));
        dispatch.placement.carryOut(invoice);
        assertThat(alarms()).hasSize(1);

        told("InvoiceSent", "");

        assertThat(now().state()).isEqualTo(InvoiceState.SENT);
        assertThat(now().reason()).isEmpty();
        assertThat(in("held")).isEmpty();
        assertThat(in("sent")).containsExactly("FACTUUR_2026-1.status.txt", "FACTUUR_2026-1.xml");
        assertThat(alarms()).isEmpty();
    }

    @Test
    void whatWasAcceptedAfterAllWhileItWentAnotherWayIsTold() throws Exception {
        tried(DeliveryState.CANCELLED);
        long other = dispatch.ledger.inTransaction(
                books -> books.deliveries().add(invoice, "acme", found().destination(), dispatch.clock.instant()));

        told("InvoiceSent", "");
        told("InvoiceSent", "");

        assertThat(now().state()).isEqualTo(InvoiceState.ON_ITS_WAY);
        assertThat(found().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(alarms()).singleElement().satisfies(alarm -> {
            assertThat(alarm.reason().dutch()).contains("tóch aangenomen", "twee keer");
            assertThat(alarm.touches()).hasSize(1);
        });
        assertThat(dispatch.take()).extracting(due -> due.delivery().id()).containsExactly(other);
    }

    @Test
    void deliveredIsBesideTheFile() throws Exception {
        sent();

        assertThat(told("InvoiceSent", "'Invoice' successfully sent.")).isEqualTo(Taking.TAKEN);

        assertThat(in("sent")).containsExactly("FACTUUR_2026-1.status.txt", "FACTUUR_2026-1.xml");
        assertThat(Files.readString(folder.resolve("acme/sent/2026-11/FACTUUR_2026-1.status.txt")))
                .contains("Stand: afgeleverd", "Status: delivered", DOCUMENT);
        assertThat(alarms()).isEmpty();
    }

    @Test
    void aFolderThatIsGoneIsWaitedFor() throws Exception {
        sent();
        Path sent = folder.resolve("acme/sent");
        Path away = Files.move(sent, folder.resolve("acme/away"));
        told("InvoiceSent", "");
        Files.move(away, sent);

        files.write(Lane.direct());

        assertThat(in("sent")).contains("FACTUUR_2026-1.status.txt");
    }

    @Test
    void notDeliveredIsHeldWithTheReasonAndNeverSentAgainByItself() throws Exception {
        sent();
        told("InvoiceSentRetry", "The receiver did not answer.");
        assertThat(now().state()).isEqualTo(InvoiceState.SENT);

        told("InvoiceSentError", "The receiver refused the document.");
        told("InvoiceSentError", "The receiver refused the document.");
        told(
                "InvoiceSentRetry",
                "The receiver did not answer.",
                Map.of(),
                dispatch.clock.instant().minusSeconds(60));

        assertThat(now().state()).isEqualTo(InvoiceState.HELD);
        assertThat(now().reason().orElseThrow().code()).isEqualTo("econnect.not-delivered");
        assertThat(found().state()).isEqualTo(DeliveryState.REJECTED);
        assertThat(in("sent")).isEmpty();
        assertThat(in("held")).containsExactly("FACTUUR_2026-1.reason.txt", "FACTUUR_2026-1.xml");
        assertThat(Files.readString(folder.resolve("acme/held/FACTUUR_2026-1.reason.txt")))
                .contains("The receiver refused the document.", "reroute", "komas-econnect retry");
        assertThat(alarms()).singleElement().satisfies(alarm -> assertThat(alarm.touches())
                .hasSize(1));
        dispatch.clock.advance(Duration.ofDays(1));
        assertThat(dispatch.take()).isEmpty();
    }

    /** The hook comes before it is recorded that the file was moved to the sent folder. */
    @Test
    void notDeliveredRightAfterItsFileWasMovedLeavesNoCopyBehind() throws Exception {
        dispatch.ledger.record(books -> {
            books.deliveries().open(delivery);
            books.deliveries().delivered(delivery, DOCUMENT);
            books.invoices().sent(invoice, Optional.of(DOCUMENT), "2026-11/FACTUUR_2026-1");
        });
        Path month = Files.createDirectories(folder.resolve("acme/sent/2026-11"));
        Files.move(folder.resolve("acme/outbox/FACTUUR_2026-1.xml"), month.resolve("FACTUUR_2026-1.xml"));

        told("InvoiceSentError", "no");

        assertThat(in("sent")).isEmpty();
        assertThat(in("held")).containsExactly("FACTUUR_2026-1.reason.txt", "FACTUUR_2026-1.xml");
        List<LedgerEvent> events =
                dispatch.ledger.reading(books -> books.events().of(invoice));
        assertThat(events).noneMatch(event -> event.kind().equals("restored"));
    }

    @Test
    void deliveredAfterAllIsSentAfterAll() throws Exception {
        sent();
        told("InvoiceSentError", "no");
        dispatch.clock.advance(Duration.ofHours(1));

        told("InvoiceSent", "");

        assertThat(now().state()).isEqualTo(InvoiceState.SENT);
        assertThat(found().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(in("held")).isEmpty();
        assertThat(in("sent")).containsExactly("FACTUUR_2026-1.status.txt", "FACTUUR_2026-1.xml");
        assertThat(alarms()).isEmpty();
    }

    @Test
    void deliveredAfterAllWhileItGoesAnotherWayIsTold() {
        sent();
        told("InvoiceSentError", "no");
        dispatch.ledger.record(books -> {
            books.invoices().state(invoice, InvoiceState.ON_ITS_WAY, Optional.empty());
            books.deliveries().add(invoice, "acme", found().destination(), dispatch.clock.instant());
        });
        dispatch.clock.advance(Duration.ofHours(1));

        told("InvoiceSent", "");

        assertThat(now().state()).isEqualTo(InvoiceState.ON_ITS_WAY);
        assertThat(alarms())
                .anySatisfy(alarm -> assertThat(alarm.reason().dutch()).contains("twee keer"));
    }

    @Test
    void aRejectionIsToldOnceInWordsAndLeavesTheListAfterAWhile() throws Exception {
        sent();
        Map<String, String> details = Map.of(
                "status", "RE",
                "reasons.REF", "Inkoopnummer ontbreekt",
                "actions.NIN", "",
                "note", "Graag snel");
        for (int n = 0; n < 3; n++) {
            told("InvoiceResponseReceived", "", details, dispatch.clock.instant());
        }

        assertThat(alarms()).singleElement().satisfies(alarm -> {
            assertThat(alarm.touches()).hasSize(1);
            assertThat(alarm.reason().dutchLine())
                    .contains(
                            "afgewezen",
                            "kenmerk ontbreekt of klopt niet (Inkoopnummer ontbreekt)",
                            "maak een nieuwe factuur",
                            "Graag snel",
                            "creditnota");
        });
        assertThat(now().state()).isEqualTo(InvoiceState.SENT);
        assertThat(Files.readString(folder.resolve("acme/sent/2026-11/FACTUUR_2026-1.status.txt")))
                .contains("afgewezen door de klant", "Inkoopnummer ontbreekt", "a reference is missing or wrong");

        dispatch.clock.advance(Duration.ofDays(15));
        unconfirmed.look(Lane.direct());

        assertThat(alarms()).isEmpty();
        List<Alarm> toMail = dispatch.ledger.reading(books -> books.alarms().toMail());
        assertThat(toMail).noneMatch(alarm -> alarm.clearedAt().isPresent());
    }

    @Test
    void reasonsMayBeAnObjectAndTheStatusInTheMessage() {
        sent();

        told(
                "InvoiceResponseReceived",
                "InvoiceResponse UQ received",
                Map.of("reasons", "{\"PRI\":\"te duur\"}"),
                dispatch.clock.instant());

        assertThat(alarms()).singleElement().satisfies(alarm -> assertThat(
                        alarm.reason().dutchLine())
                .contains("heeft een vraag", "de prijzen (te duur)"));
    }

    @Test
    void nobodyConfirmsForTooLongIsToldUntilSomebodyDoes() {
        sent();
        dispatch.ledger.record(books -> books.following().begin("acme", Instant.EPOCH));
        dispatch.clock.advance(Duration.ofHours(23));
        unconfirmed.look(Lane.direct());
        assertThat(alarms()).isEmpty();

        dispatch.clock.advance(Duration.ofHours(2));
        unconfirmed.look(Lane.direct());
        unconfirmed.look(Lane.direct());
        assertThat(alarms())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.reason().code()).isEqualTo("following.unconfirmed"));

        told("InvoiceSent", "");
        assertThat(alarms()).isEmpty();
        assertThat(dispatch.ledger
                        .reading(books -> books.following().of(invoice))
                        .flatMap(Followed::trouble))
                .isEmpty();
    }
}
